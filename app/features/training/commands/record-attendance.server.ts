import { personOf } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import type { AttendanceStatus } from '../domain/types.ts'
import { findSheet } from '../queries/sheet.server.ts'

export interface RecordAttendance {
  sessionId: string
  /** Version of the sheet: the session's. */
  version: number
  status: Record<string, AttendanceStatus>
}

/**
 * Records a session's attendance, the whole sheet in one act. Rows that were not chosen stay as they
 * are; a row that changes keeps its earlier value in the audit trail. From the day of the session on.
 */
export async function recordAttendance(
  ctx: Ctx,
  input: RecordAttendance,
): Promise<Result<{ sessionId: string; changed: number }>> {
  return act(ctx, async (tx) => {
    const sheet = await findSheet(tx, input.sessionId)
    if (!sheet || !may(ctx.actor, 'attendance.record', { bodyId: sheet.course.bodyId })) return refuse('notFound')
    if (sheet.course.state === 'finished' || sheet.course.state === 'cancelled') return refuse('course.over')
    if (sheet.session.day > ctx.clock.today()) return refuse('session.ahead')
    const known = new Map(sheet.rows.map((row) => [row.applicationId, row.status]))
    const given = Object.entries(input.status)
    if (given.some(([id]) => !known.has(id))) return refuse('attendance.unknown')
    if (!(await takeSheet(tx, input))) return refuse('stale')

    const changes = given.filter(([id, status]) => known.get(id) !== status)
    for (const [applicationId, status] of changes) {
      await write(tx, ctx, { ...input, bodyId: sheet.course.bodyId, applicationId, status, isNew: !known.get(applicationId) })
    }
    await audit(tx, {
      action: 'attendance.record', entity: 'course_session', id: input.sessionId,
      detail: Object.fromEntries(changes.map(([id, status]) => [id, `${known.get(id) ?? ''}>${status}`])),
    })
    return ok({ sessionId: input.sessionId, changed: changes.length })
  })
}

/** One sheet, one writer at a time: whoever has an older sheet is told. */
async function takeSheet(tx: Tx, { sessionId, version }: RecordAttendance): Promise<boolean> {
  const taken = await tx.courseSession.updateMany({
    where: { id: sessionId, version },
    data: { version: { increment: 1 } },
  })
  return taken.count === 1
}

interface Row {
  bodyId: string
  sessionId: string
  applicationId: string
  status: AttendanceStatus
  isNew: boolean
}

async function write(tx: Tx, ctx: Ctx, { bodyId, sessionId, applicationId, status, isNew }: Row): Promise<void> {
  const recordedBy = personOf(ctx.actor)
  const recordedAt = ctx.clock.now()
  if (isNew) {
    await tx.attendance.createMany({
      data: [{ id: ctx.ids.next(), bodyId, sessionId, applicationId, status, recordedBy, recordedAt }],
    })
    return
  }
  await tx.attendance.updateMany({
    where: { sessionId, applicationId },
    data: { status, recordedBy, recordedAt, version: { increment: 1 } },
  })
}
