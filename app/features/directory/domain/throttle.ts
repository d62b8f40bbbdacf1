/** How often a wrong password is forgiven before waiting begins. */
export const freeFailures = {
  account: 3,
  /** A town hall often has one address for all its desks. */
  address: 30,
} as const

const longestWaitSeconds = 60
const forgetAfterMs = 3_600_000

/** What is remembered of earlier attempts under one key. */
export interface Bucket {
  failures: number
  nextAt: Date
  updatedAt: Date
}

/** Seconds to wait after so many failures: 0, 0, 0, 1, 2, 4 … 60. Nobody is ever locked out. */
export function waitAfter(failures: number, free: number): number {
  if (failures <= free) return 0
  return Math.min(longestWaitSeconds, 2 ** Math.min(failures - free - 1, 6))
}

/** Whole seconds until the next attempt is looked at; 0 when it is now. */
export function secondsLeft(bucket: Bucket | null, now: Date): number {
  const ms = bucket ? bucket.nextAt.getTime() - now.getTime() : 0
  return Math.max(0, Math.ceil(ms / 1000))
}

/**
 * The bucket once an attempt is let through. It counts as a failure from the start and is taken back
 * when the password was right, so that many attempts at once are counted too.
 */
export function afterAttempt(bucket: Bucket | null, free: number, now: Date): Bucket {
  const forgotten = !bucket || now.getTime() - bucket.updatedAt.getTime() > forgetAfterMs
  const failures = (forgotten ? 0 : bucket.failures) + 1
  return { failures, nextAt: new Date(now.getTime() + waitAfter(failures, free) * 1000), updatedAt: now }
}
