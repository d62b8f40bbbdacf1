import { completeCourse } from '#app/features/training/commands/complete-course.server.ts'
import { confirmApplication } from '#app/features/training/commands/confirm-application.server.ts'
import { decideApplication } from '#app/features/training/commands/decide-application.server.ts'
import { issueCertificates } from '#app/features/training/commands/issue-certificates.server.ts'
import { recordAttendance } from '#app/features/training/commands/record-attendance.server.ts'
import { submitApplication } from '#app/features/training/commands/submit-application.server.ts'
import { ApplyContactForm, ApplyPersonForm } from '#app/features/training/forms.ts'
import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import type { Database } from '#app/platform/db/open.server.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { hashToken, linkToken } from '#app/platform/links.server.ts'
import type { LinkActor } from '#app/shared/actor.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import { type TokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { must } from './must.ts'
import { demoPassword, type World } from './world.ts'

/** One session of a course to be made, on a Tokyo day between two clock times. */
export interface SessionPlan {
  day: TokyoDay
  from?: string
  to?: string
  title?: string
  kind?: 'lecture' | 'groupWork' | 'practice'
  required?: boolean
  place?: string
  /** Index of the session that this one makes up for. */
  makesUpFor?: number
}

export interface CoursePlan {
  title?: string
  summary?: string
  place?: string
  sessions?: SessionPlan[]
  capacity?: number | null
  minSessions?: number | null
  applyUntil?: TokyoDay | null
  decisionOn?: TokyoDay
  state?: 'draft' | 'open' | 'closed' | 'finished' | 'cancelled'
}

/** A course as it was made. */
export interface MadeCourse {
  id: string
  bodyId: string
  sessionIds: string[]
}

/**
 * A course of the prefecture, by default with two sessions this afternoon and open until today: whoever applies
 * can be trained on the same day. There is no screen that makes courses; the trainer's own role writes it.
 */
export async function aCourse(world: World, plan: CoursePlan = {}): Promise<MadeCourse> {
  const { ctx, bodyId } = world.trainer
  const today = world.clock.today()
  const courseId = world.ids.next()
  const sessions = plan.sessions ?? [
    { day: today, from: '13:30', to: '15:00', title: '気持ちを知る' },
    { day: today, from: '15:10', to: '16:40', title: '聞くこと、待つこと', kind: 'groupWork' as const },
  ]
  const sessionIds = sessions.map(() => world.ids.next())
  await withActor(ctx, async (tx) => {
    await tx.course.create({
      data: {
        id: courseId, bodyId, fiscalYear: fiscalYear(today), kind: 'supporter',
        title: plan.title ?? 'ひきこもりサポーター養成研修 1日のコース',
        summary: plan.summary ?? '人と会うのがつらくなっている方のそばで、急がずに話を聞くサポーターになるための研修です。経験や資格はいりません。',
        place: plan.place ?? 'みどり県福祉会館',
        capacity: plan.capacity === undefined ? 30 : plan.capacity,
        minSessions: plan.minSessions ?? null,
        applyUntil: plan.applyUntil === undefined ? toDateColumn(today) : plan.applyUntil && toDateColumn(plan.applyUntil),
        decisionOn: toDateColumn(plan.decisionOn ?? today),
        state: plan.state ?? 'open',
      },
    })
    for (const [i, session] of sessions.entries()) {
      await tx.courseSession.create({
        data: {
          id: sessionIds[i]!, bodyId, courseId, title: session.title ?? `第${i + 1}回`,
          kind: session.kind ?? 'lecture', day: toDateColumn(session.day),
          startsAt: tokyoInstant(session.day, session.from ?? '13:30'),
          endsAt: tokyoInstant(session.day, session.to ?? '16:30'),
          place: session.place ?? '会場', required: session.required ?? true,
          makesUpFor: session.makesUpFor === undefined ? null : sessionIds[session.makesUpFor]!,
        },
      })
    }
    await audit(tx, { action: 'course.create', entity: 'course', id: courseId })
  })
  return { id: courseId, bodyId, sessionIds }
}

