// Brings the database to the newest migration and, in demo mode, seeds it when it is empty. `--fresh` starts over.
import { seedDemo } from '../../prisma/seed.ts'
import { systemClock } from '#app/platform/clock.server.ts'
import { deriveKeys, readOrMakeSecret } from '#app/platform/crypto.server.ts'
import { eraseDatabase, migrate } from '#app/platform/db/migrations.server.ts'
import { openDatabase } from '#app/platform/db/open.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { setRuntime } from '#app/platform/runtime.server.ts'

async function prepare(): Promise<void> {
  const env = readEnv(process.env)
  if (process.argv.includes('--fresh')) await eraseDatabase(env)
  const database = await openDatabase(env)
  try {
    await migrate(database)
    setRuntime({ env, database, clock: systemClock, keys: deriveKeys(env.key ?? readOrMakeSecret(env.dataDir)) })
    if (env.demo) await seedDemo(database)
  } finally {
    await database.close()
  }
}

prepare().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
