import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import type { Job } from '#app/platform/jobs/worker.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'

/** So many at a time; the rest is done by the next round. */
const batch = 100

/** Looks once an hour: the day is over at midnight in Tokyo, and nothing hurries. */
export const lapseProposals: Job = { name: 'lapse-proposals', everySeconds: 3600, run: lapse }

/**
 * Proposals whose day is over without an answer lapse; silence is taken as a decline and has no consequence.
 * @returns how many lapsed
 */
async function lapse(ctx: Ctx): Promise<number> {
  const due = await withActor(ctx, (tx) =>
    tx.proposal.findMany({
      where: { state: 'sent', answerDueOn: { lt: toDateColumn(ctx.clock.today()) } },
      select: { id: true, bodyId: true, reconfirmationId: true, version: true },
      orderBy: { id: 'asc' },
      take: batch,
    }),
  )
  let lapsed = 0
  for (const { id, bodyId, reconfirmationId, version } of due) {
    lapsed += await withActor(ctx, async (tx) => {
      await tx.$queryRaw`select app.hold_consent(${reconfirmationId}::uuid)::text`
      const moved = await tx.proposal.updateMany({
        where: { id, version, state: 'sent' },
        data: { state: 'lapsed', version: { increment: 1 } },
      })
      if (moved.count === 1) await audit(tx, { action: 'proposal.lapse', entity: 'proposal', id, bodyId })
      return moved.count
    })
  }
  return lapsed
}
