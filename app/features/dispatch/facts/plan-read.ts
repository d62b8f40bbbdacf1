import type { HelpDesk } from '#app/shared/frame.ts'
import type { AgreementState } from '../domain/plan-lifecycle.ts'
import type { DispatchState } from '../domain/dispatch-lifecycle.ts'
import type { PartyFacts, PlanFacts } from './plan.ts'

/** A plan as one of its parties reads it. */
export interface PlanReadFacts {
  plan: PlanFacts
  dispatch: DispatchState
  parties: PartyFacts[]
  /** The reader's own answer; null where none was asked of him. */
  answer: { state: AgreementState; decidedAt: Date | null } | null
  /** The version in force where this is a newer one. */
  inForceNo: number | null
  documentId: string | null
  desk: HelpDesk | null
}
