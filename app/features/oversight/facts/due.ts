/** Kinds of work that can be due. */
export type DueKind =
  | 'stop.followUp' | 'incident.followUp' | 'report.answer' | 'client.note'
  | 'application.waiting' | 'certificate.waiting' | 'consent.paper' | 'consent.signed' | 'recall.waiting' | 'recall.sent'
  | 'provision.toAccept' | 'proposal.interested' | 'plan.agreed' | 'hearing.due' | 'mail.dead'

/** Something to do: what, how many or which one, until when. */
export interface DueFacts {
  kind: DueKind
  id: string | null
  count: number
  /** A Tokyo day as the database gives it (midnight UTC). */
  dueOn: Date | null
  /** Whom it is about, by call name; empty where it is about several or about nobody in particular. */
  callNames: string[]
}
