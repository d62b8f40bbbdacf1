import type { Clock } from '#app/shared/clock.ts'
import { tokyoDay } from '#app/shared/tokyo-day.ts'

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => tokyoDay(new Date()),
}

/** The machine's clock moved by a number of milliseconds; it runs on from there. */
export function shiftedClock(shiftMs: () => number): Clock {
  const now = () => new Date(Date.now() + shiftMs())
  return { now, today: () => tokyoDay(now()) }
}

/** A clock that stands still, for tests and for demo data with a past. */
export function fixedClock(instant: Date): Clock {
  return { now: () => new Date(instant), today: () => tokyoDay(instant) }
}
