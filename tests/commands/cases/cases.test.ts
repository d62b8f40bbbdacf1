import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askAccess } from '#app/features/cases/commands/ask-access.server.ts'
import { openCase } from '#app/features/cases/commands/open-case.server.ts'
import { recordContact } from '#app/features/cases/commands/record-contact.server.ts'
import { recordHearing } from '#app/features/cases/commands/record-hearing.server.ts'
import { listCases } from '#app/features/cases/queries/case-list.server.ts'
import { getCase, getContactDesk } from '#app/features/cases/queries/case.server.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import { aCall, aHearing, aHousehold, heldHearing, openedCase, openedWithReason, recordedContact } from '#tests/factories/cases.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import type { Hatted, World } from '#tests/factories/world.ts'

let stage: Stage
let world: World
let colleague: Hatted

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
  colleague = await secondCoordinator()
})
afterAll(() => stage.close())

const everyCase = { state: 'open' as const, number: null, name: null, page: 1 }

/** Another coordinator of the same centre, without any case. */
async function secondCoordinator(): Promise<Hatted> {
  const [personId, membershipId] = [world.ids.next(), world.ids.next()]
  const { bodyId } = world.coordinator
  await stage.database.owner.transaction(async (sql) => {
    await sql(`insert into person (id, display_name, login_email) values ($1, '実川 ひろ', 'jikkawa@tonari.example.jp')`, [personId])
    await sql(`insert into account (person_id, password_hash) values ($1, 'x')`, [personId])
    await sql(
      `insert into membership (id, person_id, body_id, role, starts_on, ends_on) values ($1, $2, $3, 'coordinator', '2026-04-01', '2027-03-31')`,
      [membershipId, personId, bodyId],
    )
  })
  const actor = { kind: 'staff' as const, personId, membershipId, bodyId, role: 'coordinator' as const }
  const { ctx } = world.coordinator
  return { ...world.coordinator, personId, membershipId, actor, ctx: { ...ctx, actor } }
}

async function auditActions(entityId: string): Promise<string[]> {
  const rows = await stage.database.owner.query('select action from audit_log where entity_id = $1 order by at, seq', [entityId])
  return rows.map((row) => String(row.action))
}

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
    expect(await auditActions(made.caseId)).toEqual(['case.open', 'case.view', 'case.view'])
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

describe('the wall around a caseload', () => {
  it('shows a colleague the head, and nothing below it', async () => {
    const { caseId } = await openedCase(world)
    const facts = await getCase(colleague.ctx, caseId)
    expect(facts).toMatchObject({ head: { standing: 'outside', alias: 'あおぞらさん' } })
    expect(facts).not.toHaveProperty('members')
    expect(await getContactDesk(colleague.ctx, caseId)).toBeNull()
    expect(await auditActions(caseId)).toContain('case.viewHead')
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
    expect(await auditActions(caseId)).toContain('case.askAccess')
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

describe('a contact', () => {
  it('is kept with several methods and partners, the words sealed', async () => {
    const { caseId } = await openedCase(world)
    const { contactId } = await recordedContact(world, caseId, { partners: ['mother', 'self'], methods: ['phone', 'mail'] })
    const facts = await getCase(world.coordinator.ctx, caseId)
    expect(facts).toMatchObject({ contacts: [{ id: contactId, minutes: 12, reached: 'talked', recordedBy: '例田 まこと' }] })
    expect(facts && 'contacts' in facts ? [...facts.contacts[0]!.methods].sort() : []).toEqual(['mail', 'phone'])
    expect(await auditActions(contactId)).toEqual(['contact.record'])
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
