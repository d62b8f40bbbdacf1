import { existsSync, rmSync } from 'node:fs'
import type pg from 'pg'
import { lockDataFolder } from './data-lock.server.ts'
import { demoMarks } from './demo.server.ts'
import { asMigrator } from './migrations.server.ts'
import { type Database, databaseFolder, type DatabaseOptions, openDatabase } from './open.server.ts'

/** The database holds what no demonstration wrote: it is neither filled nor erased. */
export class NotADemoError extends Error {
  override name = 'NotADemoError'
  constructor() {
    super('このデータベースにはデモがつくったものではない記録があるため、何も変えずに止めました（デモには、空のデータベースを使ってください）。')
  }
}

async function hasTable(owner: pg.Pool, name: string): Promise<boolean> {
  const { rows } = await owner.query<{ found: boolean }>('select to_regclass($1) is not null as found', [name])
  return rows[0]?.found === true
}

async function isMarked(owner: pg.Pool): Promise<boolean> {
  if (!(await hasTable(owner, 'public.setting_version'))) return false
  const { rows } = await owner.query('select from public.setting_version where key = any ($1)', [Object.values(demoMarks)])
  return rows.length > 0
}

/** True when no table has a row but the record of migrations and the clock that seeding moves. */
async function isEmpty(owner: pg.Pool): Promise<boolean> {
  const { rows } = await owner.query<{ question: string }>(`
    select format('select from %I.%I limit 1', schemaname, tablename) as question
      from pg_tables where schemaname in ('public', 'app') and tablename not in ('_prisma_migrations', 'test_shift')`)
  if (rows.length > 0 && !(await hasTable(owner, 'public._prisma_migrations'))) return false
  for (const { question } of rows) {
    if ((await owner.query(question)).rows.length > 0) return false
  }
  return true
}

/**
 * Asks a database, migrated or not, whether a demonstration may have it. Nothing is changed.
 * @throws NotADemoError when there are rows and none of them is the demonstration's mark
 */
export async function requireDemoOrEmpty(database: Database): Promise<void> {
  const free = await asMigrator(database, async (owner) => (await isMarked(owner)) || (await isEmpty(owner)))
  if (!free) throw new NotADemoError()
}

/**
 * Throws away a demonstration's database, or an empty one.
 * @throws outside demo mode; NotADemoError for a database with anything else in it
 */
export async function eraseDatabase(options: DatabaseOptions): Promise<void> {
  if (!options.demo) throw new Error('デモのデータベースだけを消すことができます。')
  const folder = databaseFolder(options.dataDir)
  if (!options.databaseUrl && !existsSync(folder)) return
  const database = await openDatabase(options)
  try {
    await requireDemoOrEmpty(database)
    if (options.databaseUrl) await asMigrator(database, dropAll)
  } finally {
    await database.close()
  }
  if (options.databaseUrl) return
  const unlock = await lockDataFolder(folder)
  rmSync(folder, { recursive: true, force: true })
  await unlock()
}

async function dropAll(owner: pg.Pool): Promise<void> {
  await owner.query('drop schema if exists app cascade; drop schema public cascade; create schema public')
}
