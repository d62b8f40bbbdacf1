import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DataFolderError, lockDataFolder, thisProcess } from '#app/platform/db/data-lock.server.ts'
import { eraseDatabase, migrate, migrationState } from '#app/platform/db/migrations.server.ts'
import { openDatabase } from '#app/platform/db/open.server.ts'

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

it('only a demonstration can be erased', async () => {
  await expect(eraseDatabase({ dataDir })).rejects.toThrow()
})

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
