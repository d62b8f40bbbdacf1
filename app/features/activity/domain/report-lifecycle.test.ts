import { describe, expect, it } from 'vitest'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { answerAge, answerDueOn, nextReportState, reportEvents, reportStates } from './report-lifecycle.ts'

describe('a report', () => {
  it('moves exactly as the table says', () => {
    const moves = reportStates.flatMap((state) =>
      reportEvents.map((event) => `${state} -${event}-> ${nextReportState(state, event) ?? 'no'}`),
    )
    expect(moves.filter((move) => !move.endsWith('no'))).toEqual([
      'draft -submit-> submitted', 'draft -void-> void',
      'submitted -correct-> submitted', 'submitted -answer-> answered',
      'answered -answer-> answered',
    ])
  })

  it('never becomes a draft again', () => {
    for (const state of reportStates) {
      for (const event of reportEvents) expect(nextReportState(state, event)).not.toBe('draft')
    }
  })
})

describe('N11: the day of the answer', () => {
  it.each([
    ['2026-11-16', '2026-11-19'], // Monday → Thursday
    ['2026-11-19', '2026-11-24'], // Thursday → Tuesday, over the weekend
    ['2026-11-20', '2026-11-25'], // Friday
    ['2026-11-21', '2026-11-25'], // Saturday
    ['2026-11-22', '2026-11-25'], // Sunday
  ])('handed in on %s is answered by %s', (on, due) => {
    expect(answerDueOn(asTokyoDay(on))).toBe(due)
  })

  it('counts the days waited and the days over', () => {
    const on = asTokyoDay('2026-11-16')
    const due = answerDueOn(on)
    expect(answerAge(on, due, on)).toEqual({ waited: 0, over: 0 })
    expect(answerAge(on, due, due)).toEqual({ waited: 3, over: 0 })
    expect(answerAge(on, due, asTokyoDay('2026-11-21'))).toEqual({ waited: 5, over: 2 })
  })
})
