/** What マイページ knows of the next visit. */
export interface NextVisit {
  id: string
  startsAt: Date
  endsAt: Date
  place: string
  callNames: string[]
  keepInMind: string
}

/** Everything that waits for the person, and what they already have. */
export interface MyHomeFacts {
  displayName: string
  bodyId: string | null
  next: NextVisit | null
  proposals: { id: string; answerDueOn: Date | null }[]
  plans: { planVersionId: string }[]
  unreported: { visitId: string; startsAt: Date }[]
  consents: { id: string; state: string }[]
  /** Bodies where a course was completed and no consent was ever begun: who withdrew is not asked again here. */
  consentOpenAt: string[]
  reconfirmations: { id: string }[]
  entry: { validTo: Date; paused: boolean } | null
}
