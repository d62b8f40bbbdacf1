import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmApplication } from '#app/features/training/commands/confirm-application.server.ts'
import { type Decision, decideApplication } from '#app/features/training/commands/decide-application.server.ts'
import { withdrawApplication } from '#app/features/training/commands/withdraw-application.server.ts'
import { applicationStates } from '#app/features/training/domain/types.ts'
import { openPayload } from '#app/platform/outbox.server.ts'
import { must } from '#tests/factories/must.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, accepted, anApplicant, applied, confirmed, linkCtx } from '#tests/factories/training.ts'
import { demoPassword } from '#tests/factories/world.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const reason = 'お申し込みが定員より多かったためです。'

async function row(id: string) {
  return stage.database.asOwner((tx) => tx.application.findUniqueOrThrow({ where: { id } }))
}

async function mailsAbout(id: string) {
  return stage.database.asOwner((tx) => tx.outbox.findMany({ where: { dedupeKey: { endsWith: `:${id}` } } }))
}

async function decide(applicationId: string, decision: Decision, more: { version?: number; reason?: string } = {}) {
  const { version = (await row(applicationId)).version, ...rest } = more
  return decideApplication(stage.world.trainer.ctx, { applicationId, decision, version, ...rest })
}

test('受講を決めると、席がうまり、知らせが出て、記録が残る', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const { applicationId } = await confirmed(database, world, course.id)
  must(await decide(applicationId, 'accept'))
  expect(await row(applicationId)).toMatchObject({ state: 'accepted', decidedBy: world.trainer.personId })
  const mails = await mailsAbout(applicationId)
  expect(mails.map((mail) => mail.kind).sort()).toEqual(['training.applicationAccepted', 'training.applicationReceived'])
  const log = await database.asOwner((tx) => tx.auditLog.findMany({ where: { entityId: applicationId, action: 'application.accept' } }))
  expect(log).toHaveLength(1)
  expect(log[0]).toMatchObject({ chain: world.midori.id, actor: world.trainer.personId })
})

test('見送りには決まった理由がいり、その理由が知らされる', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const { applicationId } = await confirmed(database, world, course.id)
  expect(await decide(applicationId, 'decline')).toMatchObject({ ok: false, refusal: { code: 'decline.reason', field: 'reason' } })
  expect(await decide(applicationId, 'decline', { reason: 'なんとなく' })).toMatchObject({ ok: false, refusal: { code: 'decline.reason' } })
  must(await decide(applicationId, 'decline', { reason }))
  const mail = (await mailsAbout(applicationId)).find((one) => one.kind === 'training.applicationDeclined')!
  expect(openPayload(mail.id, mail.payloadEnc).props).toMatchObject({ reason })
  expect(await row(applicationId)).toMatchObject({ state: 'declined', declineReason: reason })
})

test('メールの確かめがすむまでは、受け入れられない', async () => {
  const { world } = stage
  const course = await aCourse(world)
  const { applicationId } = await applied(world, course.id)
  expect(await decide(applicationId, 'accept')).toMatchObject({ ok: false, refusal: { code: 'application.unconfirmed' } })
  expect(await decide(applicationId, 'waitlist')).toMatchObject({ ok: false, refusal: { code: 'application.unconfirmed' } })
})

test('最後の一席を同じときに二人に決めても、一人だけが決まる', async () => {
  const { world, database } = stage
  const course = await aCourse(world, { capacity: 1 })
  const [a, b] = [await confirmed(database, world, course.id, anApplicant(2)), await confirmed(database, world, course.id, anApplicant(3))]
  const results = await Promise.all([decide(a.applicationId, 'accept'), decide(b.applicationId, 'accept')])
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: 'course.full' } })
  const late = results[0]!.ok ? b : a
  must(await decide(late.applicationId, 'waitlist'))
  expect((await row(late.applicationId)).state).toBe('waitlisted')
})

test('古い画面からの決定は、受け付けない', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const { applicationId } = await confirmed(database, world, course.id)
  expect(await decide(applicationId, 'accept', { version: 1 })).toMatchObject({ ok: false, refusal: { code: 'stale' } })
})

