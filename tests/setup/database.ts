import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openMemory, openPostgres } from '#app/platform/db/open.server.ts'

type Row = Record<string, unknown>
type Sql = (text: string, values?: unknown[]) => Promise<Row[]>

/** The owner of the tables, past every policy: for fixtures, for looking at rows, and for tampering. */
export interface Owner {
  /** One statement (or several without values) in its own transaction; changes carry an audit row. */
  query: Sql
  /** Several statements in one transaction; changes carry an audit row. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** The same with all triggers asleep, as somebody with a superuser's password could do it. */
  tamper<T>(work: (sql: Sql) => Promise<T>): Promise<T>
}

/** A database of its own for one test file; close it in `afterAll`. */
export interface TestDatabase extends Database {
  owner: Owner
}

function ownerOf({ pool }: Database): Owner {
  async function transaction<T>(before: string, work: (sql: Sql) => Promise<T>, after: string): Promise<T> {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query(`set local role none; ${before}`)
      const value = await work(async (text, values) => {
        const result = await client.query(text, values)
        return Array.isArray(result) ? [] : (result.rows as Row[])
      })
      await client.query(after)
      await client.query('commit')
      return value
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }
  const audited = `select app.audit('test.fixture', 'fixture', '-')`
  return {
    query: (text, values) => transaction('', (sql) => sql(text, values), audited),
    transaction: (work) => transaction('', work, audited),
    tamper: (work) => transaction('set local session_replication_role = replica', work, 'select 1'),
  }
}

async function openClone(url: string, template: string): Promise<Database> {
  const name = `yr_test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`create database ${name} template ${template}`)
  await admin.end()
  const target = new URL(url)
  target.pathname = `/${name}`
  const database = openPostgres(target.href, 40)
  return {
    ...database,
    async close() {
      await database.close()
      const cleaner = new pg.Client({ connectionString: url })
      await cleaner.connect()
      await cleaner.query(`drop database ${name} with (force)`)
      await cleaner.end()
    },
  }
}

/** Opens a migrated, empty database: in memory, or a clone on the server of TEST_DATABASE_URL. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const from = inject('database')
  const database = from.engine === 'pglite' ? await openMemory(from.tar) : await openClone(from.url, from.template)
  return { ...database, owner: ownerOf(database) }
}

/** Sets the database's clock (`app.now()`) to an instant; null lets it run again. */
export async function setDatabaseClock(database: Pick<Database, 'asOwner'>, instant: Date | null): Promise<void> {
  await database.asOwner((tx) => tx.$executeRaw`update app.test_clock set at = ${instant}::timestamptz`)
}
