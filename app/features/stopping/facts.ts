import type { StopChannel } from './domain/follow-up.ts'

/** Facts of a stop for the desk. */
export interface StopFacts {
  id: string
  bodyId: string
  version: number
  requestId: string | null
  receipt: { year: number; no: number } | null
  callNames: string[]
  receivedAt: Date
  channel: StopChannel
  doneAt: Date | null
  dueOn: Date | null
  /** Beginnings of the visits that the stop cancelled. */
  cancelled: Date[]
}

/** One stop with whoever has its case in the caseload now, as far as the reader may know. */
export interface StopOfReader extends StopFacts {
  coordinatorIds: string[]
}

/** Facts for the client's page: what was or would be cancelled. */
export interface ClientStopFacts {
  bodyId: string
  stoppedAt: Date | null
  firstVisit: Date | null
}
