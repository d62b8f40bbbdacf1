import { expect, test } from 'vitest'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { isFairDueDay, isPastDue, isReminderDue } from './asking.ts'
import { reconfirmationStates } from './reconfirmation-lifecycle.ts'

const day = asTokyoDay
const asked = { state: 'asked', dueOn: day('2026-12-10'), reminded: false, revoked: false }

test('there is at least a week to think, and at most two months', () => {
  const today = day('2026-11-21')
  expect(['2026-11-27', '2026-11-28', '2027-01-20', '2027-01-21'].map((d) => isFairDueDay(day(d), today)))
    .toEqual([false, true, true, false])
})

test('one reminder, from five days before the last day', () => {
  expect(isReminderDue(asked, day('2026-12-04'))).toBe(false)
  expect(isReminderDue(asked, day('2026-12-05'))).toBe(true)
  expect(isReminderDue(asked, day('2026-12-10'))).toBe(true)
  expect(isReminderDue(asked, day('2026-12-11'))).toBe(false)
  expect(isReminderDue({ ...asked, reminded: true }, day('2026-12-05'))).toBe(false)
  expect(isReminderDue({ ...asked, revoked: true }, day('2026-12-05'))).toBe(false)
})

test('silence counts from the day after the last day', () => {
  expect(isPastDue(asked, day('2026-12-10'))).toBe(false)
  expect(isPastDue(asked, day('2026-12-11'))).toBe(true)
})

test('who has answered is neither reminded nor counted as silent', () => {
  for (const state of reconfirmationStates.filter((s) => s !== 'asked')) {
    expect(isReminderDue({ ...asked, state }, day('2026-12-06'))).toBe(false)
    expect(isPastDue({ ...asked, state }, day('2026-12-20'))).toBe(false)
  }
})
