import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordHearing } from '#app/features/cases/commands/record-hearing.server.ts'
import { getCase } from '#app/features/cases/queries/case.server.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import { aHearing, heldHearing, openedCase } from '#tests/factories/cases.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'

let stage: Stage
let world: World

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
})
afterAll(() => stage.close())

describe('the hearing sheet', () => {
  it('puts the next one three months on, and fills it then', async () => {
    const { caseId } = await openedCase(world)
    const first = world.clock.today()
    expect(await heldHearing(world, caseId)).toEqual({ no: 1, nextDueOn: '2027-02-21' })
    await stage.goTo(new Date(stage.clock.now().getTime() + 100 * 86_400_000))
    expect(await heldHearing(world, caseId)).toEqual({ no: 2, nextDueOn: '2027-05-21' })
    const facts = await getCase(world.coordinator.ctx, caseId)
    expect(facts).toMatchObject({
      hearings: [
        { no: 1, heldOn: first, state: 's2', answers: { ownWords: '何も決めたくない。家にいるのがいちばん疲れない。' } },
        { no: 2, dueOn: '2027-02-21' },
        { no: 3, dueOn: '2027-05-21', heldOn: null },
      ],
    })
  })

  it('is not held before the last one, nor in the future', async () => {
    const { caseId } = await openedCase(world)
    await heldHearing(world, caseId)
    const earlier = aHearing(world, caseId, { heldOn: addDays(world.clock.today(), -3) })
    expect(await recordHearing(world.coordinator.ctx, earlier)).toMatchObject({ ok: false, refusal: { code: 'hearing.beforeLast' } })
    const later = aHearing(world, caseId, { heldOn: addDays(world.clock.today(), 1) })
    expect(await recordHearing(world.coordinator.ctx, later)).toMatchObject({ ok: false, refusal: { code: 'hearing.inFuture' } })
  })

  it('is written once when two write it at the same time', async () => {
    const { caseId } = await openedCase(world)
    const both = await Promise.all([1, 2].map(() => recordHearing(world.coordinator.ctx, aHearing(world, caseId))))
    expect(both.filter((result) => result.ok).length).toBeGreaterThanOrEqual(1)
    const rows = await stage.database.owner.query('select no from hearing_sheet where case_id = $1 order by no', [caseId])
    expect(new Set(rows.map((row) => row.no)).size).toBe(rows.length)
  })
})
