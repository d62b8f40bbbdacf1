import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { systemClock } from '#app/platform/clock.server.ts'
import { deriveKeys } from '#app/platform/crypto.server.ts'
import { type Database, databaseFolder, openDatabase } from '#app/platform/db/open.server.ts'
import { pgliteExtensions } from '#app/platform/db/pglite.server.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import { setRuntime } from '#app/platform/runtime.server.ts'
import { randomIds } from '#app/shared/ids.ts'
import { openPost, type Post } from '#tests/factories/post.ts'
import { makeWorld, type World } from '#tests/factories/world.ts'
import { openTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import type { SenderTask } from './n18-sender.ts'

const key = '5a'.repeat(32)
const mails = 20
const minutes = 60_000

let dataDir: string
let post: Post
let world: World
let clone: TestDatabase | null = null
let at = new Date()
/** What the last process wrote to its error output. */
let said = ''

/** The database the processes share: a folder on disk, or a clone on the PostgreSQL server. */
async function open(): Promise<Database> {
  const database = await openDatabase({ databaseUrl: clone?.url, dataDir })
  const env = readEnv({ NODE_ENV: 'test', PUBLIC_ORIGIN: 'http://localhost:3999', YORISOI_DATA: dataDir })
  setRuntime({ env, database, clock: systemClock, keys: deriveKeys(key) })
  return database
}

/** Unpacks the migrated template into the folder that the processes will open. */
async function unpack(tar: string): Promise<void> {
  const loadDataDir = new Blob([readFileSync(tar)])
  const db = await PGlite.create(databaseFolder(dataDir), { extensions: pgliteExtensions, loadDataDir })
  await db.close()
}

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'yorisoi-n18-'))
  post = await openPost()
  const from = inject('database')
  if (from.engine === 'pglite') await unpack(from.tar)
  else clone = await openTestDatabase()
  const database = await open()
  world = await makeWorld(database, randomIds(systemClock), systemClock)
  at = systemClock.now()
  for (let n = 0; n < mails; n += 1) await order(`mail-${n}`, n % 4 !== 3)
  later()
  await database.close()
}, 240_000)

afterAll(async () => {
  setRuntime(undefined)
  await post.close()
  await clone?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Orders one mail; without `kept` its transaction is rolled back. */
async function order(name: string, kept: boolean): Promise<void> {
  const { ctx, bodyId } = world.aobaDispatch
  const ordering = withActor(ctx, async (tx) => {
    await enqueueMail(tx, ctx, {
      bodyId, kind: 'account.passwordChanged', dedupeKey: name, to: `${name}@mihon.example.jp`,
      props: { changedAt: at.toISOString() },
    })
    if (!kept) throw new Error('on purpose')
  })
  await ordering.catch((error: unknown) => {
    if (kept) throw error
  })
}

function start(mode: SenderTask['mode']): ChildProcess {
  const task: SenderTask = {
    mode, dataDir, key, databaseUrl: clone?.url ?? null, smtpUrl: post.url, at: at.toISOString(), actor: world.aobaDispatch.actor,
  }
  const child = fork(path.join(import.meta.dirname, 'n18-sender.ts'), [JSON.stringify(task)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4_000)))
  return child
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}

/** Runs a sender until it says where it is, and kills it there without warning. */
async function killThere(mode: 'stopAfterAnswer' | 'order'): Promise<void> {
  const child = start(mode)
  const exit = ended(child)
  child.once('message', () => child.kill('SIGKILL'))
  expect(await exit).toBeNull()
}

/** Runs a sender and kills it as soon as so many mails have been handed to the server. */
async function killAfter(handed: number): Promise<void> {
  const child = start('send')
  const exit = ended(child)
  let count = 0
  post.answers(() => {
    count += 1
    if (count === handed) child.kill('SIGKILL')
    return 'take'
  })
  await exit
}

async function runToTheEnd(): Promise<void> {
  const code = await ended(start('send'))
  expect(code, said).toBe(0)
}

async function names(): Promise<string[]> {
  return (await post.arrived()).map(({ recipients }) => recipients[0]?.split('@')[0] ?? '')
}

/** The next sender starts when the dead one's claim has run out. */
function later(): void {
  at = new Date(at.getTime() + 10 * minutes)
}

describe('N18: whatever moment a process dies at', { timeout: 240_000 }, () => {
  const kills = 5

  it('a mail ordered in a transaction that never committed does not exist', async () => {
    await killThere('order')
    expect(await names()).toEqual([])
  })

  it('a mail taken by the server but not yet written down goes once more at most, under the same name', async () => {
    await killThere('stopAfterAnswer')
    const [first] = await names()
    later()
    await killThere('stopAfterAnswer')
    later()
    const sent = await names()
    expect(sent).toHaveLength(2)
    const ids = (await post.arrived()).filter(({ recipients }) => recipients[0]?.startsWith(`${first}@`))
    expect(new Set(ids.map(({ messageId }) => messageId)).size).toBe(1)
  })

  it('all the others follow: none lost, none from nowhere, doubles only where a process died', async () => {
    for (const handed of [2, 5, 1]) {
      await killAfter(handed)
      later()
    }
    post.answers('take')
    await runToTheEnd()
    const sent = await names()
    const wanted = Array.from({ length: mails }, (_, n) => `mail-${n}`).filter((_, n) => n % 4 !== 3)
    expect([...new Set(sent)].sort()).toEqual([...wanted].sort())
    expect(sent.length - wanted.length).toBeLessThanOrEqual(kills)
    const ids = new Set((await post.arrived()).map(({ recipients, messageId }) => `${recipients[0]} ${messageId}`))
    expect(ids.size).toBe(wanted.length)
  })

  it('the outbox says what was sent, holds no address any more, and a further sender finds nothing to do', async () => {
    const before = (await names()).length
    later()
    await runToTheEnd()
    expect((await names()).length).toBe(before)
    const database = await open()
    const rows = await database.asOwner((tx) => tx.outbox.findMany())
    await database.close()
    expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'sent'))
    expect(rows.every(({ payloadEnc }) => payloadEnc === null)).toBe(true)
  })
})
