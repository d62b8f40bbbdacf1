import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startPostgres } from '#app/cli/postgres.mjs'
import { systemClock } from '#app/platform/clock.server.ts'
import { deriveKeys, sha256 } from '#app/platform/crypto.server.ts'
import { demoMarks } from '#app/platform/db/demo.server.ts'
import { migrate } from '#app/platform/db/migrations.server.ts'
import { type Database, openPostgres } from '#app/platform/db/open.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { setRuntime } from '#app/platform/runtime.server.ts'
import { dispatchNo } from '#app/features/dispatch/domain/dispatch-no.ts'
import { seededIds } from '#app/shared/ids.ts'
import { makeWorld, type World } from '#tests/factories/world.ts'
import { started } from './endings.ts'

/** Dispatches of each of the two bodies. */
export const dispatches = 10_000
const cards = 2_000
const seed = 20261121

/** What the rows stand on: a filled PostgreSQL of our own, an officer, and cards that each stop one dispatch. */
export interface Ground {
  /** The product's own database object on it: its pool and its driver. */
  database: Database
  url: string
  bodyId: string
  /** Logs the officer in anew. @returns the Cookie header */
  signIn(): Promise<string>
  /** A number that the list finds exactly one dispatch by. */
  oneNumber: string
  cards: string[]
  /** Every statement the server is sent while `work` runs, as its own log has them; `work` gets a way to mark places. */
  statementsDuring(work: (mark: (name: string) => Promise<void>) => Promise<void>): Promise<LoggedStatement[]>
}

/** One statement of the server's log. */
export interface LoggedStatement {
  pid: number
  text: string
}

/** Starts PostgreSQL, migrates it and fills it. Ids, names and states are the same every time; only the days move. */
export async function prepareGround(): Promise<Ground> {
  let log = ''
  let listening = false
  const server = await startPostgres({ onLog: (text) => (log += listening ? text : '') })
  started(() => server.stop())
  const admin = new pg.Client({ connectionString: server.url, options: '-c TimeZone=UTC' })
  // What breaks the connection shows where it is used next.
  admin.on('error', () => undefined)
  await admin.connect()
  started(() => admin.end())
  const database = openPostgres(server.url, 10)
  started(() => database.close())
  await migrate(database)
  setRuntime({ env: readEnv({ NODE_ENV: 'test' }), database, clock: systemClock, keys: deriveKeys(randomBytes(32).toString('hex')) })
  const world = await makeWorld(database, seededIds(systemClock, seed), systemClock)
  await fill(admin, world)
  return {
    database,
    url: server.url,
    bodyId: world.aoba.id,
    signIn: () => signIn(admin, world),
    oneNumber: dispatchNo(world.fiscalYear, 4321),
    cards: Array.from({ length: cards }, (_, i) => `${world.kuromatsu.id}-${i}`),
    async statementsDuring(work) {
      log = ''
      listening = true
      await sayLog(admin, 'all')
      await work(async (name) => {
        await admin.query(`select '${mark}${name}'`)
        while (!log.includes(`${mark}${name}`)) await new Promise((resolve) => setTimeout(resolve, 5))
      })
      await sayLog(admin, 'none')
      listening = false
      return statementsOf(log)
    },
  }
}

/** How a mark is recognised among the statements. */
export const mark = 'bench mark: '

async function fill(admin: pg.Client, world: World): Promise<void> {
  const sql = readFileSync(path.join(import.meta.dirname, 'fill.sql'), 'utf8')
  await admin.query('begin; set local session_replication_role = replica')
  // Served in demo mode, which opens a demonstration's database and no other.
  await admin.query(
    `insert into setting_version (id, key, no, value, in_force_from) values (gen_random_uuid(), $1, 1, 'true', '2026-04-01')`,
    [demoMarks.begun],
  )
  for (const hat of [world.aobaDispatch, world.kuromatsuDispatch]) {
    const settings = {
      body: hat.bodyId,
      training: world.midori.id,
      officer: hat.personId,
      rows: dispatches,
      cards: hat === world.kuromatsuDispatch ? cards : 0,
    }
    for (const [name, value] of Object.entries(settings)) {
      await admin.query(`select set_config($1, $2, true)`, [`bench.${name}`, String(value)])
    }
    await admin.query(sql)
  }
  await admin.query(`
    create table bench_row (id int primary key, n int not null);
    insert into bench_row select i, 0 from generate_series(0, 999) i;
    grant select, update on bench_row to yr_login;
    commit`)
  // What was filled in is on the disk before anything is measured.
  await admin.query('vacuum analyze')
  await admin.query('checkpoint')
}

async function signIn(admin: pg.Client, world: World): Promise<string> {
  const id = randomBytes(20).toString('hex')
  const { personId, membershipId } = world.aobaDispatch
  await admin.query(
    `insert into session (id_hash, person_id, membership_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [Buffer.from(sha256(id)), personId, membershipId],
  )
  return `yr_session=${id}`
}

async function sayLog(admin: pg.Client, what: 'all' | 'none'): Promise<void> {
  await admin.query(`alter system set log_statement = '${what}'`)
  await admin.query('select pg_reload_conf()')
  await admin.query('select pg_sleep(0.2)')
}

/** An entry begins with the time of day; what does not is the next line of the same statement. */
function statementsOf(log: string): LoggedStatement[] {
  const said = /\[(\d+)\] LOG: {2}(?:statement|execute [^:]*): ([^]*)/
  return log.split(/\n(?=\d{4}-\d\d-\d\d )/).flatMap((entry) => {
    const [, pid, text] = said.exec(entry) ?? []
    return pid && text ? [{ pid: Number(pid), text: text.trim().replace(/\s+/g, ' ') }] : []
  })
}
