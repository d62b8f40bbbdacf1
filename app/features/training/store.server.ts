import { fromDateColumn, fromOptionalDate, toDateColumn } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { openField, openOptional, sealField, sealOptional } from '#app/platform/fields.server.ts'
import { checkCodeFrom } from '#app/shared/check-code.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import { asTokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { applicantAnswers, type ApplicantAnswers } from './answers.ts'
import { type ApplyContact, type ApplyPerson, fullName } from './forms.ts'
import type { ApplicationState, AttendanceStatus, CourseState } from './domain/types.ts'
import type { CourseFacts, SessionRow } from './facts.ts'

/** What an applicant told us in confidence. */
export interface ApplicantPrivate {
  email: string
  phone: string | null
  address: string | null
  birth: TokyoDay | null
  /** What would help them take part. */
  care: string | null
  answers: ApplicantAnswers
}

const place = (column: string) => `application_private.${column}`

/** The row of an applicant's private answers, encrypted field by field. */
export function sealPrivate(applicationId: string, bodyId: string, given: ApplicantPrivate) {
  return {
    applicationId,
    bodyId,
    emailEnc: sealField(place('email'), applicationId, given.email),
    phoneEnc: sealOptional(place('phone'), applicationId, given.phone),
    addressEnc: sealOptional(place('address'), applicationId, given.address),
    birthEnc: sealOptional(place('birth'), applicationId, given.birth),
    noteEnc: sealOptional(place('note'), applicationId, given.care),
    answers: { ...given.answers },
  }
}

interface PrivateRow {
  applicationId: string
  emailEnc: Uint8Array | null
  phoneEnc: Uint8Array | null
  addressEnc: Uint8Array | null
  birthEnc: Uint8Array | null
  noteEnc: Uint8Array | null
  answers: unknown
}

/** The address an applicant can be reached at. */
export function openEmail(applicationId: string, emailEnc: Uint8Array | null): string {
  return openOptional(place('email'), applicationId, emailEnc) ?? ''
}

/** The day of birth an applicant gave, if any. */
export function openBirth(applicationId: string, birthEnc: Uint8Array | null): TokyoDay | null {
  return birthEnc && asTokyoDay(openField(place('birth'), applicationId, birthEnc))
}

/** Opens what `sealPrivate` closed. */
export function openPrivate(row: PrivateRow): ApplicantPrivate {
  const id = row.applicationId
  return {
    email: openEmail(id, row.emailEnc),
    phone: openOptional(place('phone'), id, row.phoneEnc),
    address: openOptional(place('address'), id, row.addressEnc),
    birth: openBirth(id, row.birthEnc),
    care: openOptional(place('note'), id, row.noteEnc),
    answers: applicantAnswers.parse(row.answers),
  }
}

/** A course as the rules and pages know it; null when it is not there or not visible. */
export async function findCourse(tx: Tx, id: string): Promise<CourseFacts | null> {
  const row = await tx.course.findFirst({
    where: { id },
    include: { body: { select: { name: true } }, courseSessions: { orderBy: { startsAt: 'asc' } } },
  })
  if (!row) return null
  const { title, summary, place: where, capacity, minSessions, version, bodyId, fiscalYear } = row
  return {
    id, bodyId, bodyName: row.body.name, fiscalYear, title, summary, place: where, capacity, minSessions, version,
    state: row.state as CourseState,
    applyUntil: fromOptionalDate(row.applyUntil),
    decisionOn: fromOptionalDate(row.decisionOn),
    sessions: row.courseSessions.map(toSession),
  }
}

interface SessionColumns {
  id: string
  title: string
  kind: string
  startsAt: Date
  endsAt: Date
  day: Date
  place: string
  required: boolean
  makesUpFor: string | null
  version: number
}

/** A session's row as the rules and pages know it. */
export function toSession(row: SessionColumns): SessionRow {
  const { id, title, startsAt, endsAt, place: where, required, makesUpFor, version } = row
  const kind = row.kind as SessionRow['kind']
  return { id, title, kind, startsAt, endsAt, day: fromDateColumn(row.day), place: where, required, makesUpFor, version }
}

