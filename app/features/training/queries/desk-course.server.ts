import { may } from '#app/access/policy.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { applicantAnswers } from '../answers.ts'
import type { ApplicationState } from '../domain/types.ts'
import type { ApplicationRow, CourseFacts, DeskCourseFacts } from '../facts.ts'
import { attendanceOf, findCourse } from '../store.server.ts'

/** One course with everybody who applied; opening it is recorded, as it shows names. */
export async function getDeskCourse(ctx: Ctx, courseId: string): Promise<DeskCourseFacts | null> {
  if (!isUuid(courseId)) return null
  return withActor(ctx, async (tx) => {
    const course = await findCourse(tx, courseId)
    if (!course || !may(ctx.actor, 'application.view', { bodyId: course.bodyId })) return null
    const applications = await applicationsOf(tx, course)
    await auditRead(tx, { action: 'application.list', entity: 'course', id: courseId })
    return { course, applications }
  })
}

async function applicationsOf(tx: Tx, course: CourseFacts): Promise<ApplicationRow[]> {
  const rows = await tx.application.findMany({
    where: { courseId: course.id },
    include: {
      applicationPrivate: { select: { answers: true } },
      completions: {
        where: { voidedAt: null },
        select: { certificates: { where: { state: 'issued' }, select: { fiscalYear: true, no: true } } },
      },
    },
    orderBy: [{ receiptFy: 'asc' }, { receiptNo: 'asc' }],
  })
  const attendance = await attendanceOf(tx, course.sessions.map((session) => session.id))
  return rows.map((row) => ({
    id: row.id,
    receiptFy: row.receiptFy,
    receiptNo: row.receiptNo,
    name: row.name,
    kana: row.kana,
    preferredName: row.preferredName,
    state: row.state as ApplicationState,
    confirmedAt: row.confirmedAt,
    createdAt: row.createdAt,
    version: row.version,
    attendance: attendance.get(row.id) ?? new Map(),
    registerWish: applicantAnswers.parse(row.applicationPrivate[0]?.answers ?? {}).registerWish,
    certificateNo: row.completions[0]?.certificates[0] ?? null,
  }))
}
