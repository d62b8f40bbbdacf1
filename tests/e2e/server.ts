// The product as the journeys use it: fresh demo data, its own folder or database, a clock that a journey may
// move. Controls on a second port, for the journey alone: move the clock, stop the server, read where it lives.
import { fork, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { seedDemo } from '../../prisma/seed.ts'
import { deriveKeys, readOrMakeSecret } from '#app/platform/crypto.server.ts'
import { migrate } from '#app/platform/db/migrations.server.ts'
import { openDatabase } from '#app/platform/db/open.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { setRuntime } from '#app/platform/runtime.server.ts'
import { startTimeMachine } from '#tests/setup/time-machine.ts'
import { begins, control, port } from './places.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yorisoi-e2e-'))
const databaseUrl = process.env.TEST_DATABASE_URL ? await freshDatabase(process.env.TEST_DATABASE_URL) : undefined
const source = {
  ...process.env,
  NODE_ENV: 'test' as const,
  YORISOI_DEMO: '1',
  PORT: String(port),
  PUBLIC_ORIGIN: `http://localhost:${port}`,
  YORISOI_DATA: folder,
  DATABASE_URL: databaseUrl,
}

async function freshDatabase(server: string): Promise<string> {
  const name = `yr_e2e_${process.pid}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Migrates, seeds up to the first morning of the journey. @returns how far the clock is moved */
async function prepare(): Promise<number> {
  const env = readEnv(source)
  const database = await openDatabase(env)
  await migrate(database)
  const machine = await startTimeMachine(database)
  setRuntime({ env, database, clock: machine.clock, keys: deriveKeys(readOrMakeSecret(env.dataDir)) })
  await machine.goTo(begins)
  await seedDemo(database, machine)
  await machine.goTo(begins)
  await database.close()
  return machine.shiftMs()
}

let shiftMs = await prepare()
let server: ChildProcess | null = await start()

function start(): Promise<ChildProcess> {
  const env = { ...source, YORISOI_TEST_SHIFT_MS: String(shiftMs) }
  const child = fork('app/cli/serve.mjs', { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

async function stop(): Promise<void> {
  const child = server
  server = null
  if (!child) return
  await new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })
}

function shift(minutes: number): Promise<void> {
  shiftMs += minutes * 60_000
  return new Promise((resolve) => {
    server?.once('message', () => resolve())
    server?.send({ shiftMs })
  })
}

/** Changes one byte of the third row of a chain, as somebody with the database's password could. */
async function tamper(): Promise<void> {
  const database = await openDatabase(readEnv(source))
  const client = await database.pool.connect()
  await client.query('begin')
  await client.query('set local role none')
  await client.query('set local session_replication_role = replica')
  await client.query(`update audit_log set action = action || 'x' where seq = 3
    and chain = (select chain from audit_head order by seq desc limit 1)`)
  await client.query('commit')
  client.release()
  await database.close()
}

http
  .createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', `http://localhost:${control}`)
    if (url.pathname === '/shift') await shift(Number(url.searchParams.get('minutes')))
    if (url.pathname === '/stop') await stop()
    if (url.pathname === '/start') server ??= await start()
    if (url.pathname === '/tamper') await tamper()
    // A journey may be busy for longer than a connection is kept: each order comes on its own.
    response.setHeader('Connection', 'close')
    response.end(JSON.stringify({ folder, databaseUrl: databaseUrl ?? null, shiftMs }))
  })
  .listen(control, '127.0.0.1')

process.once('SIGTERM', () => void stop().then(() => process.exit(0)))
