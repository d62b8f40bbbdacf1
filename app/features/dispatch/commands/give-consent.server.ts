import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { cardRequest, leaveDeskNote, ownConsent } from '../store/card.server.ts'

/**
 * The client consents to coordination, by the card (S3 第3-3(3)イ): only from now on may supporters be looked
 * for. Pressing it again changes nothing.
 */
export async function giveConsent(ctx: Ctx): Promise<Result<{ requestId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'card' || !may(actor, 'coordination.consent', { requestId: actor.requestId })) {
    return refuse('notFound')
  }
  return act(ctx, async (tx) => {
    const request = await cardRequest(tx, actor)
    if (!request) return refuse('notFound')
    if (request.stoppedAt) return refuse('card.stopped')
    const { requestId, partyId, bodyId } = actor
    if (await ownConsent(tx, actor)) return ok({ requestId })
    const id = ctx.ids.next()
    await tx.coordinationConsent.createMany({
      data: [{ id, bodyId, requestId, partyId, givenAt: ctx.clock.now(), method: 'card' }],
    })
    await leaveDeskNote(tx, ctx, actor, 'consented')
    await audit(tx, { action: 'coordination.consent', entity: 'coordination_consent', id, detail: { request: requestId } })
    return ok({ requestId })
  })
}
