import type { Actor, ShownCard, StaffRole } from '#app/shared/actor.ts'
import type { Action } from './actions.ts'

/** What the policy needs to know of a record; a missing fact never allows anything. */
export interface Subject {
  /** The body that owns the record. */
  bodyId?: string
  /** The body a provision was made to. */
  recipientId?: string
  /** The person the record is about or belongs to. */
  personId?: string
  /** Supporters with access to the dispatch now. */
  supporterIds?: readonly string[]
  /** Coordinators whose caseload holds the case now. */
  coordinatorIds?: readonly string[]
  /** The dispatch request of a client's card. */
  requestId?: string
}

/** How the actor must stand to the record. */
type Relation = 'any' | 'body' | 'recipient' | 'own' | 'liveDispatch' | 'caseload' | 'card'

type Hat = StaffRole | 'visitor' | 'supporter' | 'card' | 'link'

type Grants = Partial<Record<Hat, Relation>>

export type DenyReason = 'hat' | 'relation'

export type Verdict = { allow: true } | { allow: false; reason: DenyReason }

const everybody: Grants = {
  visitor: 'any', supporter: 'any', card: 'any', link: 'any', trainer: 'any', roster: 'any',
  dispatch: 'any', coordinator: 'any', auditor: 'any', admin: 'any',
}
const ownAccount: Grants = {
  supporter: 'any', trainer: 'any', roster: 'any', dispatch: 'any', coordinator: 'any', auditor: 'any', admin: 'any',
}
const staff: Grants = {
  trainer: 'body', roster: 'body', dispatch: 'body', coordinator: 'body', auditor: 'body', admin: 'body',
}
const trainingDesk: Grants = { trainer: 'body', roster: 'body' }
const rosterDesk: Grants = { roster: 'body' }
const recipientDesk: Grants = { dispatch: 'recipient' }
const dispatchDesk: Grants = { dispatch: 'body' }
const caseDesk: Grants = { coordinator: 'caseload' }
const dispatchAndCase: Grants = { dispatch: 'body', coordinator: 'caseload' }

