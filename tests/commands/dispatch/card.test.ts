import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueCard } from '#app/features/dispatch/commands/issue-card.server.ts'
import { revokeCard } from '#app/features/dispatch/commands/revoke-card.server.ts'
import { getCardHome } from '#app/features/dispatch/queries/card.server.ts'
import { getPrintedCard, secretOfCard } from '#app/features/dispatch/queries/printed-card.server.ts'
import { hashToken } from '#app/platform/links.server.ts'
import { cardHolder, receivedRequest, requestNow } from '#tests/factories/dispatch-request.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'

let stage: Stage
let world: World

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
})
afterAll(() => stage.close())

describe('a client\'s card', () => {
  it('opens the client\'s page without an account, and says nothing of the case', async () => {
    const { requestId } = await receivedRequest(world)
    const card = await cardHolder(world, requestId)
    const home = await getCardHome(card)
    expect(home).toMatchObject({ desk: { name: 'あおばデスク' }, dispatch: null, visit: null, consentedAt: null, stoppedAt: null })
    expect(JSON.stringify(home)).not.toContain('あおぞら')
  })

  it('is stored as hashes only', async () => {
    const { requestId } = await receivedRequest(world)
    const card = await cardHolder(world, requestId)
    const printed = await getPrintedCard(world.coordinator.ctx, requestId, card.cardId)
    const [row] = await stage.database.owner.query('select token_hash, code_hash from client_card where id = $1', [card.cardId])
    expect(Buffer.from(row!.token_hash as Uint8Array)).toEqual(Buffer.from(card.actor.cardHash))
    expect(JSON.stringify(row)).not.toContain(printed!.code)
  })

  it('is printed with its address as a picture and a short code, and the printing is recorded', async () => {
    const { requestId } = await receivedRequest(world)
    const card = await cardHolder(world, requestId)
    const printed = await getPrintedCard(world.aobaDispatch.ctx, requestId, card.cardId)
    expect(printed!.address).toMatch(/^http:\/\/localhost:3999\/card\/[\w-]{43}$/)
    expect(printed!.code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    expect(printed!.picture.path).toMatch(/^M4 4h7v1h-7z/)
    const rows = await stage.database.owner.query(`select 1 from audit_log where action = 'card.print' and entity_id = $1`, [card.cardId])
    expect(rows).toHaveLength(1)
  })

  it('is found by its long form and by its short code, however it is typed', async () => {
    const { requestId } = await receivedRequest(world)
    const card = await cardHolder(world, requestId)
    const printed = (await getPrintedCard(world.coordinator.ctx, requestId, card.cardId))!
    for (const typed of [printed.address.split('/').at(-1)!, printed.code, printed.code.toLowerCase().replaceAll('-', '')]) {
      const secret = await secretOfCard(world.visitor, typed)
      expect(hashToken(secret!)).toEqual(card.actor.cardHash)
    }
    expect(await secretOfCard(world.visitor, 'AAAA-AAAA-AAAA')).toBeNull()
    expect(await secretOfCard(world.visitor, '../../etc')).toBeNull()
  })

  it('stops working when it is revoked, or when a new one is made', async () => {
    const { requestId } = await receivedRequest(world)
    const [first, second] = [await cardHolder(world, requestId), await cardHolder(world, requestId)]
    await expect(getCardHome(first)).rejects.toThrow()
    expect(await getCardHome(second)).not.toBeNull()
    expect(await revokeCard(world.aobaDispatch.ctx, { requestId, cardId: second.cardId })).toMatchObject({ ok: true })
    expect(await revokeCard(world.aobaDispatch.ctx, { requestId, cardId: second.cardId })).toMatchObject({ ok: false, refusal: { code: 'card.noCard' } })
    await expect(getCardHome(second)).rejects.toThrow()
  })

  it('is made by the own desk only, for a party of the request only', async () => {
    const [one, other] = [await receivedRequest(world), await receivedRequest(world)]
    const { parties } = await requestNow(world.coordinator, other.requestId)
    const input = { requestId: one.requestId, partyId: parties[0]!.id }
    expect(await issueCard(world.coordinator.ctx, input)).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
    const own = { requestId: other.requestId, partyId: parties[0]!.id }
    expect(await issueCard(world.kuromatsuDispatch.ctx, own)).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
    expect(await issueCard(world.auditor.ctx, own)).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
  })
})
