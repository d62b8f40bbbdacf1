import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finishNote } from '#app/features/dispatch/commands/finish-note.server.ts'
import { giveConsent } from '#app/features/dispatch/commands/give-consent.server.ts'
import { leaveNote } from '#app/features/dispatch/commands/leave-note.server.ts'
import { receiveRequest } from '#app/features/dispatch/commands/receive-request.server.ts'
import { recordConsent } from '#app/features/dispatch/commands/record-consent.server.ts'
import { withdrawConsent } from '#app/features/dispatch/commands/withdraw-consent.server.ts'
import { getPrivate, getRequest, listRequests, requestsOfCase } from '#app/features/dispatch/queries/request.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import { openedCase } from '#tests/factories/cases.ts'
import { aWish, cardHolder, consentedByCard, consentedByPhone, receivedRequest, requestNow } from '#tests/factories/dispatch-request.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'

let stage: Stage
let world: World

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
})
afterAll(() => stage.close())

const refused = (code: string) => ({ ok: false, refusal: { code } })

async function actions(entityId: string): Promise<string[]> {
  const rows = await stage.database.owner.query('select action from audit_log where entity_id = $1 order by seq', [entityId])
  return rows.map((row) => String(row.action))
}

describe('receiving a wish', () => {
  it('keeps whose wish it is, the ladder, hours, and only the name to use of the client', async () => {
    const { requestId } = await receivedRequest(world)
    const facts = await requestNow(world.aobaDispatch, requestId)
    expect(facts).toMatchObject({
      head: { wish: 'person', ladderMax: 6, state: 'received', area: '北区', fiscalYear: 2026 },
      purpose: '親以外の人と、つながりを一つ持つこと',
      slots: [{ weekday: 4, part: 'afternoon' }],
      parties: [{ kind: 'person', callName: 'あおぞら', consents: [], card: null }],
      receivedBy: '例田 まこと',
    })
    expect(facts.parties[0]!.rules.map((rule) => rule.name)).toEqual(['留守電', '名乗り', '封筒', '時間', 'ほかに'])
    expect(await actions(requestId)).toEqual(['request.receive', 'request.view'])
  })

  it('opens name and address only on demand, and records the look', async () => {
    const { requestId } = await receivedRequest(world)
    expect(await getPrivate(world.aobaDispatch.ctx, requestId)).toMatchObject([{ name: '例山 そら' }])
    expect(await actions(requestId)).toContain('request.viewPrivate')
  })

  it('hashes what to avoid and keeps no word of it', async () => {
    const { requestId } = await receivedRequest(world, { avoidPeople: '試山 一郎\n例川 二郎', avoidPlaces: '見本小学校' })
    const rows = await stage.database.owner.query('select kind, length(hash) as n from request_avoid where request_id = $1', [requestId])
    expect(rows).toHaveLength(3)
    expect(rows.every((row) => row.n === 32)).toBe(true)
    expect((await requestNow(world.aobaDispatch, requestId)).avoidCount).toBe(3)
  })

  it('on the family\'s wish alone prepares no more than meeting the family (N5)', async () => {
    const made = await openedCase(world)
    const family = aWish(made, { wish: 'family', members: [made.member('mother').id], ladder: 6 })
    expect(await receiveRequest(world.coordinator.ctx, family)).toMatchObject(refused('request.ladderTooHigh'))
    expect(await receiveRequest(world.coordinator.ctx, { ...family, ladder: 2 })).toMatchObject({ ok: true })
  })

  it('as the person\'s own wish has the person among those to be met', async () => {
    const made = await openedCase(world)
    const wish = aWish(made, { members: [made.member('mother').id] })
    expect(await receiveRequest(world.coordinator.ctx, wish)).toMatchObject(refused('request.selfMissing'))
  })

  it('takes only members of this household', async () => {
    const [made, other] = [await openedCase(world), await openedCase(world)]
    const wish = aWish(made, { members: [other.member('self').id] })
    expect(await receiveRequest(world.coordinator.ctx, wish)).toMatchObject(refused('request.member'))
  })

  it.each(['aobaDispatch', 'kuromatsuDispatch', 'rosterOfficer'] as const)('is not for %s', async (hat) => {
    const made = await openedCase(world)
    expect(await receiveRequest(world[hat].ctx, aWish(made))).toMatchObject(refused('notFound'))
  })

  it('is not there for another municipality, nor in its list', async () => {
    const { requestId } = await receivedRequest(world)
    expect(await getRequest(world.kuromatsuDispatch.ctx, requestId)).toBeNull()
    const list = await listRequests(world.kuromatsuDispatch.ctx, { stage: 'all', wish: 'all', page: 1 })
    expect(list).toMatchObject({ total: 0, lines: [] })
  })
})

