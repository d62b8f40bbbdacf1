import { v7 } from 'uuid'
import type { Clock, Ids } from './clock.ts'

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** True for the text of a UUID of any version in use. Other text is never sent to the database as an id. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && uuidPattern.test(text)
}

/** Names and secrets from the platform's secure random source, named by the given clock. */
export function randomIds(clock: Pick<Clock, 'now'>): Ids {
  return {
    next: () => v7({ msecs: clock.now().getTime() }),
    secret: () => crypto.getRandomValues(new Uint8Array(32)),
  }
}

/** Repeatable names and secrets for tests and demo data: the same seed gives the same sequence. */
export function seededIds(clock: Pick<Clock, 'now'>, seed: number): Ids {
  let state = seed >>> 0
  function bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => {
      state = (state + 0x6d2b79f5) >>> 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) & 0xff
    })
  }
  return {
    next: () => v7({ msecs: clock.now().getTime(), random: bytes(16) }),
    secret: () => bytes(32),
  }
}
