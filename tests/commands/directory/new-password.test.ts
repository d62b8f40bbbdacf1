import { afterAll, beforeAll, expect, test } from 'vitest'
import { askPassword } from '#app/features/directory/commands/ask-password.server.ts'
import { logIn } from '#app/features/directory/commands/log-in.server.ts'
import { setPassword } from '#app/features/directory/commands/set-password.server.ts'
import { linkPurpose } from '#app/features/directory/queries.server.ts'
import { hashToken, linkToken } from '#app/platform/links.server.ts'
import { openPayload } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { loggedIn, whoIs } from '#tests/factories/directory.ts'
import { must } from '#tests/factories/must.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const ask = (email: string, address = '10.0.1.1') => askPassword(stage.world.visitor, { email, address })

function mailsOf(personId: string, kind: string) {
  return stage.database.asOwner((tx) => tx.outbox.findMany({ where: { kind, personId }, orderBy: { createdAt: 'desc' } }))
}

/** The link of the newest mail that leads to a new password. */
async function mailedLink(personId: string): Promise<string> {
  const [mail] = await mailsOf(personId, 'account.newPassword')
  return linkToken(String(openPayload(mail!.id, mail!.payloadEnc).props.linkId))
}

function holding(token: string): Ctx {
  const actor = { kind: 'link', linkHash: hashToken(token), purpose: 'account.password', personId: null } as const
  return { actor, clock: stage.clock, ids: stage.world.ids }
}

test('忘れた人にはリンクが届き、決め直すと、前のログインは終わり、知らせが出る', async () => {
  const { clock } = stage
  const { email, personId } = stage.world.shirakabaDispatch
  const cookie = await loggedIn(stage.world.shirakabaDispatch, clock)
  must(await ask(email.toUpperCase()))
  const token = await mailedLink(personId)
  expect(await linkPurpose(token)).toBe('account.password')
  expect(await setPassword(holding(token), { password: 'mijikai-kotoba' })).toMatchObject({
    refusal: { code: 'password.tooShort', detail: { min: 15 } },
  })
  expect(await setPassword(holding(token), { password: 'misaki かおる yorisoi' })).toMatchObject({ refusal: { code: 'password.aboutYou' } })
  must(await setPassword(holding(token), { password: 'yama no ue no shirakaba' }))
  expect(await whoIs(cookie, clock)).toBe(null)
  must(await logIn({ clock }, { email, password: 'yama no ue no shirakaba', address: '10.0.1.2' }))
  expect(await linkPurpose(token)).toBe(null)
  expect(await mailsOf(personId, 'account.passwordChanged')).toHaveLength(1)
})

test('使ったリンクでは、もう決め直せない', async () => {
  const token = await mailedLink(stage.world.shirakabaDispatch.personId)
  await expect(setPassword(holding(token), { password: 'kaze no tooru oka no ue' })).rejects.toThrow()
})

test('決め直すと、ほかに届いていたリンクも使えなくなる。ほかの人のリンクは残る', async () => {
  const { email, personId } = stage.world.kuromatsuDispatch
  const [first, second] = ['10.0.1.5', '10.0.1.6']
  must(await ask(email, first))
  const older = await mailedLink(personId)
  await stage.goTo(new Date(stage.clock.now().getTime() + 60_000))
  must(await ask(email, second))
  const newer = await mailedLink(personId)
  expect(older).not.toBe(newer)
  must(await ask(stage.world.auditor.email, second))
  must(await setPassword(holding(newer), { password: 'kuromatsu no hayashi no michi' }))
  expect(await linkPurpose(older)).toBe(null)
  await expect(setPassword(holding(older), { password: 'kaze no tooru oka no ue' })).rejects.toThrow()
  expect(await linkPurpose(await mailedLink(stage.world.auditor.personId))).toBe('account.password')
})

test('二つのリンクを同時に使っても、通るのはひとつ', async () => {
  const { email, personId } = stage.world.trainer
  must(await ask(email, '10.0.1.7'))
  const one = await mailedLink(personId)
  await stage.goTo(new Date(stage.clock.now().getTime() + 60_000))
  must(await ask(email, '10.0.1.7'))
  const other = await mailedLink(personId)
  const words = ['kaze no tooru oka no ue', 'yama no ue no shirakaba']
  const done = await Promise.allSettled([one, other].map((token, at) => setPassword(holding(token), { password: words[at]! })))
  expect(done.filter((each) => each.status === 'fulfilled' && each.value.ok)).toHaveLength(1)
})

test('登録のないアドレスにも同じ答えをし、何も送らない', async () => {
  const before = await stage.database.asOwner((tx) => tx.outbox.count())
  expect(await ask('dare-demo-nai@mihon.example.jp')).toEqual({ ok: true, value: { sent: true } })
  expect(await stage.database.asOwner((tx) => tx.outbox.count())).toBe(before)
})

test('続けて頼むと待つことになり、ログインの回数には数えない', async () => {
  const { email, personId } = stage.world.rosterOfficer
  for (let time = 0; time < 4; time += 1) must(await ask(email, '10.0.1.3'))
  expect(await ask(email, '10.0.1.4')).toMatchObject({ refusal: { code: 'login.wait' } })
  expect(await mailsOf(personId, 'account.newPassword')).toHaveLength(4)
  await loggedIn(stage.world.rosterOfficer, stage.clock)
})
