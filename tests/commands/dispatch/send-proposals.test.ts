import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerProposal } from '#app/features/dispatch/commands/answer-proposal.server.ts'
import { sendProposals } from '#app/features/dispatch/commands/send-proposals.server.ts'
import { getOwnProposal } from '#app/features/dispatch/queries/proposal.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import { asked, consentedByCard, consentedByPhone, receivedRequest, searched } from '#tests/factories/dispatch-request.ts'
import { type DispatchStage, openDispatchStage } from '#tests/factories/dispatch-stage.ts'
import { refused } from '#tests/factories/must.ts'
import { type MadeSupporter, rosterRow } from '#tests/factories/roster-rows.ts'
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

function sending(requestId: string, change: object = {}) {
  const dueOn = addDays(world.clock.today(), 10)
  return { requestId, reconfirmationIds: [hana.reconfirmationId], dueOn, message: null, ...change }
}

describe('asking without names', () => {
  it('tells area, kind and time, and mails where to read it, once', async () => {
    const { requestId } = await consentedByPhone(world)
    const [proposalId] = await asked(world, requestId, [hana.reconfirmationId])
    const own = await getOwnProposal(world.supporter(hana.personId), proposalId!)
    expect(own).toMatchObject({ bodyName: 'あおば市', area: '北区', ladder: 6, weekday: 4, part: 'afternoon', state: 'sent' })
    expect(JSON.stringify(own)).not.toMatch(/あおぞら|例山|母/)
    const mails = await stage.database.owner.query('select kind, person_id, request_id, state from outbox where dedupe_key = $1', [`proposal.sent:${proposalId}`])
    expect(mails).toMatchObject([{ kind: 'proposal.sent', person_id: hana.personId, request_id: requestId, state: 'queued' }])
    const audits = await stage.database.owner.query('select action from audit_log where entity_id = $1 order by seq', [proposalId])
    expect(audits.map((row) => row.action)).toEqual(['proposal.send', 'proposal.view'])
  })

  it('is refused before the consent', async () => {
    const { requestId } = await receivedRequest(world)
    expect(await sendProposals(world.aobaDispatch.ctx, sending(requestId))).toMatchObject(refused('request.noConsent'))
  })

  it('is refused without a fresh search, for people not found, with too short or endless a time', async () => {
    const { requestId } = await consentedByPhone(world)
    const send = (change: object) => sendProposals(world.aobaDispatch.ctx, sending(requestId, change))
    expect(await send({})).toMatchObject(refused('proposal.searchAgain'))
    await searched(world, requestId)
    const resting = await rosterRow(stage, { state: 'resting' })
    const pausing = await rosterRow(stage, { pausedFrom: '2026-01-01' })
    expect(await send({ reconfirmationIds: [resting.reconfirmationId] })).toMatchObject(refused('proposal.notCandidate'))
    expect(await send({ reconfirmationIds: [pausing.reconfirmationId] })).toMatchObject(refused('proposal.notCandidate'))
    expect(await send({ reconfirmationIds: [world.ids.next()] })).toMatchObject(refused('proposal.notCandidate'))
    expect(await send({ dueOn: addDays(world.clock.today(), 1) })).toMatchObject(refused('proposal.dueTooSoon'))
    expect(await send({ dueOn: addDays(world.clock.today(), 90) })).toMatchObject(refused('proposal.dueTooLate'))
  })

  it('asks nobody twice, even after a decline', async () => {
    const { requestId } = await consentedByPhone(world)
    const [proposalId] = await asked(world, requestId, [hana.reconfirmationId])
    await answerProposal(world.supporter(hana.personId), { proposalId: proposalId!, answer: 'decline', version: 1 })
    expect(await sendProposals(world.aobaDispatch.ctx, sending(requestId))).toMatchObject(refused('proposal.alreadyAsked'))
  })

  it('is refused after a stop', async () => {
    const { requestId, card } = await consentedByCard(world)
    await searched(world, requestId)
    await sayStop(card)
    expect(await sendProposals(world.aobaDispatch.ctx, sending(requestId))).toMatchObject(refused('request.closed'))
  })

  it('is not for another desk', async () => {
    const { requestId } = await consentedByPhone(world)
    for (const hat of [world.kuromatsuDispatch, world.coordinator]) {
      expect(await sendProposals(hat.ctx, sending(requestId))).toMatchObject(refused('notFound'))
    }
  })
})
