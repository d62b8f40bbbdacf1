import { describe, expect, test, vi } from 'vitest'
import {
  addDays,
  asTokyoDay,
  daysBetween,
  isTokyoDay,
  jpDate,
  jpDateTime,
  jpDateWithYear,
  jpTime,
  tokyoDay,
  tokyoDayOf,
  tokyoInstant,
  tokyoTime,
  weekday,
} from './tokyo-day.ts'

const day = asTokyoDay

describe('a day in Tokyo', () => {
  test.each([
    ['2026-11-20T14:59:59.999Z', '2026-11-20'],
    ['2026-11-20T15:00:00.000Z', '2026-11-21'],
    ['2026-12-31T15:00:00.000Z', '2027-01-01'],
    ['2026-03-31T14:59:59.999Z', '2026-03-31'],
  ])('%s falls on %s', (instant, expected) => {
    expect(tokyoDay(new Date(instant))).toBe(expected)
  })

  test('begins at 15:00 UTC of the day before, and comes back from its instant', () => {
    expect(tokyoInstant(day('2026-11-21')).toISOString()).toBe('2026-11-20T15:00:00.000Z')
    expect(tokyoInstant(day('2026-11-21'), '14:30').toISOString()).toBe('2026-11-21T05:30:00.000Z')
    expect(tokyoTime(new Date('2026-11-21T05:30:00Z'))).toBe('14:30')
  })

  test('is the same whatever the time zone of the machine', () => {
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
      vi.stubEnv('TZ', zone)
      expect(tokyoDay(new Date('2026-11-20T15:00:00Z'))).toBe('2026-11-21')
      expect(weekday(day('2026-11-21'))).toBe('土')
      expect(addDays(day('2026-11-01'), 1)).toBe('2026-11-02')
    }
    vi.unstubAllEnvs()
  })

  test('only real days are days', () => {
    expect(isTokyoDay('2028-02-29')).toBe(true)
    for (const wrong of ['2026-02-29', '2026-13-01', '2026-1-1', '20261121', '', null, 5]) {
      expect(isTokyoDay(wrong)).toBe(false)
    }
    expect(() => asTokyoDay('2026-02-30')).toThrow(RangeError)
    expect(tokyoDayOf(2026, 2, 30)).toBeNull()
    expect(tokyoDayOf(2026, 2, 3)).toBe('2026-02-03')
  })

  test('adding and counting days crosses months, leap days and years', () => {
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(day('2027-01-01'), -1)).toBe('2026-12-31')
    expect(daysBetween(day('2026-04-01'), day('2027-03-31'))).toBe(364)
    expect(daysBetween(day('2026-11-21'), day('2026-11-20'))).toBe(-1)
  })

  test('is written as the screens write it', () => {
    expect(jpDate(day('2026-11-21'))).toBe('11月21日（土）')
    expect(jpDate(day('2026-01-05'))).toBe('1月5日（月）')
    expect(jpDateWithYear(day('2026-11-21'))).toBe('2026年11月21日（土）')
    expect(jpTime('14:30')).toBe('14時30分')
    expect(jpTime('14:00')).toBe('14時')
    expect(jpTime('09:05')).toBe('9時5分')
    expect(jpTime(new Date('2026-11-20T15:00:00Z'))).toBe('0時')
    expect(jpDateTime(new Date('2026-11-21T05:30:00Z'))).toBe('11月21日（土）14時30分')
  })
})
