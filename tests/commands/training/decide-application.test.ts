import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideApplication, type Decision } from '#app/features/training/commands/decide-application.server.ts'
import { applicationStates } from '#app/features/training/domain/types.ts'
import { openPayload } from '#app/platform/outbox.server.ts'
import { must } from '#tests/factories/must.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, applicationRow, applied, confirmed } from '#tests/factories/training.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const reason = 'お申し込みが定員より多かったためです。'

async function mailsAbout(id: string) {
  return stage.database.asOwner((tx) => tx.outbox.findMany({ where: { dedupeKey: { endsWith: `:${id}` } } }))
}

async function decide(applicationId: string, decision: Decision, more: { version?: number; reason?: string } = {}) {
  const { version = (await applicationRow(stage.database, applicationId)).version, ...rest } = more
  return decideApplication(stage.world.trainer.ctx, { applicationId, decision, version, ...rest })
}

test('受講を決めると、席がうまり、知らせが出て、記録が残る', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const { applicationId } = await confirmed(database, world, course.id)
  must(await decide(applicationId, 'accept'))
  expect(await applicationRow(stage.database, applicationId)).toMatchObject({ state: 'accepted', decidedBy: world.trainer.personId })
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
  expect(await applicationRow(stage.database, applicationId)).toMatchObject({ state: 'declined', declineReason: reason })
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
  expect((await applicationRow(stage.database, late.applicationId)).state).toBe('waitlisted')
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
  expect((await applicationRow(stage.database, applicationId)).state).toBe('submitted')
})
