import { describe, expect, it } from 'vitest'
import { afterFailure, allowedFrom, maxAttempts } from './delivery.ts'

describe('the quiet of the night', () => {
  it.each([
    ['20:59:59 is day', '2026-12-03T11:59:59.999Z', '2026-12-03T11:59:59.999Z'],
    ['21:00 waits for the next morning', '2026-12-03T12:00:00.000Z', '2026-12-03T23:00:00.000Z'],
    ['midnight waits for this morning', '2026-12-03T15:00:00.000Z', '2026-12-03T23:00:00.000Z'],
    ['7:59:59 still waits', '2026-12-03T22:59:59.999Z', '2026-12-03T23:00:00.000Z'],
    ['8:00 is day', '2026-12-03T23:00:00.000Z', '2026-12-03T23:00:00.000Z'],
    ['the last night of the year waits for the new one', '2026-12-31T13:00:00.000Z', '2026-12-31T23:00:00.000Z'],
    ['noon is day', '2026-12-03T03:00:00.000Z', '2026-12-03T03:00:00.000Z'],
  ])('%s', (_what, now, from) => expect(allowedFrom(new Date(now)).toISOString()).toBe(from))

  it('lasts eleven hours of every day and ends in day', () => {
    const start = Date.parse('2026-03-30T15:00:00.000Z')
    const minutes = Array.from({ length: 3 * 1440 }, (_, n) => new Date(start + n * 60_000))
    const waiting = minutes.filter((at) => allowedFrom(at).getTime() !== at.getTime())
    expect(waiting).toHaveLength(3 * 11 * 60)
    for (const at of waiting) expect(allowedFrom(allowedFrom(at))).toEqual(allowedFrom(at))
  })
})

describe('a mail that was not taken', () => {
  const now = new Date('2026-12-03T03:00:00.000Z')
  const minutesUntilNext = (attempts: number) => {
    const next = afterFailure(attempts, false, now)
    return next.state === 'queued' ? (next.runAt.getTime() - now.getTime()) / 60_000 : next.state
  }

  it('is tried again after one minute, later after six hours', () => {
    expect([1, 2, 3, 4, 5, 6, 9].map(minutesUntilNext)).toEqual([1, 5, 15, 60, 180, 360, 360])
  })

  it('is given to the desk after the last try', () => {
    expect(minutesUntilNext(maxAttempts - 1)).toBe(360)
    expect(minutesUntilNext(maxAttempts)).toBe('dead')
  })

  it('is given to the desk at once when the reader does not exist', () => {
    expect(afterFailure(1, true, now)).toEqual({ state: 'dead' })
  })
})
