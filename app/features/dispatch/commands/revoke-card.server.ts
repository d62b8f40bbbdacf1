import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { requestHead } from '../store/request.server.ts'

/** Makes a card unusable at once, for example one that was lost. What was said with it stays. */
export async function revokeCard(
  ctx: Ctx,
  input: { requestId: string; cardId: string },
): Promise<Result<{ cardId: string }>> {
  const { actor } = ctx
  if (
    actor.kind !== 'staff' || !may(actor, 'card.issue') || !isUuid(input.requestId) || !isUuid(input.cardId)
  ) {
    return refuse('notFound')
  }
  return act(ctx, async (tx) => {
    const head = await requestHead(tx, actor, input.requestId)
    if (!head || !may(actor, 'card.issue', head)) return refuse('notFound')
    const revoked = await tx.clientCard.updateMany({
      where: { id: input.cardId, requestId: head.id, revokedAt: null },
      data: { revokedAt: ctx.clock.now() },
    })
    if (revoked.count !== 1) return refuse('card.noCard')
    await audit(tx, { action: 'card.revoke', entity: 'client_card', id: input.cardId, detail: { request: head.id } })
    return ok({ cardId: input.cardId })
  })
}
