import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { presentDispatch } from '#app/features/dispatch/presenter/dispatch-page.ts'
import { presentPlanDesk } from '#app/features/dispatch/presenter/plan-desk.ts'
import { getDispatch } from '#app/features/dispatch/queries/dispatch-page.server.ts'
import { type DispatchStage, openDispatchStage } from '#tests/factories/dispatch-stage.ts'
import { begun, dispatchNow, offered } from '#tests/factories/dispatch.ts'
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

describe('the page of a dispatch', () => {
  it('shows one dispatch in words, the coordinator of the case included, nobody else', async () => {
    const made = await begun(world, [hana])
    for (const hat of [world.aobaDispatch, world.coordinator]) {
      const facts = await dispatchNow(hat, made.dispatchId)
      const view = presentDispatch(facts, hat.actor, world.clock.now())
      expect(view).toMatchObject({ title: 'あおぞらさんの派遣', chip: { text: '活動中' } })
      expect(view.bookHref === null).toBe(hat === world.coordinator)
      const plan = presentPlanDesk(facts, hat.actor, world.clock.now())
      expect(plan?.agreements.verdicts).toEqual([{ word: 'できる', note: '2人とも同意' }])
      expect(plan?.canWrite).toBe(hat === world.aobaDispatch)
    }
    expect(await getDispatch(world.kuromatsuDispatch.ctx, made.dispatchId)).toBeNull()
    expect(await getDispatch(world.aobaDispatch.ctx, 'x')).toBeNull()
  })

  it('says of a newer version that nobody has agreed to it yet', async () => {
    const made = await begun(world, [hana])
    await offered(world, made.dispatchId, { place: '図書館' })
    const view = presentPlanDesk(await dispatchNow(world.aobaDispatch, made.dispatchId), world.aobaDispatch.actor, world.clock.now())
    expect(view?.agreements.verdicts).toEqual([
      { word: 'できる', note: '2人とも同意' }, { word: 'まだ', note: 'まだだれも同意していません' },
    ])
    expect(view?.changes).toEqual({ since: '第1版', items: [{ name: '場所', before: '玄関の外', after: '図書館' }] })
    expect(view?.consequence).toContain('それまでの訪問は、第1版のまま続けられます')
  })
})