/** Who may do what, standing how to the record. What is not written here is denied. */
const grants: Record<Action, Grants> = {
  'course.view': everybody,
  'course.manage': { trainer: 'body' },
  'application.submit': { visitor: 'any', supporter: 'any' },
  'application.confirm': { link: 'any' },
  'application.view': { ...trainingDesk, supporter: 'own' },
  'application.decide': { trainer: 'body' },
  'application.withdraw': { supporter: 'own' },
  'attendance.record': { trainer: 'body' },
  'course.complete': { trainer: 'body' },
  'certificate.issue': { trainer: 'body' },
  'certificate.view': { ...trainingDesk, supporter: 'own' },
  'consent.view': { ...rosterDesk, supporter: 'own' },
  'consent.explain': { supporter: 'own' },
  'consent.sign': { supporter: 'own' },
  'consent.confirmPaper': rosterDesk,
  'consent.withdraw': { supporter: 'own' },
  'roster.view': { ...rosterDesk, supporter: 'own' },
  'roster.register': rosterDesk,
  'provision.view': rosterDesk,
  'provision.prepare': rosterDesk,
  'provision.deliver': rosterDesk,
  'provision.accept': recipientDesk,
  'provision.open': recipientDesk,
  'recall.acknowledge': recipientDesk,
  'reconfirmation.view': { ...dispatchDesk, supporter: 'own', link: 'own' },
  'reconfirmation.ask': dispatchDesk,
  'reconfirmation.answer': { supporter: 'own', link: 'own' },
  'reconfirmation.record': dispatchDesk,
  'reconfirmation.thanks': everybody,
  'case.list': { coordinator: 'body' },
  'case.open': { coordinator: 'body' },
  'case.view': caseDesk,
  'case.askAccess': { coordinator: 'body' },
  'contact.record': caseDesk,
  'hearing.record': caseDesk,
  'request.list': { dispatch: 'body', coordinator: 'body' },
  'request.receive': { dispatch: 'body', coordinator: 'caseload' },
  'request.view': { ...dispatchAndCase, card: 'card' },
  'card.issue': dispatchAndCase,
  'coordination.consent': { card: 'card' },
  'coordination.record': dispatchAndCase,
  'candidate.search': dispatchDesk,
  'proposal.send': dispatchDesk,
  'proposal.view': { ...dispatchDesk, supporter: 'own' },
  'proposal.answer': { supporter: 'own' },
  'dispatch.list': dispatchDesk,
  'dispatch.prepare': dispatchDesk,
  'dispatch.view': { ...dispatchAndCase, supporter: 'liveDispatch', card: 'card' },
  'dispatch.begin': dispatchDesk,
  'plan.write': dispatchDesk,
  'plan.offer': dispatchDesk,
  'plan.view': { ...dispatchAndCase, supporter: 'liveDispatch', card: 'card' },
  'agreement.answer': { supporter: 'own', card: 'card' },
  'agreement.record': dispatchDesk,
  'cover.record': dispatchDesk,
  'visit.book': dispatchDesk,
  'visit.view': { ...dispatchAndCase, supporter: 'liveDispatch', card: 'card' },
  'visit.signal': { supporter: 'liveDispatch' },
  'visit.hold': { supporter: 'liveDispatch', dispatch: 'body' },
  'visit.cancel': dispatchDesk,
  'report.write': { supporter: 'own' },
  'report.view': { ...dispatchAndCase, supporter: 'own' },
  'report.readShared': { card: 'card' },
  'report.advise': dispatchAndCase,
  // also after a stop: the subject are the supporters of the visit, whatever became of the dispatch
  'incident.report': { supporter: 'liveDispatch' },
  'incident.view': { ...dispatchAndCase, supporter: 'own' },
  'incident.handle': dispatchAndCase,
  'stop.say': { card: 'card', supporter: 'liveDispatch' },
  'stop.record': dispatchAndCase,
  'stop.view': { ...dispatchAndCase, card: 'card' },
  'stop.followUp': dispatchAndCase,
  // Hats that documents are for; which of them, the kind of each decides, row by row.
  'document.view': { trainer: 'any', roster: 'any', dispatch: 'any', coordinator: 'any', supporter: 'any', card: 'any' },
  'document.check': everybody,
  'today.view': staff,
  'audit.view': { auditor: 'body', dispatch: 'body', coordinator: 'body' },
  'mail.view': { trainer: 'body', roster: 'body', dispatch: 'body', coordinator: 'body', admin: 'body' },
  'mail.retry': { admin: 'body', dispatch: 'body', roster: 'body', trainer: 'body' },
  'account.own': ownAccount,
  'account.askPassword': everybody,
  'account.setPassword': { link: 'any' },
  'account.logIn': everybody,
  'account.logOut': everybody,
  'link.follow': everybody,
  'card.enter': everybody,
  'card.close': everybody,
  'page.closed': everybody,
  'page.unknown': everybody,
  'health.check': everybody,
  'demo.mail': everybody,
}

function hatOf(actor: Actor | ShownCard): Hat | null {
  if (actor.kind === 'staff') return actor.role
  return actor.kind === 'auth' || actor.kind === 'job' ? null : actor.kind
}

function stands(actor: Actor | ShownCard, relation: Relation, subject: Subject): boolean {
  if (relation === 'any') return true
  const person = 'personId' in actor ? actor.personId : null
  switch (relation) {
    case 'body':
      return actor.kind === 'staff' && subject.bodyId === actor.bodyId
    case 'recipient':
      return actor.kind === 'staff' && subject.recipientId === actor.bodyId
    case 'own':
      return person !== null && subject.personId === person
    case 'liveDispatch':
      return person !== null && (subject.supporterIds?.includes(person) ?? false)
    case 'caseload':
      return person !== null && (subject.coordinatorIds?.includes(person) ?? false)
    case 'card':
      return 'requestId' in actor && subject.requestId === actor.requestId
  }
}

/** Who asks for what, and for which record. A card that is only shown can say stop, and is asked nothing else. */
type Question = [actor: Actor, action: Action, subject?: Subject] | [actor: ShownCard, action: 'stop.say', subject?: undefined]

/**
 * The one place where permission is decided. Pure and total; what no line allows is denied.
 * Without a subject it answers whether the hat may ever do this (for a page's door); with one it
 * answers for that record. Jobs and the login machinery are not asked: they hold no hat.
 */
export function decide(...asked: Question): Verdict {
  const [actor, action, subject] = asked
  const hat = hatOf(actor)
  const relation = hat ? grants[action][hat] : undefined
  if (!relation) return { allow: false, reason: 'hat' }
  if (subject && !stands(actor, relation, subject)) return { allow: false, reason: 'relation' }
  return { allow: true }
}

/** As `decide`, as a yes or no. */
export function may(...asked: Question): boolean {
  return decide(...asked).allow
}

/** Every hat and relation that the table allows an action to; for the table-driven test. */
export function grantsOf(action: Action): Readonly<Grants> {
  return grants[action]
}
