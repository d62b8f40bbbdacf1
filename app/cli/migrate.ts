// migrate.ts deploy | status | check | new <name>: migrations of either database, without a native engine.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { applyMigrations, migrate, migrationsDir, migrationState, schemaDrift } from '#app/platform/db/migrations.server.ts'
import { type Database, openDatabase } from '#app/platform/db/open.server.ts'
import { pgliteExtensions, pglitePool } from '#app/platform/db/pglite.server.ts'
import { readEnv } from '#app/platform/env.server.ts'

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(readEnv(process.env, { serves: false }))
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** What the schema files have that the migrations lack, asked of an embedded database made for the question. */
async function difference(): Promise<string | null> {
  const pool = pglitePool(await PGlite.create('memory://', { extensions: pgliteExtensions }))
  await applyMigrations(pool)
  return schemaDrift(pool)
}

async function deploy(): Promise<void> {
  const applied = await withDatabase(migrate)
  console.log(applied.length > 0 ? applied.join('\n') : 'The database is up to date.')
}

async function status(): Promise<void> {
  const { pending, failed, edited } = await withDatabase(migrationState)
  for (const name of pending) console.log(`pending  ${name}`)
  for (const name of failed) console.log(`failed   ${name}`)
  for (const name of edited) console.log(`edited   ${name}`)
  if (pending.length + failed.length + edited.length > 0) process.exitCode = 1
  else console.log('The database is up to date.')
}

async function check(): Promise<void> {
  const sql = await difference()
  if (sql === null) return console.log('Schema files and migrations say the same.')
  console.log(sql)
  process.exitCode = 2
}

async function write(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) throw new Error('A name in small letters is needed, such as add_ibasho.')
  const at = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join(migrationsDir, `${at}_${name}`)
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'migration.sql'), (await difference()) ?? '-- Policies, grants and guards are written by hand.\n')
  console.log(path.relative('.', folder))
}

const commands: Record<string, (argument?: string) => Promise<void>> = { deploy, status, check, new: write }
const [name = '', argument] = process.argv.slice(2)

try {
  const command = commands[name]
  if (!command) throw new Error('migrate.ts deploy | status | check | new <name>')
  await command(argument)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
process.exit()
