import { expect, test } from 'vitest'
import { afterEvent, closedConsentStates, consentEvents, consentStates } from './lifecycle.ts'

test.each([
  ['explained', 'sign', 'signed'],
  ['explained', 'withdraw', null],
  ['explained', 'lapse', null],
  ['signed', 'sign', null],
  ['signed', 'withdraw', 'withdrawn'],
  ['signed', 'lapse', 'lapsed'],
  ['withdrawn', 'sign', null],
  ['withdrawn', 'withdraw', null],
  ['withdrawn', 'lapse', null],
  ['lapsed', 'sign', null],
  ['lapsed', 'withdraw', null],
  ['lapsed', 'lapse', null],
] as const)('a consent that is %s, when it meets %s, becomes %s', (state, event, expected) => {
  expect(afterEvent(state, event)).toBe(expected)
})

test('the table above names every state with every event', () => {
  expect(consentStates.length * consentEvents.length).toBe(12)
})

test('a withdrawn or lapsed consent never comes back', () => {
  expect(closedConsentStates).toEqual(['withdrawn', 'lapsed'])
})
