import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askAccess } from '#app/features/cases/commands/ask-access.server.ts'
import { recordContact } from '#app/features/cases/commands/record-contact.server.ts'
import { recordHearing } from '#app/features/cases/commands/record-hearing.server.ts'
import { listCases } from '#app/features/cases/queries/case-list.server.ts'
import { getCase, getContactDesk } from '#app/features/cases/queries/case.server.ts'
import { aCall, aHearing, openedCase, openedWithReason, secondCoordinator } from '#tests/factories/cases.ts'
import { auditActions, openStage, type Stage } from '#tests/factories/stage.ts'
import type { Hatted, World } from '#tests/factories/world.ts'

let stage: Stage
let world: World
let colleague: Hatted

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
  colleague = await secondCoordinator(stage)
})
afterAll(() => stage.close())

const everyCase = { state: 'open' as const, number: null, name: null, page: 1 }

describe('the wall around a caseload', () => {
  it('shows a colleague the head, and nothing below it', async () => {
    const { caseId } = await openedCase(world)
    const facts = await getCase(colleague.ctx, caseId)
    expect(facts).toMatchObject({ head: { standing: 'outside', alias: 'あおぞらさん' } })
    expect(facts).not.toHaveProperty('members')
    expect(await getContactDesk(colleague.ctx, caseId)).toBeNull()
    expect(await auditActions(stage, caseId)).toContain('case.viewHead')
  })

  it('takes no record from a colleague', async () => {
    const { caseId } = await openedCase(world)
    expect(await recordContact(colleague.ctx, aCall(world, caseId))).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
    expect(await recordHearing(colleague.ctx, aHearing(world, caseId))).toMatchObject({ ok: false })
  })

  it('does not even show a restricted case', async () => {
    const { caseId } = await openedCase(world, { restricted: true })
    expect(await getCase(colleague.ctx, caseId)).toBeNull()
    const { lines } = await listCases(colleague.ctx, everyCase)
    expect(lines.map((line) => line.head.id)).not.toContain(caseId)
  })

  it('opens for an hour with a reason, and closes by itself', async () => {
    const { caseId } = await openedCase(world)
    await openedWithReason(colleague, caseId)
    expect(await getCase(colleague.ctx, caseId)).toHaveProperty('members')
    await stage.goTo(new Date(stage.clock.now().getTime() + 61 * 60_000))
    expect(await getCase(colleague.ctx, caseId)).not.toHaveProperty('members')
    expect(await auditActions(stage, caseId)).toContain('case.askAccess')
  })

  it('asks for a reason of twenty characters', async () => {
    const { caseId } = await openedCase(world)
    expect(await askAccess(colleague.ctx, { caseId, reason: '電話があったため' })).toMatchObject({
      ok: false, refusal: { code: 'case.reasonShort', field: 'reason' },
    })
  })

  it('has no door for the case in one\'s own caseload, and none for another body', async () => {
    const { caseId } = await openedCase(world)
    const reason = 'この世帯の約束を、電話の前に確かめる必要があるため'
    expect(await askAccess(world.coordinator.ctx, { caseId, reason })).toMatchObject({ ok: false, refusal: { code: 'case.alreadyOpen' } })
    expect(await askAccess(world.kuromatsuDispatch.ctx, { caseId, reason })).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
    expect(await getCase(world.kuromatsuDispatch.ctx, caseId)).toBeNull()
  })
})
