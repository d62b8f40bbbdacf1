// Built once per content of prisma/migrations: a migrated database that every test file gets a copy of.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations, migrationsList } from '#app/platform/db/migrations.server.ts'
import { ownerPool } from '#app/platform/db/open.server.ts'
import { pgliteExtensions, pglitePool } from '#app/platform/db/pglite.server.ts'

/** Where test databases come from: a tar for the embedded database, or a template on a PostgreSQL server. */
export type TestTemplate = { engine: 'pglite'; tar: string } | { engine: 'postgres'; url: string; template: string }

declare module 'vitest' {
  export interface ProvidedContext {
    database: TestTemplate
  }
}

/** The one function a test database has that differs: the clock can be set. */
const testClock = `
  create table app.test_clock (one boolean primary key default true check (one), at timestamptz);
  insert into app.test_clock values (true, null);
  create or replace function app.now() returns timestamptz
  language plpgsql stable security definer set search_path = app, pg_temp
  as 'begin return coalesce((select at from app.test_clock), clock_timestamp()); end'`

const cache = path.resolve('node_modules/.cache/yorisoi')
const kept = 3

function templateKey(): string {
  const text = JSON.stringify(migrationsList().migrationDirectories) + testClock
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function forgetOldTars(): void {
  const tars = readdirSync(cache)
    .map((name) => path.join(cache, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const tar of tars.slice(kept)) rmSync(tar, { force: true })
}

async function pgliteTemplate(key: string): Promise<TestTemplate> {
  const tar = path.join(cache, `template-${key}.tar`)
  if (existsSync(tar)) return { engine: 'pglite', tar }
  const db = await PGlite.create('memory://', { extensions: pgliteExtensions })
  const pool = pglitePool(db)
  await applyMigrations(pool)
  await pool.query(testClock)
  await pool.end()
  mkdirSync(cache, { recursive: true })
  const bytes = Buffer.from(await (await db.dumpDataDir('none')).arrayBuffer())
  await db.close()
  const unfinished = `${tar}.${process.pid}`
  writeFileSync(unfinished, bytes)
  renameSync(unfinished, tar)
  forgetOldTars()
  return { engine: 'pglite', tar }
}

async function postgresTemplate(url: string, key: string): Promise<TestTemplate> {
  const template = `yr_template_${key}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    // two runs at once build it one after the other; the flag says that the building was finished
    await admin.query('select pg_advisory_lock(7274, 1)')
    const { rows } = await admin.query('select datistemplate as done from pg_database where datname = $1', [template])
    if (rows[0]?.done) return { engine: 'postgres', url, template }
    await admin.query(`drop database if exists ${template} with (force)`)
    await admin.query(`create database ${template}`)
    const target = new URL(url)
    target.pathname = `/${template}`
    const owner = ownerPool(target.href)
    await applyMigrations(owner)
    await owner.query(testClock)
    await owner.end()
    await admin.query(`alter database ${template} is_template true`)
    return { engine: 'postgres', url, template }
  } finally {
    await admin.end()
  }
}

export default async function setup(project: TestProject): Promise<void> {
  const url = process.env.TEST_DATABASE_URL
  const key = templateKey()
  project.provide('database', url ? await postgresTemplate(url, key) : await pgliteTemplate(key))
}
