import { describe, expect, it } from 'vitest'
import {
  agreementStates, editOf, isAgreedByAll, nextPlanState, planEvents, planStates, type Answer,
} from './plan-lifecycle.ts'

describe('a version of a plan', () => {
  it('moves exactly as the table says', () => {
    const moves = planStates.flatMap((state) =>
      planEvents.map((event) => `${state} -${event}-> ${nextPlanState(state, event) ?? 'no'}`),
    )
    expect(moves.filter((move) => !move.endsWith('no'))).toEqual([
      'draft -offer-> offered', 'draft -replace-> superseded',
      'offered -agree-> agreed', 'offered -replace-> superseded',
      'agreed -replace-> superseded',
    ])
  })

  it('is edited in place only while nobody has seen it', () => {
    expect(planStates.filter((state) => editOf(state) === 'sameVersion')).toEqual(['draft'])
  })
})

describe('agreement', () => {
  it('N6: only when every single answer is a yes', () => {
    for (const client of agreementStates) {
      for (const supporter of agreementStates) {
        const answers: Answer[] = [{ who: 'client', state: client }, { who: 'supporter', state: supporter }]
        expect(isAgreedByAll(answers)).toBe(client === 'agreed' && supporter === 'agreed')
      }
    }
  })

  it('needs both sides', () => {
    expect(isAgreedByAll([])).toBe(false)
    expect(isAgreedByAll([{ who: 'client', state: 'agreed' }])).toBe(false)
    expect(isAgreedByAll([{ who: 'supporter', state: 'agreed' }])).toBe(false)
    expect(isAgreedByAll([{ who: 'family', state: 'agreed' }, { who: 'supporter', state: 'agreed' }])).toBe(true)
  })

  it('waits for each of several supporters', () => {
    const answers: Answer[] = [
      { who: 'client', state: 'agreed' }, { who: 'supporter', state: 'agreed' }, { who: 'supporter', state: 'pending' },
    ]
    expect(isAgreedByAll(answers)).toBe(false)
  })
})
