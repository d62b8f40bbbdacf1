import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askAccess } from '#app/features/cases/commands/ask-access.server.ts'
import { AskAccessForm } from '#app/features/cases/forms/case.ts'
import { messages } from '#app/features/cases/messages/case.ts'
import { presentCase, presentSealedCase } from '#app/features/cases/presenter/case.ts'
import { getCase } from '#app/features/cases/queries/case.server.ts'
import { CasePage, SealedCase } from '#app/features/cases/ui/case-page.tsx'
import { presentForCase } from '#app/features/dispatch/presenter/for-case.ts'
import { requestsOfCase } from '#app/features/dispatch/queries/request.server.ts'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ErrorSummary } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: 'ケースの記録｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'case.view' }, async ({ ctx, params, url }) => {
  const facts = await getCase(ctx, params.caseId ?? '')
  if (!facts) return null
  if (!('members' in facts)) return presentSealedCase(facts.head)
  const elsewhere = presentForCase(await requestsOfCase(ctx, facts.head.id))
  return presentCase(facts, elsewhere, url.searchParams.get('kind'), { actor: ctx.actor, today: ctx.clock.today() })
})

export const action = submitAny({ audience: 'staff', action: 'case.askAccess' }, messages, {
  askAccess: intent({
    schema: AskAccessForm,
    run: ({ ctx, input, params }) => askAccess(ctx, { ...input, caseId: params.caseId ?? '' }),
    done: ({ asked }) => ({ to: `/desk/cases/${asked.params.caseId}`, flash: '60分のあいだ開きました。理由を記録しました。' }),
  }),
})

export default function Case() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm<{ reason: string }>({ lastResult: returned?.lastResult })
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary form={form} />
      {view.sealed
        ? <SealedCase view={view} formKey={formKey} formId={form.id} reason={fields.reason} />
        : <CasePage view={view} />}
    </Desk>
  )
}
