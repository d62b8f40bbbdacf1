import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerProposal } from '#app/features/dispatch/commands/answer-proposal.server.ts'
import { AnswerProposalForm } from '#app/features/dispatch/forms/proposal.ts'
import { requestMessages } from '#app/features/dispatch/messages/request.ts'
import { presentProposal } from '#app/features/dispatch/presenter/proposal.ts'
import { getOwnProposal } from '#app/features/dispatch/queries/proposal.server.ts'
import { ProposalPage } from '#app/features/dispatch/ui/proposal-page.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { ErrorSummary, returnedFields } from '#app/ui/form.ts'
import { MyPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: 'ご相談｜マイページ' }]

export const loader = page({ audience: 'supporter', action: 'proposal.view' }, async ({ ctx, params }) => {
  const facts = await getOwnProposal(ctx, params.proposalId ?? '')
  return facts && presentProposal(facts, ctx.actor)
})

const answer = (what: 'interest' | 'decline', flash: string) =>
  intent({
    schema: AnswerProposalForm,
    run: ({ ctx, input, params }) => answerProposal(ctx, { ...input, answer: what, proposalId: params.proposalId ?? '' }),
    done: ({ asked }) => ({ to: `/my/proposals/${asked.params.proposalId}`, flash }),
  })

export const action = submitAny({ audience: 'supporter', action: 'proposal.answer' }, requestMessages, {
  interest: answer('interest', '受け取りました。担当が相手の方にも聞きます。'),
  decline: answer('decline', '受け取りました。ここで終わりです。'),
})

export default function Proposal() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const { entries } = returnedFields(useActionData<typeof action>(), 'answer')
  return (
    <MyPage flash={flash} help={view.desk}>
      <ErrorSummary entries={entries} />
      <ProposalPage view={view} formKey={formKey} />
    </MyPage>
  )
}
