import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { offerPlan } from '#app/features/dispatch/commands/offer-plan.server.ts'
import { writePlan } from '#app/features/dispatch/commands/write-plan.server.ts'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { type DispatchStage, openDispatchStage } from '#tests/factories/dispatch-stage.ts'
import { aPlan, dispatchNow, newestPlan, offered, preparing, written } from '#tests/factories/dispatch.ts'
import { refused } from '#tests/factories/must.ts'
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

const rows = (text: string, values: unknown[]) => stage.database.owner.query(text, values)

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
    expect(await mailKinds(stage, made.dispatchId)).toEqual(['plan.offered', 'plan.offered'])
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
