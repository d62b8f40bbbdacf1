import { describe, expect, it } from 'vitest'
import { allowedStep, highestFor, ladderSteps } from './ladder.ts'
import { nextProposalState, openProposalStates, proposalStates, proposalTransitions } from './proposal-lifecycle.ts'
import type { ProposalEvent, ProposalState } from './proposal-lifecycle.ts'
import {
  checkSearch, nextRequestState, openRequestStates, requestStates, requestTransitions, stepOf,
} from './request-lifecycle.ts'
import type { RequestEvent, RequestState } from './request-lifecycle.ts'
import { parseSlot, slotKey } from './request.ts'

const requestEvents: RequestEvent[] = [
  'receive', 'consent', 'search', 'place', 'stop', 'close',
]
const proposalEvents: ProposalEvent[] = ['interest', 'decline', 'lapse', 'cancel']

describe('a request over all its states', () => {
  const possible: Record<RequestState, RequestEvent[]> = {
    draft: ['receive', 'stop', 'close'],
    received: ['consent', 'stop', 'close'],
    consented: ['search', 'stop', 'close'],
    coordinating: ['search', 'place', 'stop', 'close'],
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

  it.each(requestStates)('%s: no search without a consent in force (第3-3(3)イ)', (state) => {
    expect(checkSearch(state, 0)).toBe(state === 'closed' ? 'request.closed' : 'request.noConsent')
  })

  it('allows the search once consented, and never before or after', () => {
    const open = requestStates.filter((state) => checkSearch(state, 1) === null)
    expect(open).toEqual(['consented', 'coordinating', 'placed'])
  })

  it.each([
    ['draft', 0, null, 1], ['received', 0, null, 2], ['consented', 1, null, 3], ['coordinating', 1, null, 3],
    ['coordinating', 0, null, 2], ['coordinating', 1, 'preparing', 4], ['placed', 1, 'agreed', 4],
    ['placed', 1, 'active', 5], ['placed', 1, 'paused', 5], ['placed', 1, 'ended', 5],
    ['closed', 1, 'stopped', null], ['closed', 0, null, null],
  ] as const)('%s with %i consents and a dispatch %s stands at step %s', (state, consents, dispatch, step) => {
    expect(stepOf(state, consents, dispatch)).toBe(step)
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

describe('a slot of a form', () => {
  it('is read back as it was written', () => {
    expect(parseSlot(slotKey({ weekday: 3, part: 'evening' }))).toEqual({ weekday: 3, part: 'evening' })
  })

  it.each(['', '0-morning', '8-morning', '1-night', '1', '1.5-morning', 'x-morning'])('%s is none', (key) => {
    expect(parseSlot(key)).toBeNull()
  })
})
