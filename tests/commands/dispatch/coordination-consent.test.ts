import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveConsent } from '#app/features/dispatch/commands/give-consent.server.ts'
import { leaveNote } from '#app/features/dispatch/commands/leave-note.server.ts'
import { receiveRequest } from '#app/features/dispatch/commands/receive-request.server.ts'
import { recordConsent } from '#app/features/dispatch/commands/record-consent.server.ts'
import { withdrawConsent } from '#app/features/dispatch/commands/withdraw-consent.server.ts'
import { requestsOfCase } from '#app/features/dispatch/queries/request.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import { openedCase } from '#tests/factories/cases.ts'
import { aWish, cardHolder, consentedByCard, consentedByPhone, receivedRequest, requestNow } from '#tests/factories/dispatch-request.ts'
import { refused } from '#tests/factories/must.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'

let stage: Stage
let world: World

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
})
afterAll(() => stage.close())

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