describe('the consent to coordination', () => {
  it('by the card makes the request consented, tells the desk, and is one row however often it is pressed', async () => {
    const { requestId, card } = await consentedByCard(world)
    expect(await giveConsent(card)).toMatchObject({ ok: true })
    const facts = await requestNow(world.aobaDispatch, requestId)
    expect(facts.head).toMatchObject({ state: 'consented' })
    expect(facts.parties[0]!.consents).toMatchObject([{ method: 'card', withdrawnAt: null, recordedBy: null }])
    expect(facts.notes).toMatchObject([{ note: 'consented' }])
  })

  it('taken back leaves nobody to search for, and can be given again', async () => {
    const { requestId, card } = await consentedByCard(world)
    expect(await withdrawConsent(card)).toMatchObject({ ok: true })
    expect(await withdrawConsent(card)).toMatchObject(refused('consent.notGiven'))
    expect((await requestNow(world.aobaDispatch, requestId)).parties[0]!.consents[0]!.withdrawnAt).not.toBeNull()
    expect(await giveConsent(card)).toMatchObject({ ok: true })
  })

  it('by phone is written down with who wrote it and how', async () => {
    const { requestId } = await consentedByPhone(world)
    const facts = await requestNow(world.aobaDispatch, requestId)
    expect(facts.head.state).toBe('consented')
    expect(facts.parties[0]!.consents).toMatchObject([{ method: 'phone', recordedBy: '例田 まこと' }])
  })

  it('is refused in the future, before the wish, twice, and on a stale page', async () => {
    const { requestId } = await receivedRequest(world)
    const { head, parties } = await requestNow(world.coordinator, requestId)
    const today = world.clock.today()
    const input = { requestId, partyId: parties[0]!.id, method: 'paper' as const, on: today, at: '09:00', ladder: null, version: head.version }
    const record = (change: object) => recordConsent(world.coordinator.ctx, { ...input, ...change })
    expect(await record({ on: addDays(today, 1) })).toMatchObject(refused('consent.inFuture'))
    expect(await record({ on: addDays(today, -1) })).toMatchObject(refused('consent.beforeRequest'))
    expect(await record({ version: head.version + 7 })).toMatchObject(refused('stale'))
    expect(await record({ partyId: world.ids.next() })).toMatchObject(refused('request.member'))
    expect(await record({})).toMatchObject({ ok: true })
    const now = await requestNow(world.coordinator, requestId)
    expect(await record({ version: now.head.version })).toMatchObject(refused('consent.alreadyGiven'))
  })

  it('raises the ladder only with the person\'s own consent', async () => {
    const made = await openedCase(world)
    const wish = aWish(made, { wish: 'family', members: [made.member('mother').id], ladder: 2 })
    const received = await receiveRequest(world.coordinator.ctx, wish)
    const requestId = received.ok ? received.value.requestId : ''
    const { head, parties } = await requestNow(world.coordinator, requestId)
    const input = { requestId, partyId: parties[0]!.id, method: 'phone' as const, on: world.clock.today(), at: '09:00', version: head.version }
    expect(await recordConsent(world.coordinator.ctx, { ...input, ladder: 6 })).toMatchObject(refused('request.ladderTooHigh'))
    expect(await recordConsent(world.coordinator.ctx, { ...input, ladder: null })).toMatchObject({ ok: true })
  })

  it('comes too late after a stop', async () => {
    const request = await receivedRequest(world)
    const card = await cardHolder(world, request.requestId)
    expect(await sayStop(card)).toMatchObject({ ok: true })
    expect(await giveConsent(card)).toMatchObject(refused('card.stopped'))
    expect(await leaveNote(card, { note: 'rest' })).toMatchObject(refused('card.stopped'))
  })

  it('of two officers at once only one writes it down', async () => {
    const { requestId } = await receivedRequest(world)
    const { head, parties } = await requestNow(world.coordinator, requestId)
    const input = { requestId, partyId: parties[0]!.id, method: 'phone' as const, on: world.clock.today(), at: '09:00', ladder: null, version: head.version }
    const both = await Promise.all([world.coordinator, world.aobaDispatch].map((hat) => recordConsent(hat.ctx, input)))
    expect(both.filter((result) => result.ok)).toHaveLength(1)
  })

  it('stands on the time line of its case', async () => {
    const { caseId, requestId } = await consentedByCard(world)
    expect(await requestsOfCase(world.coordinator.ctx, caseId)).toMatchObject([{ head: { id: requestId }, consents: [{ callName: 'あおぞら' }] }])
  })
})

describe('a note by one button', () => {
  it('reaches the desk without a reason, and is done once', async () => {
    const { requestId } = await receivedRequest(world)
    const card = await cardHolder(world, requestId)
    expect(await leaveNote(card, { note: 'otherSupporter' })).toMatchObject({ ok: true })
    const [note] = (await requestNow(world.aobaDispatch, requestId)).notes
    expect(note).toMatchObject({ note: 'otherSupporter', dueOn: world.clock.today() })
    const input = { requestId, taskId: note!.taskId, version: note!.version }
    expect(await finishNote(world.kuromatsuDispatch.ctx, input)).toMatchObject(refused('notFound'))
    expect(await finishNote(world.aobaDispatch.ctx, { ...input, version: 9 })).toMatchObject(refused('stale'))
    expect(await finishNote(world.aobaDispatch.ctx, input)).toMatchObject({ ok: true })
    expect(await finishNote(world.aobaDispatch.ctx, input)).toMatchObject(refused('note.done'))
  })
})
