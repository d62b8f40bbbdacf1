import { deskOf, settingOf } from '#app/features/directory/queries.server.ts'
import { fromOptionalDate } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import { here } from '#app/platform/here.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { HelpDesk } from '#app/shared/frame.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { CourseState } from '../domain/types.ts'
import type { CourseFacts, PublicCourseFacts } from '../facts.ts'
import { findCourse, toSession } from '../store.server.ts'

/** Courses that take applications today, the nearest closing day first, and the desk that answers for them. */
export async function getHome(ctx: Ctx): Promise<{ courses: CourseFacts[]; desk: HelpDesk | null }> {
  return withActor(ctx, async (tx) => {
    const courses = await openCourses(tx, ctx.clock.today())
    const bodyId = courses[0]?.bodyId
    return { courses, desk: bodyId ? await deskOf(tx, bodyId, ctx.clock.today()) : null }
  })
}

async function openCourses(tx: Tx, today: TokyoDay): Promise<CourseFacts[]> {
  const rows = await tx.course.findMany({
    where: { state: 'open' },
    include: { body: { select: { name: true } }, courseSessions: { orderBy: { startsAt: 'asc' } } },
    orderBy: [{ applyUntil: 'asc' }, { id: 'asc' }],
    take: 50,
  })
  return rows
    .map((row) => ({
      ...row,
      bodyName: row.body.name,
      state: row.state as CourseState,
      applyUntil: fromOptionalDate(row.applyUntil),
      decisionOn: fromOptionalDate(row.decisionOn),
      sessions: row.courseSessions.map(toSession),
    }))
    .filter((course) => course.applyUntil === null || course.applyUntil >= today)
}

/** A course for everybody, with what its body says about it; null when it is not announced. */
export async function getPublicCourse(ctx: Ctx, courseId: string): Promise<PublicCourseFacts | null> {
  if (!isUuid(courseId)) return null
  return withActor(ctx, async (tx) => {
    const course = await findCourse(tx, courseId)
    if (!course) return null
    const today = ctx.clock.today()
    const guide = await settingOf(tx, course.bodyId, 'training.guide', today)
    return { course, guide, desk: await deskOf(tx, course.bodyId, today) }
  })
}

/** The part after the @ of the address our mails come from. */
export function mailDomain(): string {
  const { mailFrom } = here().env
  return mailFrom.slice(mailFrom.lastIndexOf('@') + 1).replace(/[>\s]/g, '')
}
