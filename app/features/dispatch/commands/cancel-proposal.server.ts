import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { nextProposalState, type ProposalState } from '../domain/proposal-lifecycle.ts'

/** The desk takes a question back, for example because another supporter was found. */
export async function cancelProposal(
  ctx: Ctx,
  input: { requestId: string; proposalId: string; version: number },
): Promise<Result<{ proposalId: string }>> {
  const { actor } = ctx
  if (
    actor.kind !== 'staff' || !may(actor, 'proposal.send') || !isUuid(input.proposalId) || !isUuid(input.requestId)
  ) {
    return refuse('notFound')
  }
  return act(ctx, async (tx) => {
    const row = await tx.proposal.findFirst({ where: { id: input.proposalId, requestId: input.requestId } })
    if (!row || !may(actor, 'proposal.send', { bodyId: row.bodyId })) return refuse('notFound')
    if (!nextProposalState(row.state as ProposalState, 'cancel')) return refuse('proposal.closed')
    await tx.$queryRaw`select app.hold_consent(${row.reconfirmationId}::uuid)::text`
    const moved = await tx.proposal.updateMany({
      where: { id: row.id, version: input.version, state: row.state },
      data: { state: 'cancelled', version: { increment: 1 } },
    })
    if (moved.count !== 1) return refuse('stale')
    await audit(tx, { action: 'proposal.cancel', entity: 'proposal', id: row.id, detail: { request: row.requestId } })
    return ok({ proposalId: row.id })
  })
}
