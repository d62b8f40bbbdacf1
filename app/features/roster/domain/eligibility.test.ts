import { expect, test } from 'vitest'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { leftOutReasons, mayAsk, mayReceive, whyLeftOut, type Standing } from './eligibility.ts'
import { entryStates } from './entry-lifecycle.ts'
import { fateOf, isAllowed, providedItems } from './items.ts'

const today = asTokyoDay('2026-11-21')
const entry = { state: 'active', validFrom: asTokyoDay('2026-11-01'), validTo: asTokyoDay('2027-03-31') } as const
const consent = { state: 'signed', coversPlanned: true, names: false } as const

const cases: [string, Standing, (typeof leftOutReasons)[number] | null][] = [
  ['signed and registered', { consent, entry }, null],
  ['the consent names the municipality', { consent: { ...consent, coversPlanned: false, names: true }, entry }, null],
  ['the consent neither names it nor covers planned ones', { consent: { ...consent, coversPlanned: false }, entry }, 'notCovered'],
  ['nothing explained yet', { consent: null, entry: null }, 'notExplained'],
  ['still reading', { consent: { ...consent, state: 'explained' }, entry: null }, 'notExplained'],
  ['lapsed', { consent: { ...consent, state: 'lapsed' }, entry }, 'notExplained'],
  ['withdrawn', { consent: { ...consent, state: 'withdrawn' }, entry: { ...entry, state: 'ended' } }, 'withdrawn'],
  ['signed but not registered', { consent, entry: null }, 'notRegistered'],
  ['registered until last year', { consent, entry: { ...entry, validTo: asTokyoDay('2026-11-20') } }, 'expired'],
  ['registered from tomorrow', { consent, entry: { ...entry, validFrom: asTokyoDay('2026-11-22') } }, 'expired'],
  ['ended', { consent, entry: { ...entry, state: 'ended' } }, 'expired'],
  ['resting', { consent, entry: { ...entry, state: 'paused' } }, 'paused'],
]

test.each(cases)('%s', (_what, standing, expected) => {
  expect(whyLeftOut(standing, today)).toBe(expected)
})

test('every reason for leaving somebody out occurs above', () => {
  expect(new Set(cases.map(([, , reason]) => reason ?? 'none'))).toEqual(new Set([...leftOutReasons, 'none']))
})

test('without a consent that is signed now, nobody is handed over, however they are registered', () => {
  for (const state of ['explained', 'withdrawn', 'lapsed'] as const) {
    for (const entryState of entryStates) {
      const standing = { consent: { ...consent, state }, entry: { ...entry, state: entryState } }
      expect(whyLeftOut(standing, today)).not.toBeNull()
    }
  }
})

test('planned and operating municipalities may receive, only operating ones may ask', () => {
  const all = [null, 'none', 'planned', 'operating', 'ended'] as const
  expect(all.filter(mayReceive)).toEqual(['planned', 'operating'])
  expect(all.filter(mayAsk)).toEqual(['operating'])
})

test('an item is given only when the provision asks for it and the person allowed it', () => {
  const nothing = { phone: false, address: false, peer: false }
  const everything = { phone: true, address: true, peer: true }
  expect(providedItems.filter((item) => isAllowed(item, nothing))).toEqual(['workingName', 'area'])
  expect(providedItems.filter((item) => isAllowed(item, everything))).toEqual([...providedItems])
  expect(fateOf('phone', ['phone'], nothing)).toBe('notAllowed')
  expect(fateOf('phone', ['phone'], everything)).toBe('given')
  expect(fateOf('phone', [], everything)).toBe('notAsked')
})
