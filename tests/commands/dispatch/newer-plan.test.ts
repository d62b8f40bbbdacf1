import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPlan } from '#app/features/dispatch/commands/answer-plan.server.ts'
import { type DispatchStage, openDispatchStage } from '#tests/factories/dispatch-stage.ts'
import { agreed, clientAgrees, dispatchNow, offered, supporterAgrees, written } from '#tests/factories/dispatch.ts'
import { must } from '#tests/factories/must.ts'
import type { MadeSupporter } from '#tests/factories/roster-rows.ts'
import type { World } from '#tests/factories/world.ts'

let stage: DispatchStage
let world: World
let hana: MadeSupporter

beforeAll(async () => {
  stage = await openDispatchStage()
  world = stage.world
  hana = stage.hana
})
afterAll(() => stage.close())

const rows = (text: string, values: unknown[]) => stage.database.owner.query(text, values)

describe('a newer version', () => {
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
})
