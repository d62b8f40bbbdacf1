import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerProposal } from '#app/features/dispatch/commands/answer-proposal.server.ts'
import { getOwnProposal } from '#app/features/dispatch/queries/proposal.server.ts'
import { asked, consentedByPhone, interested, requestNow } from '#tests/factories/dispatch-request.ts'
import { type DispatchStage, openDispatchStage } from '#tests/factories/dispatch-stage.ts'
import { refused } from '#tests/factories/must.ts'
import type { MadeSupporter } from '#tests/factories/roster-rows.ts'
import type { World } from '#tests/factories/world.ts'

let stage: DispatchStage
let world: World
let hana: MadeSupporter
let jiro: MadeSupporter

beforeAll(async () => {
  stage = await openDispatchStage()
  world = stage.world
  hana = stage.hana
  jiro = stage.jiro
})
afterAll(() => stage.close())

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
