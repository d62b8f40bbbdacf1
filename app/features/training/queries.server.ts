import { may } from '#app/access/policy.ts'
import { deskOf, hasAccount, settingOf } from '#app/features/directory/queries.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import { runtime } from '#app/platform/runtime.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { receiptNo } from '#app/shared/receipt-no.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { ApplicationState } from './domain/types.ts'
import { attendanceOf, findCourse, openBirth, openEmail, openPrivate, seatsTaken } from './store.server.ts'
import type { AttendanceSheetFacts, DeskApplicationFacts, PublicCourseFacts } from './views.ts'

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
  const { mailFrom } = runtime().env
  return mailFrom.slice(mailFrom.lastIndexOf('@') + 1).replace(/[>\s]/g, '')
}

/** What the holder of an unused confirmation link may know. */
export async function findLinkedApplication(tx: Tx, linkHash: Uint8Array) {
  const rows = await tx.$queryRaw<{
    id: string
    bodyName: string
    bodyId: string
    courseTitle: string
    name: string
    receiptFy: number
    receiptNo: number
    emailEnc: Uint8Array | null
  }[]>`
    select application_id as id, body_id as "bodyId", body_name as "bodyName", course_title as "courseTitle", name,
           receipt_fy as "receiptFy", receipt_no as "receiptNo", email_enc as "emailEnc"
      from app.link_application(${linkHash}::bytea)`
  const row = rows[0]
  return row ? { ...row, email: openEmail(row.id, row.emailEnc) } : null
}

/** The page of whoever opened the confirmation link: what they confirm, and whether they have an account. */
export async function getLinkedApplication(ctx: Ctx) {
  const { actor } = ctx
  if (actor.kind !== 'link') return null
  const found = await withActor(ctx, async (tx) => {
    const linked = await findLinkedApplication(tx, actor.linkHash)
    return linked && { ...linked, desk: await deskOf(tx, linked.bodyId, ctx.clock.today()) }
  })
  if (!found) return null
  const facts = [
    { name: '研修', value: found.courseTitle },
    { name: '受付番号', value: receiptNo(found.receiptFy, 'KJ', found.receiptNo) },
    { name: 'お名前', value: found.name },
    { name: 'メール', value: found.email },
  ]
  return { desk: found.desk, email: found.email, facts, hasAccount: await hasAccount(found.email) }
}

/** An application as the commands of the desk need it. */
export async function findApplication(tx: Tx, id: string, today: TokyoDay) {
  const row = await tx.application.findFirst({
    where: { id },
    include: {
      applicationPrivate: { select: { emailEnc: true } },
      course: { select: { title: true, capacity: true, courseSessions: { orderBy: { startsAt: 'asc' }, take: 1 } } },
    },
  })
  if (!row) return null
  const guide = await settingOf(tx, row.bodyId, 'training.guide', today)
  return {
    id,
    bodyId: row.bodyId,
    courseId: row.courseId,
    personId: row.personId,
    state: row.state as ApplicationState,
    version: row.version,
    receiptFy: row.receiptFy,
    receiptNo: row.receiptNo,
    courseTitle: row.course.title,
    capacity: row.course.capacity,
    firstSessionAt: row.course.courseSessions[0]?.startsAt ?? null,
    emailEnc: row.applicationPrivate[0]?.emailEnc ?? null,
    declineReasons: guide?.declineReasons ?? [],
  }
}
export type FoundApplication = NonNullable<Awaited<ReturnType<typeof findApplication>>>

/** A person's own application, without what was told in confidence. */
export async function findOwnApplication(tx: Tx, id: string) {
  const row = await tx.application.findFirst({
    where: { id },
    select: { id: true, bodyId: true, personId: true, state: true, version: true },
  })
  return row && { ...row, state: row.state as ApplicationState }
}

/** Everybody who was accepted for a course and has not left. */
export async function acceptedOf(tx: Tx, courseId: string) {
  const rows = await tx.application.findMany({
    where: { courseId, state: 'accepted', personId: { not: null } },
    select: { id: true, personId: true, version: true },
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => ({ ...row, personId: row.personId! }))
}
export type Accepted = Awaited<ReturnType<typeof acceptedOf>>[number]

/** Everybody who completed a course and has no valid certificate, by reading of the name. */
export async function completersOf(tx: Tx, courseId: string) {
  const rows = await tx.completion.findMany({
    where: { application: { courseId }, voidedAt: null, certificates: { none: { state: 'issued' } } },
    include: { application: { include: { applicationPrivate: true } } },
    orderBy: [{ application: { kana: 'asc' } }, { id: 'asc' }],
  })
  return rows.map((row) => {
    const own = row.application.applicationPrivate[0]
    return {
      completionId: row.id,
      personId: row.personId,
      completedOn: fromDateColumn(row.completedOn),
      name: row.application.name,
      kana: row.application.kana,
      email: openEmail(row.applicationId, own?.emailEnc ?? null),
      birth: openBirth(row.applicationId, own?.birthEnc ?? null),
    }
  })
}
export type Completer = Awaited<ReturnType<typeof completersOf>>[number]

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
