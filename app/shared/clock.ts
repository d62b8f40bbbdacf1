import type { TokyoDay } from './tokyo-day.ts'

/** The only source of time; tests give a fixed one. */
export interface Clock {
  /** The present instant. */
  now(): Date
  /** The present day in Tokyo. */
  today(): TokyoDay
}

/** The only source of names and secrets; tests give a repeatable one. */
export interface Ids {
  /** A UUIDv7: a name that sorts by time, never a secret. */
  next(): string
  /** 32 random bytes. */
  secret(): Uint8Array
}
