import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DataFolderError, lockDataFolder, thisProcess } from '#app/platform/db/data-lock.server.ts'
import { demoMarks, DemoOnlyError, requireDemo } from '#app/platform/db/demo.server.ts'
import { eraseDatabase, NotADemoError } from '#app/platform/db/erase.server.ts'
import { migrate, migrationState } from '#app/platform/db/migrations.server.ts'
import { type Database, openDatabase } from '#app/platform/db/open.server.ts'
import { serve } from '#app/start.server.ts'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'yorisoi-open-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

it('a new folder is migrated once, kept from others, opened by one process, and found again', async () => {
  const first = await openDatabase({ dataDir })
  expect(await migrate(first)).not.toEqual([])
  expect(await migrate(first)).toEqual([])
  expect(await migrationState(first)).toEqual({ pending: [], failed: [], edited: [] })
  const { rows } = await first.pool.query('select current_user::text as role')
  expect(rows).toEqual([{ role: 'yr_login' }])
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  await expect(openDatabase({ dataDir })).rejects.toThrow(DataFolderError)
  await expect(eraseDatabase({ dataDir, demo: true })).rejects.toThrow(DataFolderError)
  await first.asOwner((tx) => tx.$executeRaw`insert into login_bucket (key) values ('kept')`)
  await first.close()

  const again = await openDatabase({ dataDir })
  expect(await again.asOwner((tx) => tx.loginBucket.count())).toBe(1)
  await again.close()
}, 180_000)

it('outside demo mode nothing can be erased', async () => {
  await expect(eraseDatabase({ dataDir })).rejects.toThrow()
})

/** `npm run demo` from where it looks at the database. */
function prepare(...flags: string[]) {
  const env = { ...process.env, NODE_ENV: 'production' as const, YORISOI_DEMO: '1', YORISOI_DATA: dataDir, DATABASE_URL: '' }
  return spawnSync(process.execPath, ['--import', 'tsx', 'app/cli/prepare.ts', ...flags], { env, encoding: 'utf8' })
}

/** The database of the folder, open in demo mode only as long as something is done with it. */
async function inDemo(work: (database: Database) => Promise<unknown>): Promise<void> {
  const database = await openDatabase({ dataDir, demo: true })
  try {
    await work(database)
  } finally {
    await database.close()
  }
}

function addBody(database: Database): Promise<void> {
  return database.asOwner(async (tx) => {
    await tx.$executeRaw`insert into body (id, kind, name) values (gen_random_uuid(), 'municipality', 'あおば市')`
    await tx.$queryRaw`select app.audit('test.fixture', 'body', '-')::text`
  })
}

function markBegun(database: Database): Promise<void> {
  return database.asOwner(async (tx) => {
    await tx.$executeRaw`insert into setting_version (id, key, no, value, in_force_from)
      values (gen_random_uuid(), ${demoMarks.begun}, 1, 'true', '2026-04-01')`
    await tx.$queryRaw`select app.audit('test.fixture', 'setting_version', '-')::text`
  })
}

it('a demonstration neither erases nor changes a database that it did not begin', async () => {
  await inDemo(async (real) => {
    await migrate(real)
    await addBody(real)
  })
  for (const flags of [[], ['--fresh']]) {
    const { status, stderr } = prepare(...flags)
    expect([status, stderr]).toEqual([1, `${new NotADemoError().message}\n`])
  }
  await inDemo(async (after) => {
    expect(await after.asOwner((tx) => tx.body.findMany({ select: { name: true } }))).toEqual([{ name: 'あおば市' }])
    await markBegun(after)
  })
  await eraseDatabase({ dataDir, demo: true })
  expect(existsSync(path.join(dataDir, 'database'))).toBe(false)
}, 180_000)

it('a database that no demonstration began is not served in demo mode, where everybody may read its mails', async () => {
  await inDemo(async (database) => {
    await expect(requireDemo(database)).rejects.toThrow(DemoOnlyError)
    await migrate(database)
    await expect(requireDemo(database)).rejects.toThrow(DemoOnlyError)
    await addBody(database)
    await expect(requireDemo(database)).rejects.toThrow('デモがつくったものではない')
  })
  const env = { NODE_ENV: 'production' as const, YORISOI_DEMO: '1', YORISOI_DATA: dataDir, PORT: '1' }
  await expect(serve({} as ServerBuild, env)).rejects.toThrow(DemoOnlyError)

  await inDemo(async (demo) => {
    await markBegun(demo)
    await requireDemo(demo)
  })
}, 180_000)

it('an empty database may be erased, and one that is not there is none', async () => {
  await eraseDatabase({ dataDir, demo: true })
  await inDemo(migrate)
  await eraseDatabase({ dataDir, demo: true })
  expect(existsSync(path.join(dataDir, 'database'))).toBe(false)
}, 180_000)

it('a lock file is taken over only from a holder that is certainly gone', async () => {
  const file = `${dataDir}.lock`
  const holder = { host: os.hostname(), boot: 'another boot', pid: process.pid }
  writeFileSync(file, JSON.stringify(holder))
  await (await lockDataFolder(dataDir))()
  const { boot } = thisProcess()
  const { pid } = spawnSync(process.execPath, ['--version'])
  writeFileSync(file, JSON.stringify({ ...holder, boot, pid }))
  await (await lockDataFolder(dataDir))()
  writeFileSync(file, JSON.stringify({ ...holder, boot }))
  await expect(lockDataFolder(dataDir)).rejects.toThrow(DataFolderError)
  writeFileSync(file, JSON.stringify({ ...holder, host: 'another-host' }))
  await expect(lockDataFolder(dataDir)).rejects.toThrow(DataFolderError)
  writeFileSync(file, 'not readable')
  await expect(lockDataFolder(dataDir)).rejects.toThrow(DataFolderError)
  rmSync(file)
})
