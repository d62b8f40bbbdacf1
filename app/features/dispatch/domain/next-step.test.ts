import { describe, expect, it } from 'vitest'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { dispatchStates } from './dispatch-lifecycle.ts'
import { nextStepOf, type StepFacts } from './next-step.ts'

const today = asTokyoDay('2026-11-21')
const facts: StepFacts = {
  state: 'active', newestPlan: 'agreed', pending: 0, declined: 0, answerDueOn: null, openVisitOn: null,
  nextVisitOn: null, periodTo: asTokyoDay('2027-03-31'),
}
const step = (change: Partial<StepFacts>) => nextStepOf({ ...facts, ...change }, today).code

describe('the next step of a dispatch', () => {
  it('is answered for every state', () => {
    expect(dispatchStates.map((state) => step({ state, newestPlan: 'draft' }))).toEqual([
      'offerPlan', 'begin', 'bookVisit', 'askAfter', 'none', 'none',
    ])
  })

  it('puts a report that waits for advice before everything else', () => {
    const answerDueOn = asTokyoDay('2026-11-24')
    expect(step({ answerDueOn, nextVisitOn: today, declined: 1 })).toBe('advise')
    expect(step({ answerDueOn, state: 'stopped' })).toBe('none')
  })

  it('names how many answers are still missing', () => {
    expect(nextStepOf({ ...facts, state: 'preparing', newestPlan: 'offered', pending: 2 }, today)).toEqual({
      code: 'awaitAnswers', on: null, count: 2,
    })
    expect(step({ newestPlan: 'offered', pending: 1, declined: 1 })).toBe('changePlan')
  })

  it('asks about a visit nobody told anything of, then for the next one', () => {
    expect(step({ openVisitOn: today, nextVisitOn: today })).toBe('lookIntoVisit')
    expect(step({ nextVisitOn: today })).toBe('nextVisit')
    expect(step({ periodTo: asTokyoDay('2026-11-20') })).toBe('renewPlan')
  })
})