/** Locks a course's row, so that seats are counted by one at a time. */
export async function holdCourse(tx: Tx, courseId: string): Promise<void> {
  await tx.$queryRaw`select id from course where id = ${courseId}::uuid for update`
}

/** How many seats of a course are taken. */
export async function seatsTaken(tx: Tx, courseId: string): Promise<number> {
  return tx.application.count({ where: { courseId, state: { in: ['accepted', 'completed', 'notCompleted'] } } })
}

/**
 * Moves an application from one state to another, if it still is in the state and version it was read
 * in. @returns false when somebody was first
 */
export async function moveApplication(
  tx: Tx,
  from: { id: string; state: ApplicationState; version: number },
  to: ApplicationState,
  more: { decidedBy?: string; decidedAt?: Date; declineReason?: string; closedOn?: TokyoDay } = {},
): Promise<boolean> {
  const { closedOn, ...rest } = more
  const moved = await tx.application.updateMany({
    where: { id: from.id, state: from.state, version: from.version },
    data: { ...rest, state: to, version: { increment: 1 }, ...(closedOn && { closedOn: toDateColumn(closedOn) }) },
  })
  return moved.count === 1
}

/** Attendance of a course: application → session → status. */
export async function attendanceOf(tx: Tx, sessionIds: string[]): Promise<Map<string, Map<string, AttendanceStatus>>> {
  const rows = await tx.attendance.findMany({
    where: { sessionId: { in: sessionIds } },
    select: { applicationId: true, sessionId: true, status: true },
  })
  const found = new Map<string, Map<string, AttendanceStatus>>()
  for (const row of rows) {
    const own = found.get(row.applicationId) ?? new Map<string, AttendanceStatus>()
    own.set(row.sessionId, row.status as AttendanceStatus)
    found.set(row.applicationId, own)
  }
  return found
}

/** The next number of a body's series in a fiscal year, without gaps. */
export async function nextNo(tx: Tx, bodyId: string, kind: string, fiscalYear: number): Promise<number> {
  const rows = await tx.$queryRaw<{ no: number }[]>`select app.next_no(${bodyId}::uuid, ${kind}, ${fiscalYear}::int) as no`
  return rows[0]!.no
}

/** Writes an application and what was told in confidence. @returns its id, fiscal year and running number */
export async function insertApplication(
  tx: Tx,
  ctx: Ctx,
  { courseId, bodyId, person, contact }: { courseId: string; bodyId: string; person: ApplyPerson; contact: ApplyContact },
): Promise<{ id: string; year: number; no: number }> {
  const year = fiscalYear(ctx.clock.today())
  const no = await nextNo(tx, bodyId, 'application', year)
  const id = ctx.ids.next()
  const { phone, address, care, ...answers } = contact
  await tx.application.createMany({
    data: [{
      id, bodyId, courseId, ...fullName(person), preferredName: person.preferredName, state: 'submitted',
      receiptFy: year, receiptNo: no, createdAt: ctx.clock.now(),
    }],
  })
  await tx.applicationPrivate.createMany({
    data: [sealPrivate(id, bodyId, { email: person.email, birth: person.birth, phone, address, care, answers })],
  })
  return { id, year, no }
}

/** Writes a certificate with the next number of its series; its document comes after it. */
export async function insertCertificate(
  tx: Tx,
  ctx: Ctx,
  facts: { bodyId: string; completionId: string; personId: string; fiscalYear: number },
): Promise<{ id: string; no: number }> {
  const id = ctx.ids.next()
  const no = await nextNo(tx, facts.bodyId, 'certificate', facts.fiscalYear)
  await tx.certificate.createMany({
    data: [{
      ...facts, id, no, state: 'issued', issuedOn: toDateColumn(ctx.clock.today()),
      checkCode: checkCodeFrom(ctx.ids.secret()),
    }],
  })
  return { id, no }
}
