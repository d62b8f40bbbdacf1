import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerProposal } from '#app/features/dispatch/commands/answer-proposal.server.ts'
import { cancelProposal } from '#app/features/dispatch/commands/cancel-proposal.server.ts'
import { sendProposals } from '#app/features/dispatch/commands/send-proposals.server.ts'
import { lapseProposals } from '#app/features/dispatch/jobs/lapse-proposals.server.ts'
import { getOwnProposal } from '#app/features/dispatch/queries/proposal.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { jobCtx } from '#app/platform/jobs/worker.server.ts'
import { addDays, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { asked, consentedByCard, consentedByPhone, interested, receivedRequest, requestNow, searched } from '#tests/factories/dispatch-request.ts'
import { drawnDay, openStage, type Stage } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'
import { type MadeSupporter, rosterRow } from './roster-rows.ts'

let stage: Stage
let world: World
let hana: MadeSupporter
let jiro: MadeSupporter

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
  hana = await rosterRow(stage, { workingName: '花' })
  jiro = await rosterRow(stage, { workingName: 'じろう' })
})
afterAll(() => stage.close())

const refused = (code: string) => ({ ok: false, refusal: { code } })

function sending(requestId: string, change: object = {}) {
  const dueOn = addDays(world.clock.today(), 10)
  return { requestId, reconfirmationIds: [hana.reconfirmationId], dueOn, message: null, ...change }
}

async function stateOf(id: string): Promise<string> {
  const [row] = await stage.database.owner.query('select state from proposal where id = $1', [id])
  return String(row!.state)
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

describe('the supporter\'s answer', () => {
  it('is interest or not, free to be taken back, and shows to the desk', async () => {
    const { requestId } = await consentedByPhone(world)
    const [proposalId] = await asked(world, requestId, [hana.reconfirmationId])
    await interested(world, hana.personId, proposalId!)
    expect((await requestNow(world.aobaDispatch, requestId)).proposals).toMatchObject([{ state: 'interested', supporter: '花' }])
    const back = { proposalId: proposalId!, answer: 'decline' as const, version: 2 }
    expect(await answerProposal(world.supporter(hana.personId), back)).toMatchObject({ ok: true, value: { state: 'declined' } })
    expect(await answerProposal(world.supporter(hana.personId), back)).toMatchObject(refused('proposal.closed'))
  })

  it('is one\'s own alone', async () => {
    const { requestId } = await consentedByPhone(world)
    const [proposalId] = await asked(world, requestId, [hana.reconfirmationId])
    const answer = { proposalId: proposalId!, answer: 'interest' as const, version: 1 }
    expect(await answerProposal(world.supporter(jiro.personId), answer)).toMatchObject(refused('notFound'))
    expect(await getOwnProposal(world.supporter(jiro.personId), proposalId!)).toBeNull()
    expect(await answerProposal(world.supporter(hana.personId), { ...answer, version: 5 })).toMatchObject(refused('stale'))
  })

  it('shows the coordinator no name of the roster', async () => {
    const { requestId } = await consentedByPhone(world)
    await asked(world, requestId, [hana.reconfirmationId])
    expect((await requestNow(world.coordinator, requestId)).proposals).toMatchObject([{ state: 'sent', supporter: null }])
  })

  it('comes once when it is pressed twice at the same moment', async () => {
    const { requestId } = await consentedByPhone(world)
    const [proposalId] = await asked(world, requestId, [hana.reconfirmationId])
    const ctx = world.supporter(hana.personId)
    const answers = await Promise.all(
      (['interest', 'decline'] as const).map((answer) => answerProposal(ctx, { proposalId: proposalId!, answer, version: 1 })),
    )
    expect(answers.filter((result) => result.ok)).toHaveLength(1)
  })
})

describe('the end of a question', () => {
  it('comes from the desk', async () => {
    const { requestId } = await consentedByPhone(world)
    const [proposalId] = await asked(world, requestId, [jiro.reconfirmationId])
    const input = { requestId, proposalId: proposalId!, version: 1 }
    expect(await cancelProposal(world.kuromatsuDispatch.ctx, input)).toMatchObject(refused('notFound'))
    expect(await cancelProposal(world.aobaDispatch.ctx, { ...input, version: 3 })).toMatchObject(refused('stale'))
    expect(await cancelProposal(world.aobaDispatch.ctx, input)).toMatchObject({ ok: true })
    expect(await cancelProposal(world.aobaDispatch.ctx, input)).toMatchObject(refused('proposal.closed'))
  })

  it('comes with the client\'s stop', async () => {
    const { requestId, card } = await consentedByCard(world)
    const [proposalId] = await asked(world, requestId, [jiro.reconfirmationId])
    await sayStop(card)
    expect(await stateOf(proposalId!)).toBe('cancelled')
  })

  it('comes by itself after the day, and not on it', async () => {
    const { requestId } = await consentedByPhone(world)
    const [proposalId] = await asked(world, requestId, [jiro.reconfirmationId])
    const dueOn = addDays(world.clock.today(), 10)
    await stage.goTo(tokyoInstant(dueOn, '23:30'))
    await lapseProposals.run(jobCtx(lapseProposals, world))
    expect(await stateOf(proposalId!)).toBe('sent')
    await stage.goTo(tokyoInstant(addDays(dueOn, 1), '00:10'))
    expect(await lapseProposals.run(jobCtx(lapseProposals, world))).toBeGreaterThan(0)
    expect(await stateOf(proposalId!)).toBe('lapsed')
    expect(await lapseProposals.run(jobCtx(lapseProposals, world))).toBe(0)
    await stage.goTo(drawnDay)
  })
})
