import { describe, expect, it } from 'vitest'
import { allowedStep, highestFor, ladderSteps } from './ladder.ts'
import { nextProposalState, openProposalStates, proposalStates, proposalTransitions } from './proposal-lifecycle.ts'
import type { ProposalEvent, ProposalState } from './proposal-lifecycle.ts'
import {
  maySearch, nextRequestState, openRequestStates, requestStates, requestTransitions, stepOf,
} from './request-lifecycle.ts'
import type { RequestEvent, RequestState } from './request-lifecycle.ts'
import { requestNumber } from './request-number.ts'
import { parseSlot, slotKey } from './request.ts'

const requestEvents: RequestEvent[] = [
  'receive', 'consent', 'withdrawConsent', 'search', 'place', 'stop', 'close',
]
const proposalEvents: ProposalEvent[] = ['interest', 'decline', 'lapse', 'cancel']

describe('a request over all its states', () => {
  const possible: Record<RequestState, RequestEvent[]> = {
    draft: ['receive', 'stop', 'close'],
    received: ['consent', 'stop', 'close'],
    consented: ['withdrawConsent', 'search', 'stop', 'close'],
    coordinating: ['withdrawConsent', 'search', 'place', 'stop', 'close'],
    placed: ['search', 'stop', 'close'],
    closed: [],
  }

  it.each(requestStates)('%s allows what the table says and nothing else', (state) => {
    expect(requestEvents.filter((event) => nextRequestState(state, event) !== null)).toEqual(possible[state])
  })

  it('can be stopped in every open state, and a stop closes it', () => {
    expect(openRequestStates).toEqual(['draft', 'received', 'consented', 'coordinating', 'placed'])
    for (const state of openRequestStates) expect(nextRequestState(state, 'stop')).toBe('closed')
  })

  it('leads only to states that exist', () => {
    for (const row of Object.values(requestTransitions)) {
      for (const state of Object.values(row)) expect(requestStates).toContain(state)
    }
  })

  it('allows no search before the consent (第3-3(3)イ)', () => {
    expect(requestStates.filter(maySearch)).toEqual(['consented', 'coordinating', 'placed'])
  })

  it.each([
    ['draft', null, 1], ['received', null, 2], ['consented', null, 3], ['coordinating', null, 3],
    ['coordinating', 'preparing', 4], ['placed', 'agreed', 4], ['placed', 'active', 5], ['placed', 'paused', 5],
    ['placed', 'ended', 5], ['closed', 'stopped', null], ['closed', null, null],
  ] as const)('%s with a dispatch %s stands at step %s', (state, dispatch, step) => {
    expect(stepOf(state, dispatch)).toBe(step)
  })
})

describe('a proposal over all its states', () => {
  const possible: Record<ProposalState, ProposalEvent[]> = {
    sent: ['interest', 'decline', 'lapse', 'cancel'],
    interested: ['decline', 'cancel'],
    declined: [],
    lapsed: [],
    cancelled: [],
  }

  it.each(proposalStates)('%s allows what the table says and nothing else', (state) => {
    expect(proposalEvents.filter((event) => nextProposalState(state, event) !== null)).toEqual(possible[state])
  })

  it('is open while it waits or interest was shown', () => {
    expect(openProposalStates).toEqual(['sent', 'interested'])
    expect(Object.keys(proposalTransitions)).toEqual([...proposalStates])
  })
})

describe('the ladder', () => {
  it.each([['person', 7], ['family', 2], ['unknown', 2]] as const)('a wish of %s asks for at most %i', (wish, most) => {
    expect(highestFor(wish)).toBe(most)
  })

  it('stays at the family until the person has consented, whatever was asked for', () => {
    expect(ladderSteps.map((step) => allowedStep(step, []))).toEqual([1, 2, 2, 2, 2, 2, 2])
    expect(ladderSteps.map((step) => allowedStep(step, ['family']))).toEqual([1, 2, 2, 2, 2, 2, 2])
    expect(ladderSteps.map((step) => allowedStep(step, ['person']))).toEqual([...ladderSteps])
  })
})

describe('the number of a request', () => {
  it.each([
    [31, 'R8-HK-00031-0'], [3, 'R8-HK-00003-5'], [5, 'R8-HK-00005-1'], [6, 'R8-HK-00006-0'], [34, 'R8-HK-00034-5'],
    [29, 'R8-HK-00029-9'], [10, 'R8-HK-00010-8'], [37, 'R8-HK-00037-0'],
  ])('%i is %s', (no, expected) => {
    expect(requestNumber(2026, no)).toBe(expected)
  })
})

describe('a slot of a form', () => {
  it('is read back as it was written', () => {
    expect(parseSlot(slotKey({ weekday: 3, part: 'evening' }))).toEqual({ weekday: 3, part: 'evening' })
  })

  it.each(['', '0-morning', '8-morning', '1-night', '1', '1.5-morning', 'x-morning'])('%s is none', (key) => {
    expect(parseSlot(key)).toBeNull()
  })
})
