import { settingOf } from '#app/features/directory/queries.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { ApplicationState } from '../domain/types.ts'
import { openBirth, openEmail } from '../store.server.ts'

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
