/** One row of the chain: who, when, in which role, what. No text of any record. */
export interface TrailRow {
  seq: number
  at: Date
  actorName: string | null
  role: string
  action: string
  entity: string
  entityId: string
  hash: string
}

/** How far a chain was reckoned, of how many rows; `wholeAt`: when everything from the first row on was, last. */
export interface ChainFacts {
  checked: number
  total: number
  wholeAt: Date | null
  /** Null: the chain holds as far as it was reckoned. Otherwise the first row that does not, and why. */
  broken: { seq: number; why: string } | null
}

export interface Trail {
  rows: TrailRow[]
  /** Rows in all, on this page and off it. */
  total: number
  newest: boolean
  /** The last row shown where there may be older ones. */
  olderThan: number | null
  chain: ChainFacts
}

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
