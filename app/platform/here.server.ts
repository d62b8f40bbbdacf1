import type { Database } from './db/open.server.ts'
import { runtime, type Runtime } from './runtime.server.ts'

/** What a feature may know of its process: everything but the database, whose one door is `withActor`. */
export interface Here extends Omit<Runtime, 'database'> {
  engine: Database['engine']
}

/** The settings, keys and clock of this process. @throws before `setRuntime`. */
export function here(): Here {
  const { env, keys, clock, database } = runtime()
  return { env, keys, clock, engine: database.engine }
}
