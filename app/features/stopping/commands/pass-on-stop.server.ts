import { may } from '#app/access/policy.ts'
import { loadVisit, supportersOf } from '#app/features/activity/store/visits.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { untilDone } from '../store.server.ts'

/**
 * A supporter passes on a stop that the client said to them on a visit (S3 第3-3(2)ア). It stops the dispatch of that
 * visit and has the same effect as the client's own button. Only while the dispatch is open to the supporter;
 * when somebody else has stopped it in the same moment, nothing more is written.
 */
export async function passOnStop(ctx: Ctx, input: { visitId: string }): Promise<Result<{ visitId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'supporter') return refuse('notFound')
  return act(
    ctx,
    async (tx) => {
      const visit = await loadVisit(tx, input.visitId)
      const live = visit && (await tx.dispatch.findUnique({ where: { id: visit.dispatchId }, select: { id: true } }))
      const supporterIds = visit && live ? await supportersOf(tx, visit.id) : []
      if (!visit || !may(actor, 'stop.say', { supporterIds })) return refuse('notFound')
      const { bodyId, dispatchId } = visit
      await tx.stopRequest.createMany({
        data: [{ id: ctx.ids.next(), bodyId, dispatchId, channel: 'viaSupporter', recordedBy: actor.personId }],
      })
      return ok({ visitId: visit.id })
    },
    untilDone,
  )
}
