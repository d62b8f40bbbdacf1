import { may } from '#app/access/policy.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import type { RecordedChannel } from '../domain/follow-up.ts'
import { loadStoppable, untilDone } from '../store.server.ts'

/**
 * Staff write down a stop said by phone, on paper, through the supporter or to themselves
 * (S3 第3-3(2)ア). It has the same effect as the client's own button.
 */
export async function recordStop(
  ctx: Ctx,
  input: { requestId: string; channel: RecordedChannel },
): Promise<Result<{ requestId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'staff') return refuse('notFound')
  return act(
    ctx,
    async (tx) => {
      const request = await loadStoppable(tx, input.requestId, actor)
      if (!request || !may(actor, 'stop.record', request)) return refuse('notFound')
      if (!request.stopped) {
        await tx.stopRequest.createMany({
          data: [
            {
              id: ctx.ids.next(),
              bodyId: request.bodyId,
              requestId: input.requestId,
              channel: input.channel,
              recordedBy: actor.personId,
            },
          ],
        })
      }
      return ok({ requestId: input.requestId })
    },
    untilDone,
  )
}
