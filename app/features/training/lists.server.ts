import { personOf } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { deskOf } from '#app/features/directory/queries.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromDateColumn, fromOptionalDate } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import type { HelpDesk } from '#app/shared/frame.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { undecidedStates } from './domain/application-lifecycle.ts'
import { applicantAnswers } from './answers.ts'
import type { ApplicationState, CourseState } from './domain/types.ts'
import { attendanceOf, findCourse, toSession } from './store.server.ts'
import type { ApplicationRow, CourseFacts, CourseListRow, DeskCourseFacts, MyTrainingFacts } from './views.ts'

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

/** A person's own applications, sessions and certificates, newest first. */
export async function getMyTraining(ctx: Ctx): Promise<MyTrainingFacts> {
  return withActor(ctx, async (tx) => {
    const rows = await tx.application.findMany({
      where: { personId: personOf(ctx.actor) ?? '' },
      include: {
        completions: {
          where: { voidedAt: null },
          include: { certificates: { where: { state: 'issued' } } },
        },
      },
      orderBy: { createdAt: 'desc' },
    })
    const applications: MyTrainingFacts['applications'] = []
    for (const row of rows) {
      const course = await findCourse(tx, row.courseId)
      if (!course) continue
      const attendance = await attendanceOf(tx, course.sessions.map((session) => session.id))
      const certificate = row.completions[0]?.certificates[0]
      applications.push({
        ...row,
        state: row.state as ApplicationState,
        course,
        attendance: attendance.get(row.id) ?? new Map(),
        certificate: certificate ? { ...certificate, issuedOn: fromDateColumn(certificate.issuedOn) } : null,
      })
    }
    const bodyId = applications[0]?.course.bodyId
    return { applications, desk: bodyId ? await deskOf(tx, bodyId, ctx.clock.today()) : null }
  })
}
