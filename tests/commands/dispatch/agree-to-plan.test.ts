import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPlan } from '#app/features/dispatch/commands/answer-plan.server.ts'
import { recordAgreement } from '#app/features/dispatch/commands/record-agreement.server.ts'
import { writePlan } from '#app/features/dispatch/commands/write-plan.server.ts'
import { getPlanOfCard, getPlanOfSupporter } from '#app/features/dispatch/queries/plan-read.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { type DispatchStage, openDispatchStage } from '#tests/factories/dispatch-stage.ts'
import { aPlan, clientAgrees, dispatchNow, newestPlan, offered, preparing, supporterAgrees } from '#tests/factories/dispatch.ts'
import { must, refused } from '#tests/factories/must.ts'
import type { MadeSupporter } from '#tests/factories/roster-rows.ts'
import { mailKinds } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'

let stage: DispatchStage
let world: World
let hana: MadeSupporter
let jiro: MadeSupporter

beforeAll(async () => {
  stage = await openDispatchStage()
  world = stage.world
  hana = stage.hana
  jiro = stage.jiro
})
afterAll(() => stage.close())

describe('agreeing', () => {
  it('N6: the last yes puts the version in force, issues its paper and tells the supporters', async () => {
    const made = await preparing(world, [hana])
    const plan = await offered(world, made.dispatchId)
    expect(await clientAgrees(made, plan)).toEqual({ answer: 'agree', agreedByAll: false })
    expect((await dispatchNow(world.aobaDispatch, made.dispatchId)).head).toMatchObject({ state: 'preparing' })
    expect(await supporterAgrees(world, hana.personId, plan)).toEqual({ answer: 'agree', agreedByAll: true })
    const facts = await dispatchNow(world.aobaDispatch, made.dispatchId)
    expect(facts.head).toMatchObject({ state: 'agreed', currentVersionId: plan.id })
    expect(facts.documents).toMatchObject([{ planVersionId: plan.id }])
    expect(await mailKinds(stage, made.dispatchId)).toEqual(['plan.agreed', 'plan.offered'])
  })

  it('is the same when the client is the last to answer, through the card', async () => {
    const made = await preparing(world, [hana, jiro])
    const plan = await offered(world, made.dispatchId)
    for (const { personId } of made.supporters) await supporterAgrees(world, personId, plan)
    expect(await clientAgrees(made, plan)).toEqual({ answer: 'agree', agreedByAll: true })
    const facts = await dispatchNow(world.aobaDispatch, made.dispatchId)
    expect(facts.documents).toHaveLength(1)
    expect((await mailKinds(stage, made.dispatchId)).filter((kind) => kind === 'plan.agreed')).toHaveLength(2)
    expect((await getPlanOfCard(made.card))?.documentId).toBe(facts.documents[0]!.id)
  })

  it('N15: a supporter learns the client’s name only once everybody has agreed', async () => {
    const made = await preparing(world, [hana])
    const plan = await offered(world, made.dispatchId)
    const before = await getPlanOfSupporter(world.supporter(hana.personId), plan.id)
    expect(before?.parties.find((party) => party.who === 'client')?.callName).toBeNull()
    await clientAgrees(made, plan)
    await supporterAgrees(world, hana.personId, plan)
    const after = await getPlanOfSupporter(world.supporter(hana.personId), plan.id)
    expect(after?.parties.find((party) => party.who === 'client')?.callName).toBe('あおぞら')
    expect(await getPlanOfSupporter(world.supporter(jiro.personId), plan.id)).toBeNull()
  })

  it('is to the text that was shown, once, and by nobody else', async () => {
    const made = await preparing(world, [hana])
    const plan = await offered(world, made.dispatchId)
    const answer = { planVersionId: plan.id, answer: 'agree' as const, seen: plan.contentHash! }
    expect(await answerPlan(made.card, { ...answer, seen: '0'.repeat(64) })).toMatchObject(refused('wall.YN063'))
    expect(await answerPlan(world.supporter(jiro.personId), answer)).toMatchObject(refused('notFound'))
    expect(await answerPlan(world.aobaDispatch.ctx, answer)).toMatchObject(refused('notFound'))
    await clientAgrees(made, plan)
    expect(await answerPlan(made.card, answer)).toMatchObject(refused('agreement.answered'))
  })

  it('of two answers at once only one is taken', async () => {
    const made = await preparing(world, [hana])
    const plan = await offered(world, made.dispatchId)
    const answer = { planVersionId: plan.id, answer: 'agree' as const, seen: plan.contentHash! }
    const both = await Promise.all([answerPlan(made.card, answer), answerPlan(made.card, { ...answer, answer: 'change' })])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
  })

  it('counts on paper and by phone, with who wrote it down', async () => {
    const made = await preparing(world, [hana])
    const plan = await offered(world, made.dispatchId)
    const client = (await dispatchNow(world.aobaDispatch, made.dispatchId)).plans[0]!.parties[0]!
    const input = { agreementId: client.agreementId!, version: client.version, answer: 'agree', method: 'phone' } as const
    expect(await recordAgreement(world.kuromatsuDispatch.ctx, input)).toMatchObject(refused('notFound'))
    expect(must(await recordAgreement(world.aobaDispatch.ctx, input)).agreedByAll).toBe(false)
    await supporterAgrees(world, hana.personId, plan)
    const facts = await dispatchNow(world.aobaDispatch, made.dispatchId)
    expect(facts.plans[0]!.parties[0]).toMatchObject({ method: 'phone', recordedBy: world.aobaDispatch.name })
    expect(await recordAgreement(world.aobaDispatch.ctx, input)).toMatchObject(refused('agreement.closed'))
  })

  it('N8: nothing is agreed to, offered or written after the client said stop', async () => {
    const made = await preparing(world, [hana])
    const plan = await offered(world, made.dispatchId)
    must(await sayStop(made.card))
    const answer = { planVersionId: plan.id, answer: 'agree' as const, seen: plan.contentHash! }
    expect(await answerPlan(made.card, answer)).toMatchObject(refused('agreement.closed'))
    expect(await answerPlan(world.supporter(hana.personId), answer)).toMatchObject({ ok: false })
    const newest = await newestPlan(world, made.dispatchId)
    const input = { dispatchId: made.dispatchId, newestNo: newest.no, version: newest.version, text: aPlan(world, { place: '公園' }) }
    expect(await writePlan(world.aobaDispatch.ctx, input)).toMatchObject(refused('dispatch.stopped'))
    expect(await getPlanOfSupporter(world.supporter(hana.personId), plan.id)).toBeNull()
  })
})
