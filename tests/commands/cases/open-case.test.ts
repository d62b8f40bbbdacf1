import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCase } from '#app/features/cases/commands/open-case.server.ts'
import { getCase } from '#app/features/cases/queries/case.server.ts'
import { aHousehold, openedCase } from '#tests/factories/cases.ts'
import { auditActions, openStage, type Stage } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'

let stage: Stage
let world: World

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
})
afterAll(() => stage.close())

describe('opening a case', () => {
  it('keeps the household with names sealed, and puts its opener in charge', async () => {
    const made = await openedCase(world)
    const facts = await getCase(world.coordinator.ctx, made.caseId)
    expect(facts).toMatchObject({
      head: { alias: 'あおぞらさん', standing: 'assigned', inCharge: ['例田 まこと'], state: 'open' },
      members: [{ relation: 'self', name: '例山 そら' }, { relation: 'mother' }, { relation: 'father' }, { relation: 'sibling' }],
    })
    const [row] = await stage.database.owner.query(
      'select name_enc from case_person_private where case_person_id = $1', [made.member('self').id])
    expect(Buffer.from(row!.name_enc as Uint8Array).toString('utf8')).not.toContain('例山')
    expect(await auditActions(stage, made.caseId)).toEqual(['case.open', 'case.view', 'case.view'])
  })

  it('numbers cases of one year without gaps', async () => {
    const rows = await stage.database.owner.query('select no from support_case order by no')
    expect(rows.map((row) => row.no)).toEqual(rows.map((_, i) => i + 1))
  })

  it.each(['aobaDispatch', 'trainer', 'rosterOfficer', 'auditor', 'admin'] as const)('is not for %s', async (hat) => {
    expect(await openCase(world[hat].ctx, aHousehold())).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
  })

  it('needs somebody in the household', async () => {
    expect(await openCase(world.coordinator.ctx, aHousehold({ people: [] }))).toMatchObject({
      ok: false, refusal: { code: 'case.noPerson' },
    })
  })
})
