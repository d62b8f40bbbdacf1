import type { Wish } from '../domain/request.ts'
import type { DispatchHead, PartyFacts, PlanFacts } from './plan.ts'

/** A version with everybody it was laid before. */
export interface PlanWithParties {
  plan: PlanFacts
  parties: PartyFacts[]
}

export interface DocumentFacts {
  id: string
  planVersionId: string | null
  issuedAt: Date
}

/** One dispatch with its plans, for the desk. */
export interface DispatchFacts {
  head: DispatchHead
  startedOn: Date | null
  stoppedAt: Date | null
  request: { id: string; wish: Wish; ladderMax: number } | null
  /** Names to use of the client's side, the person first. */
  callNames: string[]
  supporters: { personId: string | null; name: string; endedAt: Date | null }[]
  /** The newest first; at most the last four and the one in force. */
  plans: PlanWithParties[]
  documents: DocumentFacts[]
  /** Coordinators (persons) to whose caseload it belongs, as far as the reader is one of them. */
  coordinatorIds: string[]
}
