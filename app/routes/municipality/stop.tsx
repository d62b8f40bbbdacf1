import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { finishFollowUp } from '#app/features/stopping/commands/finish-follow-up.server.ts'
import { FinishFollowUpForm } from '#app/features/stopping/forms.ts'
import { messages } from '#app/features/stopping/messages.ts'
import { presentStop } from '#app/features/stopping/presenter.ts'
import { getStop } from '#app/features/stopping/queries.server.ts'
import { StopPage } from '#app/features/stopping/ui/desk-stops.tsx'
import { page } from '#app/http/page.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '中止の受付｜よりそい' }]

export const loader = page({ audience: 'staff', action: 'stop.view' }, async ({ ctx, params }) => {
  const facts = await getStop(ctx, params.stopId ?? '')
  return facts && presentStop(facts, ctx.actor)
})

export const action = submit({ audience: 'staff', action: 'stop.followUp' }, messages, {
  schema: FinishFollowUpForm,
  run: ({ ctx, input, params }) => finishFollowUp(ctx, { stopId: params.stopId ?? '', ...input }),
  done: ({ value }) => ({ to: `/desk/stops/${value.stopId}`, flash: 'あとの連絡が済んだことを記録しました。' }),
})

export default function Stop() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { entries } = returnedFields(returned, 'stop')
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary entries={entries.map((entry) => ({ ...entry, fieldId: null }))} />
      <StopPage view={view} formKey={formKey} />
    </Desk>
  )
}
