import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { errorFields, log } from '../log.server.ts'
import { DataFolderError, lockDataFolder } from './data-lock.server.ts'
import { durableParams, DurableNodeFS } from './durable-fs.server.ts'
import { type Prisma, PrismaClient } from './generated/client.ts'
import { OrderlyClient } from './orderly-client.ts'
import { pgliteExtensions, pglitePool } from './pglite.server.ts'

/** The role every session begins with: it owns nothing and may only enter as somebody. */
export const loginRole = 'yr_login'

export interface DatabaseOptions {
  /** A PostgreSQL server, as the owner of the database; without it the embedded database is used. */
  databaseUrl?: string
  /** Folder of the embedded database; made with mode 0700. */
  dataDir: string
  /** Demonstrations may run without durable writes; nothing else may. */
  demo?: boolean
}

/** One open database: PostgreSQL or the embedded one, used in the same way. */
export interface Database {
  engine: 'postgres' | 'pglite'
  prisma: PrismaClient
  pool: pg.Pool
  /** Where it is: the server's address, or nothing for the embedded one. */
  url: string | undefined
  /**
   * One statement that is its own transaction, before anybody has entered: who is asking, and what enters by itself.
   * Straight to the driver, whose values it gives: a moment is a Date, bytes are a Buffer.
   */
  ask<T>(statement: Prisma.Sql): Promise<T[]>
  /**
   * One transaction as the owner of the tables, past all policies: for installing, seeding and fixtures,
   * never for a request. Guards hold; the audit row is the caller's.
   */
  asOwner<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** More texts than the product has statements; a text beyond them is planned each time. */
const namedAtMost = 1_000

/**
 * Names statements by their text, so that each connection plans them once: a page's query has a dozen policies in it
 * and takes longer to plan than to run. Texts without values are sent as they are.
 */
function statementNames(): (sql: string, values: number) => string {
  const names = new Map<string, string>()
  return (sql, values) => {
    if (values === 0) return ''
    const known = names.get(sql)
    if (known) return known
    if (names.size >= namedAtMost) return ''
    const name = `yr_${names.size}`
    names.set(sql, name)
    return name
  }
}

function database(engine: Database['engine'], pool: pg.Pool, url: string | undefined, end: () => Promise<void>): Database {
  pool.on('error', (error) => {
    if (!pool.ending) log.warn('database.connection', errorFields(error))
  })
  const nameOf = engine === 'postgres' ? statementNames() : undefined
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, nameOf && { statementNameGenerator: ({ sql, args }) => nameOf(sql, args.length) }),
    errorFormat: 'minimal',
    // On the embedded database transactions queue on one connection; the queue counts as waiting.
    transactionOptions: { maxWait: 10_000, timeout: 10_000 },
  })
  return {
    engine,
    prisma,
    pool,
    url,
    async ask<T>({ text, values }: Prisma.Sql) {
      const name = nameOf?.(text, values.length)
      const { rows } = await pool.query<T & pg.QueryResultRow>({ name, text, values })
      return rows
    },
    asOwner: (work) =>
      prisma.$transaction(async (tx) => {
        await tx.$queryRaw`select set_config('role', 'none', true)`
        return work(tx)
      }),
    async close() {
      await prisma.$disconnect()
      await pool.end()
      await end()
    },
  }
}

/** Settings of every session: the time zone the adapter assumes, the role, and limits so that a stop never waits long. */
const sessionOptions = [
  'TimeZone=UTC',
  `role=${loginRole}`,
  'statement_timeout=8000',
  'idle_in_transaction_session_timeout=10000',
]

/**
 * A connection stays open, because plans are kept on it and a stop may come after hours of silence. The system asks
 * every minute whether the other end is still there, so that a dead one is found before somebody needs it.
 */
const kept = { idleTimeoutMillis: 0, keepAlive: true, keepAliveInitialDelayMillis: 60_000 }

/** Opens a PostgreSQL database that is at least as new as its roles. */
export function openPostgres(url: string, max = 10): Database {
  const options = sessionOptions.map((setting) => `-c ${setting}`).join(' ')
  const pool = new pg.Pool({ connectionString: url, max, options, ...kept, Client: OrderlyClient })
  return database('postgres', pool, url, async () => {})
}

/** A pool of the owner, for migrations; the caller ends it. */
export function ownerPool(url: string): pg.Pool {
  return new pg.Pool({ connectionString: url, max: 1, options: '-c TimeZone=UTC' })
}

/** Opens an embedded database in memory from the tar of a migrated one. */
export async function openMemory(template: string): Promise<Database> {
  const loadDataDir = new Blob([readFileSync(template)])
  const db = await PGlite.create('memory://', { extensions: pgliteExtensions, loadDataDir })
  return database('pglite', pglitePool(db, loginRole), undefined, () => db.close())
}

/** The folder of the embedded database inside the data folder. */
export function databaseFolder(dataDir: string): string {
  return path.join(dataDir, 'database')
}

/** Asserts that a commit really reaches the disk: fsync is on, and a commit made the file layer sync. */
async function requireDurable(db: PGlite, files: DurableNodeFS): Promise<void> {
  const { rows } = await db.query<{ fsync: string }>(`select current_setting('fsync') as fsync`)
  const before = files.syncs
  await db.query(`select pg_logical_emit_message(true, 'yorisoi', 'start')`)
  if (rows[0]?.fsync === 'on' && files.syncs > before) return
  throw new DataFolderError('データベースの書き込みがディスクに届いていません。このままでは停電で記録が失われるため、始めません。')
}

/** Opens the embedded database on disk: locked against a second process, durable, readable by its owner only. */
async function openFolder({ dataDir, demo }: DatabaseOptions): Promise<Database> {
  const folder = databaseFolder(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // The database makes its files readable by everybody; the folder above them does not let them in.
  chmodSync(dataDir, 0o700)
  chmodSync(folder, 0o700)
  const unlock = await lockDataFolder(folder)
  try {
    const fs = new DurableNodeFS(folder)
    const db = await PGlite.create({ fs, startParams: durableParams, extensions: pgliteExtensions })
    if (!demo) await requireDurable(db, fs)
    return database('pglite', pglitePool(db, loginRole), undefined, async () => {
      await db.close()
      await unlock()
    })
  } catch (error) {
    await unlock()
    throw error
  }
}

/**
 * Opens the database the settings name. It may still have to be migrated (`migrate`).
 * @throws DataFolderError when the folder is held by somebody else, shared, or writes do not reach the disk
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.databaseUrl ? openPostgres(options.databaseUrl) : openFolder(options)
}