/** What an applicant types; the whole of both pages. */
export interface ApplicantFacts {
  familyName: string
  givenName: string
  familyKana: string
  givenKana: string
  preferredName?: string
  email: string
  birth?: { year: string; month: string; day: string }
}

/** 千葉 花子 of the drawings, told apart by a number where there are several. */
export function anApplicant(no = 1): ApplicantFacts {
  const [familyName, familyKana] = [['千葉', 'チバ'], ['見本', 'ミホン'], ['試川', 'タメシカワ'], ['例田', 'レイダ']][(no - 1) % 4]!
  return {
    familyName: familyName!, familyKana: familyKana!, givenName: '花子', givenKana: 'ハナコ',
    email: `hanako${no === 1 ? '' : no}@mihon.example.jp`,
  }
}

/** A visitor applies with the real forms and the real command. */
export async function applied(world: World, courseId: string, who: ApplicantFacts = anApplicant()) {
  const person = ApplyPersonForm.parse({ nameWay: 'split', ...who })
  const contact = ApplyContactForm.parse({ ways: ['mail'], phoneWish: 'none' })
  return must(await submitApplication(world.visitor, { courseId, person, contact }))
}

/** The context of whoever opens the confirmation link that was mailed for an application. */
export async function linkCtx(database: Database, world: World, applicationId: string): Promise<Ctx & { actor: LinkActor }> {
  const link = await database.asOwner((tx) => tx.linkToken.findFirstOrThrow({ where: { applicationId } }))
  const linkHash = hashToken(linkToken(link.id))
  const actor: LinkActor = { kind: 'link', linkHash, purpose: 'application.confirm', personId: null }
  return { actor, clock: world.clock, ids: world.ids }
}

/** Applied, and confirmed through the mailed link with the demo password. */
export async function confirmed(database: Database, world: World, courseId: string, who: ApplicantFacts = anApplicant()) {
  const application = await applied(world, courseId, who)
  const ctx = await linkCtx(database, world, application.applicationId)
  const { personId } = must(await confirmApplication(ctx, { password: demoPassword }))
  return { ...application, personId, email: who.email }
}

/** Confirmed, and accepted by the trainer. */
export async function accepted(database: Database, world: World, courseId: string, who: ApplicantFacts = anApplicant()) {
  const application = await confirmed(database, world, courseId, who)
  const { applicationId } = application
  must(await decideApplication(world.trainer.ctx, { applicationId, version: 2, decision: 'accept' }))
  return application
}

/** An application as it is kept now. */
export async function applicationRow(database: Database, id: string) {
  return database.asOwner((tx) => tx.application.findUniqueOrThrow({ where: { id } }))
}

async function courseVersion(database: Database, id: string): Promise<number> {
  return (await database.asOwner((tx) => tx.course.findUniqueOrThrow({ where: { id } }))).version
}

async function sheetVersion(database: Database, id: string): Promise<number> {
  return (await database.asOwner((tx) => tx.courseSession.findUniqueOrThrow({ where: { id } }))).version
}

/** Everybody present at every session. */
export async function attended(database: Database, world: World, course: MadeCourse, applicationIds: string[]): Promise<void> {
  for (const sessionId of course.sessionIds) {
    const version = await sheetVersion(database, sessionId)
    const status = Object.fromEntries(applicationIds.map((id) => [id, 'present' as const]))
    must(await recordAttendance(world.trainer.ctx, { sessionId, version, status }))
  }
}

/** The course completed for everybody by its rule, and the certificates issued. */
export async function finished(database: Database, world: World, course: MadeCourse): Promise<void> {
  const { ctx } = world.trainer
  must(await completeCourse(ctx, { courseId: course.id, version: await courseVersion(database, course.id) }))
  must(await issueCertificates(ctx, { courseId: course.id, version: await courseVersion(database, course.id) }))
}

/** People with an account, a completed course and a certificate, all by the real commands. */
export async function trained(database: Database, world: World, people: ApplicantFacts[], course?: MadeCourse) {
  const made = course ?? (await aCourse(world))
  const all = []
  for (const who of people) all.push(await accepted(database, world, made.id, who))
  await attended(database, world, made, all.map((one) => one.applicationId))
  await finished(database, world, made)
  return all
}