test.each(applicationStates.filter((state) => !['submitted', 'waitlisted'].includes(state)))(
  '%s の申込みは、もう決められない',
  async (state) => {
    const { world, database } = stage
    const course = await aCourse(world)
    const { applicationId } = await confirmed(database, world, course.id)
    await database.owner.query('update application set state = $1 where id = $2', [state, applicationId])
    for (const decision of ['accept', 'decline'] as const) {
      expect(await decide(applicationId, decision, { reason })).toMatchObject({ ok: false, refusal: { code: 'application.decided' } })
    }
  },
)

test('ほかの役割の人は、決められない', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const { applicationId } = await confirmed(database, world, course.id)
  const result = await decideApplication(world.rosterOfficer.ctx, { applicationId, version: 2, decision: 'accept' })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
  for (const hat of [world.aobaDispatch, world.coordinator, world.kuromatsuDispatch]) {
    await expect(decideApplication(hat.ctx, { applicationId, version: 2, decision: 'accept' })).rejects.toThrow()
  }
  expect((await row(applicationId)).state).toBe('submitted')
})

test('確認のリンクは一度だけ使え、二度めは使えない', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const { applicationId } = await applied(world, course.id, { ...anApplicant(), email: 'once@mihon.example.jp' })
  const ctx = await linkCtx(database, world, applicationId)
  const results = await Promise.allSettled([
    confirmApplication(ctx, { password: demoPassword }),
    confirmApplication(ctx, { password: demoPassword }),
  ])
  const done = results.filter((one) => one.status === 'fulfilled' && one.value.ok)
  expect(done).toHaveLength(1)
  expect(await row(applicationId)).toMatchObject({ state: 'submitted', version: 2 })
})

test('弱いパスワードでは決まらず、リンクはまだ使える', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const { applicationId } = await applied(world, course.id, { ...anApplicant(), email: 'weak@mihon.example.jp' })
  const ctx = await linkCtx(database, world, applicationId)
  expect(await confirmApplication(ctx, { password: 'password1234' })).toMatchObject({ ok: false, refusal: { code: 'password.common' } })
  expect(await confirmApplication(ctx, { password: null })).toMatchObject({ ok: false, refusal: { code: 'account.needsPassword' } })
  must(await confirmApplication(ctx, { password: demoPassword }))
})

test('同じアドレスの二つめの申込みは、同じ人のものになり、パスワードは変わらない', async () => {
  const { world, database } = stage
  const first = await confirmed(database, world, (await aCourse(world)).id, { ...anApplicant(), email: 'twice@mihon.example.jp' })
  const hash = (await database.asOwner((tx) => tx.account.findUniqueOrThrow({ where: { personId: first.personId } }))).passwordHash
  const second = await applied(world, (await aCourse(world)).id, { ...anApplicant(), email: 'Twice@mihon.example.jp' })
  const ctx = await linkCtx(database, world, second.applicationId)
  expect(must(await confirmApplication(ctx, { password: null }))).toEqual({ personId: first.personId, isNew: false })
  const after = await database.asOwner((tx) => tx.account.findUniqueOrThrow({ where: { personId: first.personId } }))
  expect(after.passwordHash).toBe(hash)
})

test('本人はいつでもやめられ、ほかの人の申込みは見つからない', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const own = await accepted(database, world, course.id, { ...anApplicant(), email: 'leave@mihon.example.jp' })
  const other = await confirmed(database, world, course.id, { ...anApplicant(2), email: 'other@mihon.example.jp' })
  const ctx = world.supporter(own.personId)
  const foreign = await withdrawApplication(ctx, { applicationId: other.applicationId, version: 2 })
  expect(foreign).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
  must(await withdrawApplication(ctx, { applicationId: own.applicationId, version: 3 }))
  expect((await row(own.applicationId)).state).toBe('withdrawn')
  expect(await withdrawApplication(ctx, { applicationId: own.applicationId, version: 4 })).toMatchObject({ refusal: { code: 'application.over' } })
})
