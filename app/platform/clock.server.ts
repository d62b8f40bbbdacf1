import type { Clock } from '#app/shared/clock.ts'
import { tokyoDay } from '#app/shared/tokyo-day.ts'

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => tokyoDay(new Date()),
}

/** A clock that stands still, for tests and for demo data with a past. */
export function fixedClock(instant: Date): Clock {
  return { now: () => new Date(instant), today: () => tokyoDay(instant) }
}
