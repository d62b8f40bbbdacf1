import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receiveRequest } from '#app/features/dispatch/commands/receive-request.server.ts'
import { getPrivate, getRequest, listRequests } from '#app/features/dispatch/queries/request.server.ts'
import { openedCase } from '#tests/factories/cases.ts'
import { aWish, receivedRequest, requestNow } from '#tests/factories/dispatch-request.ts'
import { refused } from '#tests/factories/must.ts'
import { auditActions, openStage, type Stage } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'

let stage: Stage
let world: World

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
})
afterAll(() => stage.close())

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
    expect(await auditActions(stage, requestId)).toEqual(['request.receive', 'request.view'])
  })

  it('opens name and address only on demand, and records the look', async () => {
    const { requestId } = await receivedRequest(world)
    expect(await getPrivate(world.aobaDispatch.ctx, requestId)).toMatchObject([{ name: '例山 そら' }])
    expect(await auditActions(stage, requestId)).toContain('request.viewPrivate')
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
