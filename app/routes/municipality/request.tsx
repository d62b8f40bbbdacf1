import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CancelProposalForm, PrepareForm } from '#app/features/dispatch/forms/proposal.ts'
import { FinishNoteForm, IssueCardForm, RecordConsentForm, RevokeCardForm } from '#app/features/dispatch/forms/request.ts'
import { planMessages } from '#app/features/dispatch/messages/plan.ts'
import { requestMessages } from '#app/features/dispatch/messages/request.ts'
import {
  cancelProposal, finishNote, issueCard, prepareDispatch, recordConsent, revokeCard, seeRequest,
} from '#app/features/dispatch/request-desk.server.ts'
import { CardPrint } from '#app/features/dispatch/ui/card-print.tsx'
import { RequestPage } from '#app/features/dispatch/ui/request-page.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '希望のページ｜よりそい' }]

const door = { audience: 'staff', action: 'request.view' } as const

export const loader = page(door, ({ ctx, params, url }) => {
  const query = url.searchParams
  return seeRequest(ctx, params.requestId ?? '', { cardId: query.get('card'), secrets: query.get('private') === '1' })
})

const back = ({ requestId }: Record<string, string | undefined>, flash: string) => ({ to: `/desk/requests/${requestId}`, flash })
const of = (params: Record<string, string | undefined>) => ({ requestId: params.requestId ?? '' })

export const action = submitAny(door, { ...planMessages, ...requestMessages }, {
  recordConsent: intent({
    action: 'coordination.record',
    schema: RecordConsentForm,
    run: ({ ctx, input, params }) => recordConsent(ctx, { ...input, partyId: input.party, ...of(params) }),
    done: ({ asked }) => back(asked.params, '同意を記録しました。サポーターを探せます。'),
  }),
  issueCard: intent({
    action: 'card.issue',
    schema: IssueCardForm,
    run: ({ ctx, input, params }) => issueCard(ctx, { partyId: input.party, ...of(params) }),
    done: ({ value, asked }) => ({
      to: `/desk/requests/${asked.params.requestId}?card=${value.cardId}`,
      flash: 'カードをつくりました。前のカードは、もう使えません。',
    }),
  }),
  revokeCard: intent({
    action: 'card.issue',
    schema: RevokeCardForm,
    run: ({ ctx, input, params }) => revokeCard(ctx, { cardId: input.card, ...of(params) }),
    done: ({ asked }) => back(asked.params, 'カードを使えなくしました。'),
  }),
  finishNote: intent({
    action: 'card.issue',
    schema: FinishNoteForm,
    run: ({ ctx, input, params }) => finishNote(ctx, { taskId: input.task, version: input.version, ...of(params) }),
    done: ({ asked }) => back(asked.params, '対応したことを記録しました。'),
  }),
  cancelProposal: intent({
    action: 'proposal.send',
    schema: CancelProposalForm,
    run: ({ ctx, input, params }) =>
      cancelProposal(ctx, { proposalId: input.proposal, version: input.version, ...of(params) }),
    done: ({ asked }) => back(asked.params, '打診を取りやめました。'),
  }),
  prepare: intent({
    action: 'dispatch.prepare',
    schema: PrepareForm,
    run: ({ ctx, input, params }) => prepareDispatch(ctx, { proposalId: input.proposal, ...of(params) }),
    done: ({ value }) => ({ to: `/desk/dispatches/${value.dispatchId}/plan`, flash: '計画の下書きをつくりました。' }),
  }),
})

export default function Request() {
  const { view, frame, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const consent = returnedFields(returned, 'consent', 'recordConsent')
  const { entries } = returnedFields(returned, 'consent')
  return (
    <Desk frame={frame} flash={flash}>
      <ErrorSummary entries={entries} />
      {view.card
        ? <CardPrint view={view.card} />
        : <RequestPage view={view.request} secrets={view.secrets} formKey={formKey} consent={consent} />}
    </Desk>
  )
}
