import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { nextProposalState, type ProposalState } from '../domain/proposal-lifecycle.ts'

/**
 * The supporter's free answer; a decline needs no reason and has no consequence. Interest is not a promise:
 * names are exchanged only when both sides want it (N15).
 */
export async function answerProposal(
  ctx: Ctx,
  input: { proposalId: string; answer: 'interest' | 'decline'; version: number },
): Promise<Result<{ state: ProposalState }>> {
  const { actor } = ctx
  if (actor.kind !== 'supporter' || !isUuid(input.proposalId)) return refuse('notFound')
  return act(ctx, async (tx) => {
    const row = await tx.proposal.findUnique({ where: { id: input.proposalId } })
    if (!row || !may(actor, 'proposal.answer', { personId: row.personId })) return refuse('notFound')
    const state = nextProposalState(row.state as ProposalState, input.answer)
    if (!state) return refuse('proposal.closed')
    // the consent first: its withdrawal locks it before it cancels proposals
    await tx.$queryRaw`select app.hold_consent(${row.reconfirmationId}::uuid)::text`
    const moved = await tx.proposal.updateMany({
      where: { id: row.id, version: input.version, state: row.state },
      data: { state, answeredAt: ctx.clock.now(), version: { increment: 1 } },
    })
    if (moved.count !== 1) return refuse('stale')
    const { bodyId } = row
    await audit(tx, { action: 'proposal.answer', entity: 'proposal', id: row.id, detail: { state }, bodyId })
    return ok({ state })
  })
}
