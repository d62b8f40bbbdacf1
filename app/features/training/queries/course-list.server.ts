import { fromOptionalDate } from '#app/platform/db/days.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import { undecidedStates } from '../domain/application-lifecycle.ts'
import type { ApplicationState, CourseState } from '../domain/types.ts'
import type { CourseListRow } from '../facts.ts'

/** The body's courses of this fiscal year with how many applications are where. */
export async function listCourses(ctx: Ctx): Promise<CourseListRow[]> {
  return withActor(ctx, async (tx) => {
    const rows = await tx.course.findMany({
      where: { fiscalYear: fiscalYear(ctx.clock.today()) },
      include: { courseSessions: { select: { day: true }, orderBy: { startsAt: 'asc' } } },
      orderBy: [{ applyUntil: 'desc' }, { id: 'desc' }],
    })
    const counted = await tx.application.groupBy({ by: ['courseId', 'state'], _count: true })
    const waiting = await tx.application.findMany({
      where: { state: { in: undecidedStates }, confirmedAt: { not: null } },
      select: { courseId: true, createdAt: true },
      orderBy: { createdAt: 'asc' },
    })
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      state: row.state as CourseState,
      applyUntil: fromOptionalDate(row.applyUntil),
      capacity: row.capacity,
      firstDay: fromOptionalDate(row.courseSessions[0]?.day ?? null),
      lastDay: fromOptionalDate(row.courseSessions.at(-1)?.day ?? null),
      counts: Object.fromEntries(
        counted.filter((one) => one.courseId === row.id).map((one) => [one.state as ApplicationState, one._count]),
      ),
      waitingSince: waiting.filter((one) => one.courseId === row.id).map((one) => one.createdAt),
    }))
  })
}
