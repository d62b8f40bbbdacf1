import type { TokyoDay } from './tokyo-day.ts'

/** An instant as it stands in stored JSON: ISO 8601 with Z. */
export type IsoInstant = string

/**
 * Every mail the house sends, and what must be known to write it. No mail knows a client: there is
 * no field for a name, an address or free text about one (N17). A `linkId` names a one-use link; the
 * token is made from it only while sending. Ids lead to pages behind the login.
 */
export interface MailProps {
  'training.applicationReceived': { receiptNo: string; courseTitle: string; linkId: string; linkUntil: TokyoDay }
  'training.applicationAccepted': { receiptNo: string; courseTitle: string; firstSessionAt: IsoInstant | null }
  /** `reason`: a whole sentence from the list the training body chooses from. */
  'training.applicationDeclined': { receiptNo: string; courseTitle: string; reason: string }
  'training.certificateIssued': { courseTitle: string; certificateNo: string }
  'consent.signedCopy': { consentId: string; signedOn: TokyoDay }
  'consent.paperReceived': { consentId: string; receivedOn: TokyoDay }
  'consent.paperReturned': { consentId: string }
  'roster.registered': { registrationNo: string; validTo: TokyoDay }
  'provision.delivered': { provisionId: string; provisionNo: string; fromBody: string }
  'reconfirmation.ask': { linkId: string; dueOn: TokyoDay }
  'reconfirmation.reminder': { linkId: string; dueOn: TokyoDay }
  'proposal.sent': { proposalId: string; answerBy: TokyoDay }
  'plan.offered': { planVersionId: string }
  'plan.agreed': { planVersionId: string }
  'visit.booked': { visitId: string; startsAt: IsoInstant }
  'visit.reminder': { visitId: string; startsAt: IsoInstant }
  'visit.cancelled': { startsAt: IsoInstant }
  'report.answered': { visitOn: TokyoDay }
  'incident.reported': { incidentId: string; reportedAt: IsoInstant }
  'stop.notice': Record<string, never>
  'stop.staff': { receivedAt: IsoInstant }
  'recall.request': { provisionId: string; provisionNo: string; requestedOn: TokyoDay }
  'account.newPassword': { linkId: string; linkUntil: IsoInstant }
  'account.passwordChanged': { changedAt: IsoInstant }
}

/** `<group>.<name>`; the groups stop, incident, report and recall pass the stop wall (N8). */
export type MailKind = keyof MailProps
