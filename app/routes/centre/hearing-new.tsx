import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recordHearing } from '#app/features/cases/commands/record-hearing.server.ts'
import { answersOf, RecordHearingForm } from '#app/features/cases/forms/hearing.ts'
import { messages } from '#app/features/cases/messages/case.ts'
import { presentHearingDesk } from '#app/features/cases/presenter/desks.ts'
import { getHearingDesk } from '#app/features/cases/queries/case.server.ts'
import { type HearingField, HearingForm } from '#app/features/cases/ui/hearing-form.tsx'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { jpDateWithYear } from '#app/shared/tokyo-day.ts'
import { ErrorSummary } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: 'ヒアリングシート｜よりそい' }]

const door = { audience: 'staff', action: 'hearing.record' } as const

export const loader = page(door, async ({ ctx, params }) => {
  const facts = await getHearingDesk(ctx, params.caseId ?? '')
  return facts && presentHearingDesk(facts, ctx.clock.now())
})

export const action = submit(door, messages, {
  schema: RecordHearingForm,
  run: ({ ctx, input, params }) => {
    const { heldOn, state } = input
    return recordHearing(ctx, { caseId: params.caseId ?? '', heldOn, state, answers: answersOf(input) })
  },
  done: ({ value, asked }) => ({
    to: `/desk/cases/${asked.params.caseId}`,
    flash: `${value.no}回目のシートを記録しました。次は${jpDateWithYear(value.nextDueOn)}までです。`,
  }),
})

export default function HearingNew() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const [form, fields] = useForm<Record<HearingField, string>>({
    lastResult: returned?.lastResult,
    defaultValue: { heldOn: view.today, support: 'later' },
  })
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary form={form} />
      <HearingForm view={view} formId={form.id} formKey={formKey} fields={fields} />
    </Desk>
  )
}
