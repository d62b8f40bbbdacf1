import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordContact } from '#app/features/cases/commands/record-contact.server.ts'
import { getCase, getContactDesk } from '#app/features/cases/queries/case.server.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import { aCall, openedCase, recordedContact } from '#tests/factories/cases.ts'
import { auditActions, openStage, type Stage } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'

let stage: Stage
let world: World

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
})
afterAll(() => stage.close())

describe('a contact', () => {
  it('is kept with several methods and partners, the words sealed', async () => {
    const { caseId } = await openedCase(world)
    const { contactId } = await recordedContact(world, caseId, { partners: ['mother', 'self'], methods: ['phone', 'mail'] })
    const facts = await getCase(world.coordinator.ctx, caseId)
    expect(facts).toMatchObject({ contacts: [{ id: contactId, minutes: 12, reached: 'talked', recordedBy: '例田 まこと' }] })
    expect(facts && 'contacts' in facts ? [...facts.contacts[0]!.methods].sort() : []).toEqual(['mail', 'phone'])
    expect(await auditActions(stage, contactId)).toEqual(['contact.record'])
  })

  it('without a name hangs on no case and is still kept', async () => {
    const { caseId } = await openedCase(world)
    const { contactId } = await recordedContact(world, caseId, { anonymous: true })
    const [row] = await stage.database.owner.query('select case_id from contact where id = $1', [contactId])
    expect(row!.case_id).toBeNull()
  })

  it('counts when nobody answered', async () => {
    const { caseId } = await openedCase(world)
    await recordedContact(world, caseId, { reached: 'noAnswer', minutes: 0 })
    expect((await getContactDesk(world.coordinator.ctx, caseId))!.recent).toMatchObject([{ reached: 'noAnswer' }])
  })

  it('is never in the future', async () => {
    const { caseId } = await openedCase(world)
    const on = addDays(world.clock.today(), 1)
    expect(await recordContact(world.coordinator.ctx, aCall(world, caseId, { on }))).toMatchObject({
      ok: false, refusal: { code: 'case.inFuture', field: 'on' },
    })
  })

  it('sent twice with the same form is one contact', async () => {
    const { caseId } = await openedCase(world)
    const idempotency = { key: world.ids.next(), route: 'test', bodyHash: new Uint8Array(32) }
    const ctx = { ...world.coordinator.ctx, idempotency }
    const first = await recordContact(ctx, aCall(world, caseId))
    const second = await recordContact(ctx, aCall(world, caseId))
    expect(second).toEqual(first)
    const rows = await stage.database.owner.query('select id from contact where case_id = $1', [caseId])
    expect(rows).toHaveLength(1)
  })
})
