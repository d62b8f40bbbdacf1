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

/** A request whose stop somebody is about to write down. */
export interface StopToRecord {
  requestId: string
  receipt: { year: number; no: number }
  callNames: string[]
  stopped: boolean
  /** Beginnings of the visits that it will cancel. */
  coming: Date[]
}

/** Facts for the client's page: what was or would be cancelled. */
export interface ClientStopFacts {
  bodyId: string
  stoppedAt: Date | null
  firstVisit: Date | null
}
