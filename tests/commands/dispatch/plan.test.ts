import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPlan } from '#app/features/dispatch/commands/answer-plan.server.ts'
import { offerPlan } from '#app/features/dispatch/commands/offer-plan.server.ts'
import { prepareDispatch } from '#app/features/dispatch/commands/prepare-dispatch.server.ts'
import { recordAgreement } from '#app/features/dispatch/commands/record-agreement.server.ts'
import { writePlan } from '#app/features/dispatch/commands/write-plan.server.ts'
import { getPlanOfCard, getPlanOfSupporter } from '#app/features/dispatch/queries/plan-read.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import {
  agreed, aPlan, clientAgrees, dispatchNow, newestPlan, offered, preparing, supporterAgrees, written,
} from '#tests/factories/dispatch.ts'
import { asked, consentedByCard } from '#tests/factories/dispatch-request.ts'
import { must } from '#tests/factories/must.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'
import { type MadeSupporter, rosterRow } from './roster-rows.ts'

let stage: Stage
let world: World
let hana: MadeSupporter
let jiro: MadeSupporter

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
  hana = await rosterRow(stage, { workingName: '花' })
  jiro = await rosterRow(stage, { workingName: 'じろう' })
})
afterAll(() => stage.close())

const refused = (code: string) => ({ ok: false, refusal: { code } })
const rows = (text: string, values: unknown[]) => stage.database.owner.query(text, values)
const kinds = async (dispatchId: string) =>
  (await rows('select kind from outbox where dispatch_id = $1 order by kind', [dispatchId])).map((row) => row.kind)

describe('preparing a dispatch', () => {
  it('takes a number, a first draft and the supporter out of an interested answer', async () => {
    const made = await preparing(world, [hana])
    const facts = await dispatchNow(world.aobaDispatch, made.dispatchId)
    expect(facts.head).toMatchObject({ state: 'preparing', fiscalYear: 2026, currentVersionId: null })
    expect(facts.plans).toMatchObject([{ plan: { no: 1, state: 'draft' } }])
    expect(facts.supporters).toMatchObject([{ personId: hana.personId, name: '花' }])
    const audits = await rows('select action from audit_log where entity_id = $1', [made.dispatchId])
    expect(audits.map((row) => row.action)).toContain('dispatch.prepare')
  })

  it('lets a second supporter join while it is prepared, and nobody twice', async () => {
    const made = await preparing(world, [hana, jiro])
    const facts = await dispatchNow(world.aobaDispatch, made.dispatchId)
    expect(facts.supporters.map((one) => one.name).sort()).toEqual(['じろう', '花'])
    const [proposal] = await rows('select id from proposal where request_id = $1 limit 1', [made.requestId])
    expect(await prepareDispatch(world.aobaDispatch.ctx, { proposalId: String(proposal!.id) })).toMatchObject(refused('dispatch.alreadyIn'))
  })

  it('is refused before the supporter showed interest, and to every other desk', async () => {
    const { requestId } = await consentedByCard(world)
    const [proposalId] = await asked(world, requestId, [hana.reconfirmationId])
    expect(await prepareDispatch(world.aobaDispatch.ctx, { proposalId: proposalId! })).toMatchObject(refused('dispatch.notInterested'))
    for (const ctx of [world.kuromatsuDispatch.ctx, world.coordinator.ctx, world.supporter(hana.personId)]) {
      expect(await prepareDispatch(ctx, { proposalId: proposalId! })).toMatchObject({ ok: false })
    }
    expect(await rows('select 1 from dispatch where request_id = $1', [requestId])).toEqual([])
  })
})

