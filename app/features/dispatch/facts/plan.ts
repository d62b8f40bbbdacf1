import type { DispatchState } from '../domain/dispatch-lifecycle.ts'
import type { AgreementMethod, AgreementState, PlanState } from '../domain/plan-lifecycle.ts'
import type { PlanText } from '../domain/plan-text.ts'

/** One version as it stands in the database. */
export interface PlanFacts {
  id: string
  dispatchId: string
  no: number
  state: PlanState
  version: number
  text: PlanText
  /** SHA-256 in hex of everything agreed to; null while it is a draft. */
  contentHash: string | null
  offeredAt: Date | null
  createdAt: Date
}

/** One party of a version: who, what they answered, how it reached us. */
export interface PartyFacts {
  who: 'client' | 'family' | 'supporter'
  /** Name to be called by; null where the reader may not know it yet. */
  callName: string | null
  agreementId: string | null
  partyId: string | null
  personId: string | null
  state: AgreementState
  version: number
  decidedAt: Date | null
  method: AgreementMethod | null
  recordedBy: string | null
  /** What should be different, where the party said so; for staff only. */
  wish: string | null
}

/** The dispatch a plan belongs to. */
export interface DispatchHead {
  id: string
  bodyId: string
  requestId: string | null
  fiscalYear: number
  no: number
  state: DispatchState
  version: number
  currentVersionId: string | null
}
