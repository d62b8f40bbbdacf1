import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPostgres } from '#app/platform/db/open.server.ts'
import { runtime, setRuntime } from '#app/platform/runtime.server.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { openSite, type Site } from './site.ts'

let stage: Stage
let site: Site
beforeAll(async () => {
  stage = await openStage()
  site = await openSite()
}, 60_000)
afterAll(async () => {
  await site.close()
  await stage.close()
})

it('is well while the database answers', async () => {
  expect(await site.ask('/health')).toMatchObject({ status: 200, text: 'ok\n' })
})

it('is not well while every connection is busy, and well again after', async () => {
  const { pool } = stage.database
  const busy = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
  const ill = await site.ask('/health')
  for (const client of busy) client.release()
  expect(ill).toMatchObject({ status: 503, text: 'データベースから返事がありません。\n' })
  expect((await site.ask('/health')).status).toBe(200)
})

it('is not well where there is no database', async () => {
  const here = runtime()
  const nowhere = openPostgres('postgresql://nobody@127.0.0.1:1/nothing')
  setRuntime({ ...here, database: nowhere })
  expect((await site.ask('/health')).status).toBe(503)
  setRuntime(here)
  await nowhere.close()
})
