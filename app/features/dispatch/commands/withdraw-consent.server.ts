import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { cardRequest, leaveDeskNote, ownConsent } from '../store/card.server.ts'

/**
 * The client takes the consent to coordination back, by the card, without a reason. The database cancels the
 * proposals under way in the same transaction; nobody is looked for until there is a new consent (N4).
 */
export async function withdrawConsent(ctx: Ctx): Promise<Result<{ requestId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'card' || !may(actor, 'coordination.consent', { requestId: actor.requestId })) {
    return refuse('notFound')
  }
  return act(ctx, async (tx) => {
    if (!(await cardRequest(tx, actor))) return refuse('notFound')
    const consent = await ownConsent(tx, actor)
    if (!consent) return refuse('consent.notGiven')
    const taken = await tx.coordinationConsent.updateMany({
      where: { id: consent.id, withdrawnAt: null },
      data: { withdrawnAt: ctx.clock.now() },
    })
    if (taken.count !== 1) return refuse('stale')
    await leaveDeskNote(tx, ctx, actor, 'withdrawn')
    const { requestId } = actor
    const detail = { request: requestId }
    await audit(tx, { action: 'coordination.withdraw', entity: 'coordination_consent', id: consent.id, detail })
    return ok({ requestId })
  })
}
