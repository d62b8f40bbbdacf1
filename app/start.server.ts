import type { Server } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { atOnce } from '#app/at-once.ts'
import { jobs } from '#app/jobs.ts'
import { createApp, listen } from '#app/http/server.server.ts'
import { systemClock } from '#app/platform/clock.server.ts'
import { deriveKeys, readOrMakeSecret } from '#app/platform/crypto.server.ts'
import { requireDemo } from '#app/platform/db/demo.server.ts'
import { type Database, openDatabase } from '#app/platform/db/open.server.ts'
import { type Env, readEnv } from '#app/platform/env.server.ts'
import { startWorker } from '#app/platform/jobs/worker.server.ts'
import { log } from '#app/platform/log.server.ts'
import { startMail } from '#app/platform/mail/start.server.ts'
import { runtime, setRuntime } from '#app/platform/runtime.server.ts'
import { movableClock } from '#app/platform/movable-clock.server.ts'

/** A running product: where it answers, and how it ends in good order. */
export interface Running {
  address: string
  stop(): Promise<void>
}

async function openRightful(env: Env): Promise<Database> {
  const database = await openDatabase(env)
  try {
    if (env.demo) await requireDemo(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function open(env: Env) {
  const database = await openRightful(env)
  const clock = env.mode === 'test' ? movableClock(database) : systemClock
  setRuntime({ env, database, clock, keys: deriveKeys(env.key ?? readOrMakeSecret(env.dataDir)) })
  const mail = await startMail(env)
  return { database, mail }
}

/**
 * Starts the product: database, mail, jobs and the web server.
 * @throws EnvError for a wrong variable, DataFolderError for a data folder that is in use,
 * DemoOnlyError in demo mode on a database that no demonstration began
 */
export async function serve(build: ServerBuild, source = process.env): Promise<Running> {
  const env = readEnv(source)
  const { database, mail } = await open(env)
  const worker = startWorker(jobs, runtime().clock)
  const server = await listen(createApp(build, env, atOnce), env)
  log.info('start', { engine: database.engine, port: portOf(server), demo: env.demo })
  async function stop(): Promise<void> {
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeIdleConnections()
    })
    await worker.stop()
    await mail.stop()
    await database.close()
  }
  return { address: env.publicOrigin, stop }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
