import { expect, test } from 'vitest'
import { afterEvent, closedConsentStates, consentEvents, consentStates, isToChoose } from './lifecycle.ts'

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

test('one is to choose after the reading and before the choosing, while nothing is signed', () => {
  const at = new Date('2026-11-21T01:42:00Z')
  const ways = consentStates.flatMap((state) =>
    [null, at].flatMap((explainedAt) => [null, at].map((chosenAt) => ({ state, explainedAt, chosenAt }))))
  expect(ways).toHaveLength(16)
  expect(ways.filter(isToChoose)).toEqual([{ state: 'explained', explainedAt: at, chosenAt: null }])
})
