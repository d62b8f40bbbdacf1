import { may } from '#app/access/policy.ts'
import { settingOf } from '#app/features/directory/queries.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { ApplicationState } from '../domain/types.ts'
import type { DeskApplicationFacts } from '../facts.ts'
import { openPrivate, seatsTaken } from '../store.server.ts'

/** One application with what was told in confidence; opening it is recorded. */
export async function getApplication(ctx: Ctx, id: string): Promise<DeskApplicationFacts | null> {
  if (!isUuid(id)) return null
  return withActor(ctx, async (tx) => {
    const row = await tx.application.findFirst({
      where: { id },
      include: { applicationPrivate: true, course: true },
    })
    const own = row?.applicationPrivate[0]
    if (!row || !own || !may(ctx.actor, 'application.view', { bodyId: row.bodyId })) return null
    const guide = await settingOf(tx, row.bodyId, 'training.guide', ctx.clock.today())
    const taken = await seatsTaken(tx, row.courseId)
    const decidedByName = row.decidedBy && (await staffName(tx, row.decidedBy))
    await auditRead(tx, { action: 'application.view', entity: 'application', id })
    return {
      application: { ...row, state: row.state as ApplicationState, courseTitle: row.course.title, decidedByName },
      given: openPrivate(own),
      seats: { capacity: row.course.capacity, taken },
      decisionOn: row.course.decisionOn && fromDateColumn(row.course.decisionOn),
      declineReasons: guide?.declineReasons ?? [],
    }
  })
}

async function staffName(tx: Tx, personId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ name: string | null }[]>`select app.staff_name(${personId}::uuid) as name`
  return rows[0]?.name ?? null
}
