import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelProposal } from '#app/features/dispatch/commands/cancel-proposal.server.ts'
import { lapseProposals } from '#app/features/dispatch/jobs/lapse-proposals.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { jobCtx } from '#app/platform/jobs/worker.server.ts'
import { addDays, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { asked, consentedByCard, consentedByPhone } from '#tests/factories/dispatch-request.ts'
import { type DispatchStage, openDispatchStage } from '#tests/factories/dispatch-stage.ts'
import { refused } from '#tests/factories/must.ts'
import type { MadeSupporter } from '#tests/factories/roster-rows.ts'
import { drawnDay } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'

let stage: DispatchStage
let world: World
let jiro: MadeSupporter

beforeAll(async () => {
  stage = await openDispatchStage()
  world = stage.world
  jiro = stage.jiro
})
afterAll(() => stage.close())

async function stateOf(id: string): Promise<string> {
  const [row] = await stage.database.owner.query('select state from proposal where id = $1', [id])
  return String(row!.state)
}

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
