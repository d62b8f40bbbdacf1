import { addDays, tokyoDay, tokyoInstant, tokyoTime } from '#app/shared/tokyo-day.ts'

const minute = 60_000
const hour = 60 * minute

/** Waiting times after the first, second … failed sending, in milliseconds: a minute to six hours. */
const waits = [minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 6 * hour, 6 * hour, 6 * hour]

/** Sendings that are tried before a mail is given to the desk as undelivered: a little over a day. */
export const maxAttempts = waits.length + 1

/** How long a claimed mail stays claimed when its sender has died, in milliseconds. */
export const leaseMs = 2 * minute

/** A mail's next step after a sending that failed. */
export type AfterFailure = { state: 'queued'; runAt: Date } | { state: 'dead' }

/**
 * What becomes of a mail that was not taken.
 * @param attempts sendings so far, this one included
 * @param forGood the server will never take it
 */
export function afterFailure(attempts: number, forGood: boolean, now: Date): AfterFailure {
  const wait = waits[attempts - 1]
  if (forGood || wait === undefined) return { state: 'dead' }
  return { state: 'queued', runAt: new Date(now.getTime() + wait) }
}

const quietFrom = '21:00'
const quietUntil = '08:00'

/**
 * When a mail that may wait is next allowed to reach a person: now by day, 8:00 in Tokyo between
 * 21:00 and 8:00, so that nobody is rung out of the night.
 */
export function allowedFrom(now: Date): Date {
  const time = tokyoTime(now)
  const today = tokyoDay(now)
  if (time >= quietFrom) return tokyoInstant(addDays(today, 1), quietUntil)
  return time < quietUntil ? tokyoInstant(today, quietUntil) : now
}
