import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseHat } from '#app/features/directory/commands/choose-hat.server.ts'
import { logIn } from '#app/features/directory/commands/log-in.server.ts'
import { logOut } from '#app/features/directory/commands/log-out.server.ts'
import { linkPurpose } from '#app/features/directory/queries.server.ts'
import { loggedIn, whoIs } from '#tests/factories/directory.ts'
import { must } from '#tests/factories/must.ts'
import { drawnDay, openStage, type Stage } from '#tests/factories/stage.ts'
import { demoPassword } from '#tests/factories/world.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

function attempt(email: string, password: string, address = '10.0.0.1') {
  return logIn({ clock: stage.clock }, { email, password, address })
}

test('正しいパスワードで入れ、所属が分かり、記録が残る', async () => {
  const { world, database, clock } = stage
  const cookie = await loggedIn(world.trainer, clock)
  const person = await whoIs(cookie, clock)
  expect(person).toMatchObject({ personId: world.trainer.personId, displayName: '見本 ゆき' })
  expect(person?.hats).toEqual([expect.objectContaining({ bodyName: 'みどり県', role: 'trainer', contractorName: null })])
  const log = await database.asOwner((tx) => tx.auditLog.findMany({ where: { action: 'account.logIn', entityId: world.trainer.personId } }))
  expect(log).toHaveLength(1)
})

test('受託先の職員は、委託した市の所属として入る', async () => {
  const person = await whoIs(await loggedIn(stage.world.aobaDispatch, stage.clock), stage.clock)
  expect(person?.hats[0]).toMatchObject({ bodyName: 'あおば市', contractorName: 'NPO法人 となりの灯' })
})

test('知らないアドレスも、まちがったパスワードも、答えは同じ', async () => {
  const unknown = await attempt('nobody@mihon.example.jp', demoPassword, '10.0.0.2')
  const wrong = await attempt(stage.world.admin.email, 'chigau-aikotoba', '10.0.0.2')
  expect(unknown).toEqual(wrong)
  expect(wrong).toEqual({ ok: false, refusal: { code: 'login.unknown' } })
})

test('まちがいが続くと待つが、しめ出されず、待てば入れる', async () => {
  const { email } = stage.world.auditor
  for (let i = 0; i < 4; i += 1) expect(await attempt(email, 'chigau')).toMatchObject({ refusal: { code: 'login.unknown' } })
  expect(await attempt(email, demoPassword)).toEqual({ ok: false, refusal: { code: 'login.wait', detail: { seconds: 1 } } })
  await stage.goTo(new Date(drawnDay.getTime() + 1_500))
  must(await attempt(email, demoPassword))
  for (let i = 0; i < 3; i += 1) expect(await attempt(email, 'chigau')).toMatchObject({ refusal: { code: 'login.unknown' } })
  must(await attempt(email, demoPassword))
})

test('知らないアドレスにも、同じように待ち時間がつく', async () => {
  for (let i = 0; i < 4; i += 1) await attempt('ghost@mihon.example.jp', 'chigau')
  expect(await attempt('ghost@mihon.example.jp', 'chigau')).toMatchObject({ refusal: { code: 'login.wait' } })
})

test('一度に送っても、数えもれない', async () => {
  const { email } = stage.world.kuromatsuDispatch
  const results = await Promise.all(Array.from({ length: 12 }, () => attempt(email, 'chigau', '10.0.0.9')))
  const looked = results.filter((result) => !result.ok && result.refusal.code === 'login.unknown').length
  expect(looked).toBe(4)
})

test('アドレスの大文字と小文字は、区別しない', async () => {
  must(await attempt('KARINO@midori.example.jp', demoPassword))
})

test('所属を替えると、新しいセッションになり、前のものは使えない', async () => {
  const { world, clock } = stage
  const before = await loggedIn(world.coordinator, clock)
  const { cookie } = must(await chooseHat({ clock }, { cookieHeader: before, membershipId: world.coordinator.membershipId }))
  const after = cookie.split(';')[0]!
  expect(after).not.toBe(before)
  expect(await whoIs(before, clock)).toBe(null)
  expect((await whoIs(after, clock))?.membershipId).toBe(world.coordinator.membershipId)
})

test('ほかの人の所属は、選べない', async () => {
  const { world, clock } = stage
  const cookieHeader = await loggedIn(world.coordinator, clock)
  const result = await chooseHat({ clock }, { cookieHeader, membershipId: world.trainer.membershipId })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'hat.gone' } })
})

test('ログインの終わりは、機械の時計ではなく、データベースと同じ時計で決まる', async () => {
  const { world, clock } = stage
  const longAgo = new Date('2016-04-01T01:00:00Z')
  const after = (hours: number) => stage.goTo(new Date(longAgo.getTime() + hours * 3_600_000))
  const forgetAttempts = () => stage.database.owner.query('delete from login_bucket')
  await after(0)
  await forgetAttempts()
  const cookie = await loggedIn(world.trainer, clock)
  await after(0.4)
  expect(await whoIs(cookie, clock)).not.toBe(null)
  await after(25)
  expect(await whoIs(cookie, clock)).toBe(null)
  await stage.goTo(drawnDay)
  await forgetAttempts()
})

test('ログアウトすると、そのセッションは終わる', async () => {
  const { world, clock } = stage
  const cookie = await loggedIn(world.rosterOfficer, clock)
  const { clear } = await logOut(cookie)
  expect(clear).toContain('"cache"')
  expect(await whoIs(cookie, clock)).toBe(null)
})

test('使われたリンク、形のちがうリンクは、どこにも着かない', async () => {
  for (const token of ['', 'x', 'あ'.repeat(43), 'A'.repeat(43), "' or 1=1 --"]) expect(await linkPurpose(token)).toBe(null)
})
