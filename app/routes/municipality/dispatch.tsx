import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cancelVisit } from '#app/features/activity/commands/cancel-visit.server.ts'
import { BeginForm, CancelVisitForm } from '#app/features/activity/forms/visit.ts'
import { dispatchDeskMessages } from '#app/features/activity/messages/dispatch-desk.ts'
import { presentDispatchDesk } from '#app/features/activity/presenter/dispatch-desk.ts'
import { getDispatchDesk } from '#app/features/activity/queries/dispatch-desk.server.ts'
import { VisitTable } from '#app/features/activity/ui/desk-visits.tsx'
import { beginDispatch } from '#app/features/dispatch/commands/begin-dispatch.server.ts'
import { DispatchPage } from '#app/features/dispatch/ui/dispatch-page.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '派遣｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'dispatch.view' }, async ({ ctx, params }) => {
  const facts = await getDispatchDesk(ctx, params.dispatchId ?? '')
  return facts && presentDispatchDesk(facts, ctx.actor, ctx.clock.now())
})

export const action = submitAny({ audience: 'staff', action: 'dispatch.view' }, dispatchDeskMessages, {
  begin: intent({
    schema: BeginForm,
    action: 'dispatch.begin',
    run: ({ ctx, input, params }) => beginDispatch(ctx, { ...input, dispatchId: params.dispatchId ?? '' }),
    done: ({ value }) => ({ to: `/desk/dispatches/${value.dispatchId}`, flash: '活動を始めました。訪問の予定を入れられます。' }),
  }),
  cancel: intent({
    schema: CancelVisitForm,
    action: 'visit.cancel',
    run: ({ ctx, input, params }) => cancelVisit(ctx, { ...input, dispatchId: params.dispatchId }),
    done: ({ value }) => ({ to: `/desk/dispatches/${value.dispatchId}`, flash: '訪問の予定を取り消しました。サポーターにお知らせします。' }),
  }),
})

export default function Dispatch() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const fields = returnedFields(useActionData<typeof action>(), 'dispatch')
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary entries={fields.entries.map((entry) => ({ ...entry, fieldId: null }))} />
      <DispatchPage view={view.dispatch} formKey={formKey}>
        <VisitTable lines={view.visits} formKey={formKey} />
      </DispatchPage>
    </Desk>
  )
}
