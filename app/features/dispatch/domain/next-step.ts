import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { DispatchState } from './dispatch-lifecycle.ts'

/** What stands in one dispatch, as far as its next step depends on it. */
export interface StepFacts {
  state: DispatchState
  /** State of the newest version that was not replaced. */
  newestPlan: 'draft' | 'offered' | 'agreed' | null
  /** Answers of the version on offer. */
  pending: number
  declined: number
  /** The earliest day by which a report is to be answered. */
  answerDueOn: TokyoDay | null
  /** A visit that is over and of which nothing is known. */
  openVisitOn: TokyoDay | null
  nextVisitOn: TokyoDay | null
  periodTo: TokyoDay | null
}

/** What the desk does next, and by when. */
export type NextStep =
  | { code: 'writePlan' | 'offerPlan' | 'changePlan' | 'begin' | 'bookVisit' | 'askAfter' | 'none'; on: null }
  | { code: 'awaitAnswers'; on: null; count: number }
  | { code: 'advise' | 'lookIntoVisit' | 'nextVisit' | 'renewPlan'; on: TokyoDay }

/** The one next step of a dispatch: what waits for the desk first, then what waits for others. */
export function nextStepOf(facts: StepFacts, today: TokyoDay): NextStep {
  if (facts.state === 'stopped' || facts.state === 'ended') return { code: 'none', on: null }
  if (facts.answerDueOn) return { code: 'advise', on: facts.answerDueOn }
  if (facts.declined > 0) return { code: 'changePlan', on: null }
  if (facts.state === 'active' && facts.openVisitOn) return { code: 'lookIntoVisit', on: facts.openVisitOn }
  if (facts.newestPlan === 'offered') return { code: 'awaitAnswers', on: null, count: facts.pending }
  switch (facts.state) {
    case 'preparing':
      return { code: facts.newestPlan === 'draft' ? 'offerPlan' : 'writePlan', on: null }
    case 'agreed':
      return { code: 'begin', on: null }
    case 'paused':
      return { code: 'askAfter', on: null }
    case 'active':
      if (facts.nextVisitOn) return { code: 'nextVisit', on: facts.nextVisitOn }
      return facts.periodTo && facts.periodTo < today ? { code: 'renewPlan', on: facts.periodTo } : { code: 'bookVisit', on: null }
  }
}
