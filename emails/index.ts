import type { MailKind } from '#app/shared/mail-kinds.ts'
import * as account from './account.tsx'
import * as activity from './activity.tsx'
import * as dispatch from './dispatch.tsx'
import type { MailDefinition } from './letter.tsx'
import * as roster from './roster.tsx'
import * as safety from './safety.tsx'
import * as training from './training.tsx'

/** Every mail of the house by its kind. */
export const mails: { [K in MailKind]: MailDefinition<K> } = {
  'training.applicationReceived': training.applicationReceived,
  'training.applicationAccepted': training.applicationAccepted,
  'training.applicationDeclined': training.applicationDeclined,
  'training.certificateIssued': training.certificateIssued,
  'consent.signedCopy': roster.signedCopy,
  'consent.paperReceived': roster.paperReceived,
  'consent.paperReturned': roster.paperReturned,
  'roster.registered': roster.registered,
  'provision.delivered': roster.delivered,
  'recall.request': roster.recallRequest,
  'reconfirmation.ask': dispatch.ask,
  'reconfirmation.reminder': dispatch.reminder,
  'proposal.sent': dispatch.proposalSent,
  'plan.offered': dispatch.planOffered,
  'plan.agreed': dispatch.planAgreed,
  'visit.booked': activity.visitBooked,
  'visit.reminder': activity.visitReminder,
  'visit.cancelled': activity.visitCancelled,
  'report.answered': activity.reportAnswered,
  'incident.reported': safety.incidentReported,
  'stop.notice': safety.stopNotice,
  'stop.staff': safety.stopStaff,
  'account.newPassword': account.newPassword,
  'account.passwordChanged': account.passwordChanged,
}

/** All kinds, in the order of the story. */
export const mailKinds = Object.keys(mails) as MailKind[]

/** True for a kind that has a mail. */
export function isMailKind(kind: string): kind is MailKind {
  return Object.hasOwn(mails, kind)
}
