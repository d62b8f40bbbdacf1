import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareDispatch } from '#app/features/dispatch/commands/prepare-dispatch.server.ts'
import { asked, consentedByCard } from '#tests/factories/dispatch-request.ts'
import { type DispatchStage, openDispatchStage } from '#tests/factories/dispatch-stage.ts'
import { dispatchNow, preparing } from '#tests/factories/dispatch.ts'
import { refused } from '#tests/factories/must.ts'
import type { MadeSupporter } from '#tests/factories/roster-rows.ts'
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
