import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'

const attempts = 50

/**
 * A supporter passes on a stop that the client said to them. The database lets only a supporter of the
 * live dispatch say it; afterwards the supporter no longer sees the client.
 */
export async function passOnStop(ctx: Ctx, input: { dispatchId: string }): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.kind !== 'supporter') return refuse('notFound')
  return act(
    ctx,
    async (tx) => {
      const dispatch = await tx.dispatch.findUnique({
        where: { id: input.dispatchId },
        select: { id: true, bodyId: true },
      })
      if (!dispatch) return refuse('notFound')
      await tx.stopRequest.createMany({
        data: [
          {
            id: ctx.ids.next(),
            bodyId: dispatch.bodyId,
            dispatchId: dispatch.id,
            channel: 'viaSupporter',
            recordedBy: actor.personId,
          },
        ],
      })
      return ok(null)
    },
    { quietMail: true, attempts },
  )
}
