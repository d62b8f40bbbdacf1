import { may } from '#app/access/policy.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { AttendanceSheetFacts } from '../facts.ts'
import { attendanceOf, findCourse } from '../store.server.ts'

/** One session's sheet: everybody accepted, by reading of the name. */
export async function findSheet(tx: Tx, sessionId: string): Promise<AttendanceSheetFacts | null> {
  const found = await tx.courseSession.findFirst({ where: { id: sessionId }, select: { courseId: true } })
  const course = found && (await findCourse(tx, found.courseId))
  const session = course?.sessions.find((one) => one.id === sessionId)
  if (!course || !session) return null
  const people = await tx.application.findMany({
    where: { courseId: course.id, state: { in: ['accepted', 'completed', 'notCompleted'] } },
    select: { id: true, name: true, kana: true, preferredName: true },
    orderBy: [{ kana: 'asc' }, { id: 'asc' }],
  })
  const attendance = await attendanceOf(tx, [sessionId])
  const rows = people.map(({ id, name, kana, preferredName }) => ({
    applicationId: id, name, kana, note: preferredName, status: attendance.get(id)?.get(sessionId) ?? null,
  }))
  return { course, session, rows }
}

/** The sheet for its page; opening it is recorded, as it shows names. */
export async function getSheet(ctx: Ctx, sessionId: string): Promise<AttendanceSheetFacts | null> {
  if (!isUuid(sessionId)) return null
  return withActor(ctx, async (tx) => {
    const sheet = await findSheet(tx, sessionId)
    if (!sheet || !may(ctx.actor, 'attendance.record', { bodyId: sheet.course.bodyId })) return null
    await auditRead(tx, { action: 'attendance.view', entity: 'course_session', id: sessionId })
    return sheet
  })
}
