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
