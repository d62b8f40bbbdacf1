import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recordSearch } from '#app/features/dispatch/commands/record-search.server.ts'
import { sendProposals } from '#app/features/dispatch/commands/send-proposals.server.ts'
import { SearchForm, SendProposalsForm } from '#app/features/dispatch/forms/proposal.ts'
import { requestMessages } from '#app/features/dispatch/messages/request.ts'
import { presentCandidates } from '#app/features/dispatch/presenter/candidates.ts'
import { getCandidates } from '#app/features/dispatch/queries/candidates.server.ts'
import { CandidatesPage } from '#app/features/dispatch/ui/candidates-page.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '候補を比べる｜よりそい' }]

const door = { audience: 'staff', action: 'candidate.search' } as const
const mostChosen = 5

export const loader = page(door, async ({ ctx, params, url }) => {
  const wide = url.searchParams.get('wide') === '1'
  const facts = await getCandidates(ctx, params.requestId ?? '', wide)
  const chosen = url.searchParams.getAll('ask').slice(0, mostChosen)
  return facts && presentCandidates(facts, { wide, chosen }, ctx.actor, ctx.clock.now())
})

export const action = submitAny(door, requestMessages, {
  search: intent({
    schema: SearchForm,
    run: ({ ctx, input, params }) => recordSearch(ctx, { ...input, requestId: params.requestId ?? '' }),
    done: ({ asked }) => ({ to: `/desk/requests/${asked.params.requestId}/candidates`, flash: '候補を出したことを記録しました。' }),
  }),
  send: intent({
    action: 'proposal.send',
    schema: SendProposalsForm,
    run: ({ ctx, input, params }) =>
      sendProposals(ctx, { ...input, reconfirmationIds: input.ask, requestId: params.requestId ?? '' }),
    done: ({ value, asked }) => ({
      to: `/desk/requests/${asked.params.requestId}`,
      flash: `${value.proposalIds.length}人に、お名前を出さずに打診しました。メールでお知らせします。`,
    }),
  }),
})

export default function Candidates() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const fields = returnedFields(useActionData<typeof action>(), 'proposal')
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary entries={fields.entries} />
      <CandidatesPage view={view} formKey={formKey} fields={fields} />
    </Desk>
  )
}
