import { expect, test } from 'vitest'
import { entryAfter, entryEvents, entryStates } from './entry-lifecycle.ts'
import { provisionAfter, provisionEvents, provisionStates } from './provision-lifecycle.ts'
import {
  isSelectable, reconfirmationAfter, reconfirmationEvents, reconfirmationStates,
} from './reconfirmation-lifecycle.ts'

function table<S extends string, E extends string>(states: readonly S[], events: readonly E[], after: (s: S, e: E) => S | null) {
  return Object.fromEntries(states.map((state) => [state, events.map((event) => after(state, event))]))
}

test('a registration: paused and back, and what has ended stays ended', () => {
  expect(table(entryStates, entryEvents, entryAfter)).toEqual({
    active: ['paused', null, 'ended'],
    paused: [null, 'active', 'ended'],
    ended: [null, null, null],
  })
})

test('a provision goes one way, and terms are accepted only for what was handed over', () => {
  expect(table(provisionStates, provisionEvents, provisionAfter)).toEqual({
    prepared: ['delivered', null],
    delivered: [null, 'received'],
    received: [null, null],
  })
})

test('an answer may be changed in any direction, silence replaces no answer', () => {
  const open = ['willing', 'resting', 'declined']
  expect(table(reconfirmationStates, reconfirmationEvents, reconfirmationAfter)).toEqual({
    asked: [...open, 'noAnswer'],
    willing: [...open, null],
    resting: [...open, null],
    declined: [...open, null],
    noAnswer: [...open, null],
  })
})

test('of all states only willing can be chosen, and not after a withdrawal (N3, N10)', () => {
  const selectable = reconfirmationStates.filter((state) => isSelectable({ state, revoked: false }))
  expect(selectable).toEqual(['willing'])
  expect(reconfirmationStates.some((state) => isSelectable({ state, revoked: true }))).toBe(false)
})
