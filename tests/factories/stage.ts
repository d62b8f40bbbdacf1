import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fixedClock } from '#app/platform/clock.server.ts'
import { deriveKeys } from '#app/platform/crypto.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { setRuntime } from '#app/platform/runtime.server.ts'
import type { Clock } from '#app/shared/clock.ts'
import { randomIds } from '#app/shared/ids.ts'
import { asTokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { openTestDatabase, setDatabaseClock, type TestDatabase } from '#tests/setup/database.ts'
import { makeWorld, type World } from './world.ts'

/** 2026年11月21日（土）10時42分: the day of the drawings. */
export const drawnDay = tokyoInstant(asTokyoDay('2026-11-21'), '10:42')

/** A database of one's own with the made-up world in it, and a clock that only moves when told. */
export interface Stage {
  database: TestDatabase
  world: World
  clock: Clock
  /** Moves the clock of the application and of the database to an instant. */
  goTo(instant: Date): Promise<void>
  close(): Promise<void>
}

/** Opens a stage for one test file; close it in `afterAll`. */
export async function openStage(at: Date = drawnDay): Promise<Stage> {
  const database = await openTestDatabase()
  const dataDir = path.join(tmpdir(), 'yorisoi-test')
  const env = readEnv({ NODE_ENV: 'test', PUBLIC_ORIGIN: 'http://localhost:3999', YORISOI_DATA: dataDir })
  let now = fixedClock(at)
  const clock: Clock = { now: () => now.now(), today: () => now.today() }
  setRuntime({ env, database, clock, keys: deriveKeys(randomBytes(32).toString('hex')) })
  await setDatabaseClock(database, at)
  const world = await makeWorld(database, randomIds(clock), clock)
  return {
    database,
    world,
    clock,
    async goTo(instant) {
      now = fixedClock(instant)
      await setDatabaseClock(database, instant)
    },
    async close() {
      setRuntime(undefined)
      await database.close()
    },
  }
}

/** What the audit log says was done with a record, oldest first. */
export async function auditActions({ database }: Stage, entityId: string): Promise<string[]> {
  const rows = await database.owner.query('select action from audit_log where entity_id = $1 order by at, seq', [entityId])
  return rows.map((row) => String(row.action))
}

/** The kinds of the mails ordered for a dispatch, in the order of the alphabet. */
export async function mailKinds({ database }: Stage, dispatchId: string): Promise<string[]> {
  const rows = await database.owner.query('select kind from outbox where dispatch_id = $1 order by kind', [dispatchId])
  return rows.map((row) => String(row.kind))
}
