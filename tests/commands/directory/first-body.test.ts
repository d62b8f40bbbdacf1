import { randomBytes } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterFirstBody, FirstBody, NotEmptyError } from '#app/cli/first-body.ts'
import { logIn } from '#app/features/directory/commands/log-in.server.ts'
import { setPassword } from '#app/features/directory/commands/set-password.server.ts'
import { fixedClock } from '#app/platform/clock.server.ts'
import { deriveKeys } from '#app/platform/crypto.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { hashToken, linkToken } from '#app/platform/links.server.ts'
import { openPayload } from '#app/platform/outbox.server.ts'
import { setRuntime } from '#app/platform/runtime.server.ts'
import { randomIds } from '#app/shared/ids.ts'
import { must } from '#tests/factories/must.ts'
import { drawnDay } from '#tests/factories/stage.ts'
import { whoIs } from '#tests/factories/directory.ts'
import { openTestDatabase, setDatabaseClock, type TestDatabase } from '#tests/setup/database.ts'

const given = { name: 'あおば市', kind: '市町村', code: '991007', admin: '試山 はじめ', mail: 'Kanri@aoba.example.jp' }
const clock = fixedClock(drawnDay)
const ctx = { clock, ids: randomIds(clock) }
const password = 'kaze no tooru oka no ue'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  await setDatabaseClock(database, drawnDay)
  const env = readEnv({ NODE_ENV: 'test', PUBLIC_ORIGIN: 'http://localhost:3999', YORISOI_DATA: path.join(os.tmpdir(), 'yorisoi-test') })
  setRuntime({ env, database, clock, keys: deriveKeys(randomBytes(32).toString('hex')) })
})
afterAll(async () => {
  setRuntime(undefined)
  await database.close()
})

const enter = () => enterFirstBody(database, ctx, FirstBody.parse(given))

test('書き方のちがうものは、どれがなぜかを言う', () => {
  const wrong = FirstBody.safeParse({ kind: '国', code: '991008', admin: '', mail: 'kanri' })
  expect(wrong.error?.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`)).toEqual([
    'name 自治体の名前（--name）を入力してください',
    'kind 種類（--kind）は、都道府県・指定都市・市町村のどれかです',
    'code 全国地方公共団体コード（--code）の最後の数字が合いません',
    'admin 管理者の名前（--admin）を入力してください',
    expect.stringContaining('mail '),
  ])
  for (const code of ['990001', '993018', '993026']) expect(FirstBody.safeParse({ ...given, code }).success).toBe(true)
})

test('空のところに、自治体、今年度の事業、管理者ができ、管理者はメールからログインできる', async () => {
  await enter()
  const [body, programmes, mail] = await database.asOwner(async (tx) => [
    await tx.body.findFirstOrThrow(), await tx.programme.findMany(), await tx.outbox.findFirstOrThrow(),
  ] as const)
  expect(body).toMatchObject({ name: 'あおば市', kind: 'municipality', localGovCode: '991007' })
  expect(programmes).toMatchObject([{ kind: 'dispatch', fiscalYear: 2026, status: 'operating' }])
  expect(mail).toMatchObject({ kind: 'account.newPassword', state: 'queued', bodyId: body.id })

  const token = linkToken(String(openPayload(mail.id, mail.payloadEnc).props.linkId))
  const actor = { kind: 'link', linkHash: hashToken(token), purpose: 'account.password', personId: null } as const
  must(await setPassword({ ...ctx, actor }, { password }))
  const { cookie } = must(await logIn({ clock }, { email: 'kanri@aoba.example.jp', password, address: '127.0.0.1' }))
  expect((await whoIs(cookie.split(';')[0]!, clock))?.hats).toMatchObject([{ bodyName: 'あおば市', role: 'admin' }])
})

test('もう自治体があれば、断り、何も変えない', async () => {
  await expect(enter()).rejects.toThrow(NotEmptyError)
  expect(await database.asOwner((tx) => tx.person.count())).toBe(1)
})