describe('writing and offering a plan', () => {
  it('changes a draft in place, and never over somebody else', async () => {
    const made = await preparing(world, [hana])
    const before = await newestPlan(world, made.dispatchId)
    const after = await written(world, made.dispatchId)
    expect(after).toMatchObject({ no: 1, state: 'draft', version: before.version + 1, text: aPlan(world) })
    const input = { dispatchId: made.dispatchId, newestNo: 1, version: before.version, text: aPlan(world) }
    expect(await writePlan(world.aobaDispatch.ctx, input)).toMatchObject(refused('stale'))
    expect(await writePlan(world.kuromatsuDispatch.ctx, { ...input, version: after.version })).toMatchObject(refused('notFound'))
  })

  it('asks everybody once, by a mail that names nobody', async () => {
    const made = await preparing(world, [hana, jiro])
    const plan = await offered(world, made.dispatchId)
    const facts = await dispatchNow(world.aobaDispatch, made.dispatchId)
    expect(facts.plans[0]!.parties.map((party) => [party.who, party.state])).toEqual([
      ['client', 'pending'], ['supporter', 'pending'], ['supporter', 'pending'],
    ])
    expect(plan.contentHash).toMatch(/^[0-9a-f]{64}$/)
    expect(await kinds(made.dispatchId)).toEqual(['plan.offered', 'plan.offered'])
    expect(await offerPlan(world.aobaDispatch.ctx, { planVersionId: plan.id, version: plan.version })).toMatchObject(refused('plan.notDraft'))
  })

  it('is refused while something is missing, over the allowed step, or for a time that is over', async () => {
    const made = await preparing(world, [hana])
    const offer = async (change: object) => {
      const { id, version } = await written(world, made.dispatchId, change)
      return offerPlan(world.aobaDispatch.ctx, { planVersionId: id, version })
    }
    expect(await offer({ purpose: ' ' })).toMatchObject({ ok: false, refusal: { code: 'plan.incomplete', field: 'purpose' } })
    expect(await offer({ ladder: 7 })).toMatchObject(refused('plan.beyondLadder'))
    expect(await offer({ from: asTokyoDay('2026-04-01'), to: asTokyoDay('2026-10-31') })).toMatchObject(refused('plan.periodOver'))
    expect(await rows('select 1 from agreement where dispatch_id = $1', [made.dispatchId])).toEqual([])
  })
})

describe('N5: whose wish it is', () => {
  it('nothing beyond the family’s part is planned once the person’s own consent is withdrawn', async () => {
    const made = await preparing(world, [hana])
    await rows('update coordination_consent set withdrawn_at = app.now() where request_id = $1', [made.requestId])
    const { id, version } = await written(world, made.dispatchId, { ladder: 4 })
    expect(await offerPlan(world.aobaDispatch.ctx, { planVersionId: id, version })).toMatchObject(refused('plan.beyondLadder'))
  })

  it('the first draft says what is known already', async () => {
    const made = await preparing(world, [hana])
    const { text } = await newestPlan(world, made.dispatchId)
    expect(text).toMatchObject({ purpose: '親以外の人と、つながりを一つ持つこと', ladder: 6, frequency: '' })
    expect(text.emergency).toContain('000-0000-00')
    expect(text.shares).toContain('心配なこと')
  })
})

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
    expect(await kinds(made.dispatchId)).toEqual(['plan.agreed', 'plan.offered'])
  })

  it('is the same when the client is the last to answer, through the card', async () => {
    const made = await preparing(world, [hana, jiro])
    const plan = await offered(world, made.dispatchId)
    for (const { personId } of made.supporters) await supporterAgrees(world, personId, plan)
    expect(await clientAgrees(made, plan)).toEqual({ answer: 'agree', agreedByAll: true })
    const facts = await dispatchNow(world.aobaDispatch, made.dispatchId)
    expect(facts.documents).toHaveLength(1)
    expect((await kinds(made.dispatchId)).filter((kind) => kind === 'plan.agreed')).toHaveLength(2)
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

  it('a wish for something else is kept for the desk, and a new version begins that nobody agreed to', async () => {
    const made = await agreed(world, [hana])
    const second = await offered(world, made.dispatchId, { place: '図書館' })
    must(await answerPlan(made.card, { planVersionId: second.id, answer: 'change', seen: second.contentHash!, wish: '図書館より公園がいい' }))
    const facts = await dispatchNow(world.aobaDispatch, made.dispatchId)
    expect(facts.head).toMatchObject({ state: 'agreed', currentVersionId: made.plan.id })
    expect(facts.plans[0]!.parties[0]).toMatchObject({ state: 'declined', wish: '図書館より公園がいい' })
    const third = await written(world, made.dispatchId, { place: '公園' })
    expect(third).toMatchObject({ no: 3, state: 'draft' })
    expect(await rows("select count(*)::int as n from agreement where plan_version_id = $1 and state = 'pending'", [second.id])).toEqual([{ n: 0 }])
    const inForce = await rows("select no from plan_version where dispatch_id = $1 and state = 'agreed'", [made.dispatchId])
    expect(inForce).toEqual([{ no: 1 }])
  })

  it('a newer version replaces the one in force only when everybody has agreed to it', async () => {
    const made = await agreed(world, [hana])
    const second = await offered(world, made.dispatchId, { place: '図書館' })
    await clientAgrees(made, second)
    expect((await dispatchNow(world.aobaDispatch, made.dispatchId)).head.currentVersionId).toBe(made.plan.id)
    await supporterAgrees(world, hana.personId, second)
    const facts = await dispatchNow(world.aobaDispatch, made.dispatchId)
    expect(facts.head.currentVersionId).toBe(second.id)
    expect(facts.plans.map(({ plan }) => plan.state)).toEqual(['agreed', 'superseded'])
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
