import type { CardActor } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { untilDone } from '../store.server.ts'

/**
 * The client says stop, by the card (S3 第3-3(2)ア). In effect when this returns: no reason, no login,
 * nobody's approval. Saying it again changes nothing.
 */
export async function sayStop(ctx: Ctx): Promise<Result<{ requestId: string }>> {
  const { actor } = ctx
  if (!isCard(actor) || !may(actor, 'stop.say', { requestId: actor.requestId })) return refuse('notFound')
  const { requestId, partyId, bodyId } = actor
  return act(
    ctx,
    async (tx) => {
      const request = await tx.dispatchRequest.findUnique({
        where: { id: requestId },
        select: { id: true, stoppedAt: true },
      })
      if (!request) return refuse('notFound')
      if (!request.stoppedAt) {
        // createMany: the card may say it without being able to read the row back.
        const id = ctx.ids.next()
        await tx.stopRequest.createMany({ data: [{ id, bodyId, requestId, partyId, channel: 'card' }] })
      }
      return ok({ requestId })
    },
    untilDone,
  )
}

function isCard(actor: Ctx['actor']): actor is CardActor {
  return actor.kind === 'card'
}
