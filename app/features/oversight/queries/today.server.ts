import { auditRead } from '#app/platform/audit.server.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { TodayFacts } from '../facts/today.ts'
import { besideFor } from './today-beside.server.ts'
import { dueFor } from './today-due.server.ts'

/** The day's work of this hat. One row in the trail when it names anybody's record, however many it names. */
export async function getToday(ctx: Ctx): Promise<TodayFacts | null> {
  const { actor } = ctx
  if (actor.kind !== 'staff') return null
  return withActor(ctx, async (tx) => {
    const due = await dueFor(tx, actor, ctx)
    const beside = await besideFor(tx, actor, ctx.clock)
    const named = due.filter((line) => line.id !== null).length + [beside.visits, beside.reports, beside.awaited].flat().length
    if (named > 0) await auditRead(tx, { action: 'today.view', entity: 'task', id: 'list', detail: { rows: named } })
    return { due, ...beside }
  })
}
