// Brings the database to the newest migration and, in demo mode, seeds it when it is empty. `--fresh` starts over.
import { isSeeded, seedDemo } from '../../prisma/seed.ts'
import { deriveKeys, readOrMakeSecret } from '#app/platform/crypto.server.ts'
import { eraseDatabase, requireDemoOrEmpty } from '#app/platform/db/erase.server.ts'
import { migrate } from '#app/platform/db/migrations.server.ts'
import { type Database, openDatabase } from '#app/platform/db/open.server.ts'
import { type Env, readEnv } from '#app/platform/env.server.ts'
import { setRuntime } from '#app/platform/runtime.server.ts'
import { startTimeMachine } from '#tests/setup/time-machine.ts'

async function seed(env: Env, database: Database): Promise<void> {
  const machine = await startTimeMachine(database)
  const keys = deriveKeys(env.key ?? readOrMakeSecret(env.dataDir))
  setRuntime({ env, database, clock: machine.clock, keys })
  await seedDemo(database, machine)
  await machine.end()
}

/**
 * A demo whose seeding was cut off is begun again: half a city is no city. A database with anything else in it is
 * refused before it is touched.
 */
async function prepare(): Promise<void> {
  const env = readEnv(process.env)
  if (process.argv.includes('--fresh')) await eraseDatabase(env)
  for (let again = false; ; again = true) {
    const database = await openDatabase(env)
    try {
      if (env.demo) await requireDemoOrEmpty(database)
      await migrate(database)
      if (!env.demo || (await isSeeded(database))) return
      const untouched = (await database.asOwner((tx) => tx.body.count())) === 0
      if (untouched) return await seed(env, database)
    } finally {
      await database.close()
    }
    if (again) throw new Error('デモのデータを用意できませんでした。')
    await eraseDatabase(env)
  }
}

prepare().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
