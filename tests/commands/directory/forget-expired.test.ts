import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobs } from '#app/jobs.ts'
import { forgetExpired } from '#app/features/directory/jobs/forget-expired.server.ts'
import { jobCtx } from '#app/platform/jobs/worker.server.ts'
import { loggedIn, whoIs } from '#tests/factories/directory.ts'
import { drawnDay, openStage, type Stage } from '#tests/factories/stage.ts'

const hour = 3_600_000
const day = 24 * hour
const tables = ['session', 'draft', 'idempotency', 'link_token', 'login_bucket']

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const after = (ms: number) => new Date(drawnDay.getTime() + ms)
const sweep = () => forgetExpired.run(jobCtx(forgetExpired, { clock: stage.clock, ids: stage.world.ids }))

/** How many rows each table of machinery holds. */
async function counts(): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const table of tables) {
    const [row] = await stage.database.owner.query(`select count(*)::int as n from ${table}`)
    found[table] = Number(row!.n)
  }
  return found
}

/** One of each as it is made at an instant: a draft for 30 days, a link for a day, and one that is used at once. */
async function leave(at: Date): Promise<void> {
  await stage.database.owner.transaction(async (sql) => {
    const hash = () => Buffer.from(randomUUID())
    await sql(`insert into draft (id, owner_key, form, data_enc, expires_at) values ($1, $2, 'form', '', $3)`,
      [randomUUID(), hash(), new Date(at.getTime() + 30 * day)])
    await sql(`insert into idempotency (key, actor, route, body_hash, at) values ($1, 'visitor', '/', '', $2)`, [randomUUID(), at])
    const link = `insert into link_token (id, purpose, token_hash, expires_at, used_at) values ($1, 'account.password', $2, $3, $4)`
    await sql(link, [randomUUID(), hash(), new Date(at.getTime() + day), null])
    await sql(link, [randomUUID(), hash(), new Date(at.getTime() + 365 * day), at])
    await sql('insert into login_bucket (key, updated_at) values ($1, $2)', [randomUUID(), at])
  })
}

test('the sweep is one of the jobs, and looks every hour', () => {
  expect(jobs).toContain(forgetExpired)
  expect(forgetExpired.everySeconds).toBe(3600)
})

test('each thing is kept for its time and forgotten after it', async () => {
  await leave(drawnDay)
  expect(await sweep()).toBe(0)
  const steps: [atMs: number, left: Record<string, number>][] = [
    [day - 1, { login_bucket: 1, idempotency: 1, draft: 1, link_token: 2 }],
    [day, { login_bucket: 0, idempotency: 1, draft: 1, link_token: 2 }],
    [2 * day, { login_bucket: 0, idempotency: 0, draft: 1, link_token: 2 }],
    [30 * day - 1, { login_bucket: 0, idempotency: 0, draft: 1, link_token: 2 }],
    [30 * day, { login_bucket: 0, idempotency: 0, draft: 0, link_token: 1 }],
    [31 * day - 1, { login_bucket: 0, idempotency: 0, draft: 0, link_token: 1 }],
    [31 * day, { login_bucket: 0, idempotency: 0, draft: 0, link_token: 0 }],
  ]
  for (const [at, left] of steps) {
    await stage.goTo(after(at))
    await sweep()
    expect([at, await counts()]).toEqual([at, { session: 0, ...left }])
  }
})

test('a session goes when it has ended or was not used for a day; one in use stays', async () => {
  await stage.goTo(drawnDay)
  const used = await loggedIn(stage.world.trainer, stage.clock)
  await stage.goTo(after(25 * 60_000))
  expect(await whoIs(used, stage.clock)).not.toBe(null)
  await stage.goTo(after(day + 24 * 60_000))
  await sweep()
  expect((await counts()).session).toBe(1)
  await stage.goTo(after(day + 25 * 60_000))
  await sweep()
  expect((await counts()).session).toBe(0)
  await loggedIn(stage.world.trainer, stage.clock)
  await stage.database.owner.query(`update session set last_seen_at = expires_at`)
  await stage.goTo(after(8 * day + 25 * 60_000 - 1))
  await sweep()
  expect((await counts()).session).toBe(1)
  await stage.goTo(after(8 * day + 25 * 60_000))
  await sweep()
  expect((await counts()).session).toBe(0)
})
