import { describe, expect, it } from 'vitest'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { isReason, openUntil, standing } from './access.ts'
import { caseNumber, parseCaseNumber } from './case-number.ts'
import { addMonths, hearingDueOn, nextHearingNo } from './hearing.ts'
import { caseTransitions, isOpenCase, nextCaseState } from './lifecycle.ts'
import { countByKind, newestFirst } from './time-line.ts'
import { caseStates } from './types.ts'

const at = (iso: string) => new Date(iso)

describe('a case', () => {
  it.each([
    ['open', 'close', 'closed'],
    ['open', 'reopen', null],
    ['closed', 'close', null],
    ['closed', 'reopen', 'open'],
  ] as const)('%s + %s → %s', (state, event, next) => {
    expect(nextCaseState(state, event)).toBe(next)
  })

  it('takes records only while it is open, in every state of the table', () => {
    expect(caseStates.filter(isOpenCase)).toEqual(['open'])
    expect(Object.keys(caseTransitions)).toEqual([...caseStates])
  })

  it('has a number of its fiscal year', () => {
    expect(caseNumber(2025, 113)).toBe('25-0113')
  })

  it.each([
    ['25-0113', { fiscalYear: 2025, no: 113 }],
    ['113', { fiscalYear: null, no: 113 }],
    ['25-', null],
    ['あおぞら', null],
    ['', null],
  ])('「%s」 is read as its number', (text, expected) => {
    expect(parseCaseNumber(text)).toEqual(expected)
  })
})

describe('the hearing sheet', () => {
  it.each([
    ['2026-05-13', 3, '2026-08-13'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-09-30', 3, '2026-12-30'],
  ])('%s plus %i months is %s', (day, months, expected) => {
    expect(addMonths(asTokyoDay(day), months)).toBe(expected)
  })

  it('is due every three months from the first, without drifting off the first day', () => {
    const first = asTokyoDay('2026-11-30')
    expect([1, 2, 3].map((no) => hearingDueOn(first, no))).toEqual(['2026-11-30', '2027-02-28', '2027-05-30'])
  })

  it('skips the dates that a late sheet has passed', () => {
    const first = asTokyoDay('2026-01-10')
    expect(nextHearingNo(first, 1, asTokyoDay('2026-01-10'))).toBe(2)
    expect(nextHearingNo(first, 2, asTokyoDay('2026-04-20'))).toBe(3)
    expect(nextHearingNo(first, 2, asTokyoDay('2026-07-10'))).toBe(4)
    expect(nextHearingNo(first, 2, asTokyoDay('2026-03-30'))).toBe(3)
  })
})

describe('opening a case that is not in the caseload', () => {
  it('asks for a reason of twenty characters, spaces around it not counted', () => {
    expect(isReason('担当の例田さんが休みで、母から電話があった')).toBe(true)
    expect(isReason('電話があったため')).toBe(false)
    expect(isReason(`${' '.repeat(30)}短い`)).toBe(false)
    expect(isReason('𠮷'.repeat(19))).toBe(false)
    expect(isReason('𠮷'.repeat(20))).toBe(true)
  })

  it('lasts for sixty minutes', () => {
    expect(openUntil(at('2026-11-21T01:00:00Z'))).toEqual(at('2026-11-21T02:00:00Z'))
  })

  it.each([
    [true, null, 'assigned'],
    [true, '2026-11-21T02:00:00Z', 'assigned'],
    [false, '2026-11-21T02:00:00Z', 'opened'],
    [false, '2026-11-21T01:00:00Z', 'outside'],
    [false, null, 'outside'],
  ] as const)('assigned %s, open until %s: %s', (assigned, until, expected) => {
    expect(standing(assigned, until && at(until), at('2026-11-21T01:00:00Z'))).toBe(expected)
  })
})

describe('the time line', () => {
  const older = { kind: 'contact', at: at('2026-11-01T00:00:00Z'), label: '電話', text: '' } as const
  const newer = { kind: 'hearing', at: at('2026-11-02T00:00:00Z'), label: 'シート', text: '' } as const

  it('is read newest first', () => {
    expect(newestFirst([older, newer])).toEqual([newer, older])
  })

  it('counts each kind, the empty ones too', () => {
    expect(countByKind([older, newer, older])).toMatchObject({ contact: 2, hearing: 1, visit: 0 })
  })
})
