import type { Clock } from '#app/shared/clock.ts'
import type { Keys } from './crypto.server.ts'
import type { Database } from './db/open.server.ts'
import type { Env } from './env.server.ts'

/** What one process holds open: its settings, its database, its keys and its clock. */
export interface Runtime {
  env: Env
  database: Database
  keys: Keys
  clock: Clock
}

let current: Runtime | undefined

/** Gives the process its runtime, once at start (tests: once per file). */
export function setRuntime(runtime: Runtime | undefined): void {
  current = runtime
}

/** The runtime of this process. @throws before `setRuntime`. */
export function runtime(): Runtime {
  if (!current) throw new Error('the runtime was not started')
  return current
}
