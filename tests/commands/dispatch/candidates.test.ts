import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordSearch } from '#app/features/dispatch/commands/record-search.server.ts'
import { withdrawConsent } from '#app/features/dispatch/commands/withdraw-consent.server.ts'
import { getCandidates } from '#app/features/dispatch/queries/candidates.server.ts'
import { avoidHash } from '#app/features/dispatch/store/avoid.server.ts'
import { consentedByCard, consentedByPhone, receivedRequest, requestNow, searched } from '#tests/factories/dispatch-request.ts'
import { refused } from '#tests/factories/must.ts'
import { rosterRow } from '#tests/factories/roster-rows.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'

let stage: Stage
let world: World

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
  await rosterRow(stage, { workingName: 'こむぎ', kana: 'ミホン コムギ', isPeer: true, steps: [1, 6] })
  await rosterRow(stage, { workingName: 'やまぼうし', kana: 'ミホン ヤマ', areas: ['北区', '南区'], slots: [], insured: false })
  await rosterRow(stage, { workingName: 'くるみ', kana: 'ミホン クルミ', areas: ['南区'] })
  await rosterRow(stage, { workingName: 'いちょう', kana: 'ミホン イチョウ', slots: [[1, 'morning']] })
  await rosterRow(stage, { workingName: 'やすみ', state: 'resting' })
  await rosterRow(stage, { workingName: 'まだ', state: 'asked' })
  await rosterRow(stage, { workingName: 'おやすみ', pausedFrom: '2026-11-01' })
})
afterAll(() => stage.close())

async function search(requestId: string, change: { version?: number } = {}) {
  const { head } = await requestNow(world.aobaDispatch, requestId)
  return recordSearch(world.aobaDispatch.ctx, { requestId, version: head.version, ...change })
}

describe('before the consent (第3-3(3)イ)', () => {
  it('refuses to search, in words and by the wall, and shows nobody', async () => {
    const { requestId } = await receivedRequest(world)
    expect(await search(requestId)).toMatchObject(refused('request.noConsent'))
    expect((await getCandidates(world.aobaDispatch.ctx, requestId, true))!.found).toBeNull()
    const insert = `insert into candidate_search (id, body_id, request_id, searched_by, criteria) values ($1, $2, $3, $4, '{}')`
    const values = [world.ids.next(), world.aoba.id, requestId, world.aobaDispatch.personId]
    await expect(stage.database.owner.query(insert, values)).rejects.toMatchObject({ code: 'YN041' })
  })

  it('refuses again after the consent was taken back, even right after a search', async () => {
    const { requestId, card } = await consentedByCard(world)
    await searched(world, requestId)
    expect((await getCandidates(world.aobaDispatch.ctx, requestId, false))!.found).not.toBeNull()
    await withdrawConsent(card)
    expect((await getCandidates(world.aobaDispatch.ctx, requestId, false))!.found).toBeNull()
    expect(await search(requestId)).toMatchObject(refused('request.noConsent'))
  })
})

describe('after the consent', () => {
  it('names who is willing, with reasons for and against, more wishes met first', async () => {
    const { requestId } = await consentedByPhone(world)
    await searched(world, requestId)
    const found = (await getCandidates(world.aobaDispatch.ctx, requestId, false))!.found!
    expect(found.candidates.map(({ name }) => name)).toEqual(['こむぎ', 'やまぼうし'])
    expect(found.candidates[0]).toMatchObject({
      match: { reasons: [{ code: 'area' }, { code: 'slots' }, { code: 'step' }], cautions: [], mayAsk: true },
    })
    expect(found.candidates[1]!.match.cautions).toEqual([{ code: 'noCover' }])
    expect(found).toMatchObject({
      received: 7,
      excluded: [
        { reason: 'notReconfirmed', count: 1 }, { reason: 'resting', count: 1 }, { reason: 'notAvailable', count: 1 },
        { reason: 'otherArea', count: 1 }, { reason: 'otherSlot', count: 1 },
      ],
    })
  })

  it('looks wider when asked to, and says what differs', async () => {
    const { requestId } = await consentedByPhone(world)
    await searched(world, requestId)
    const found = (await getCandidates(world.aobaDispatch.ctx, requestId, true))!.found!
    const cautions = Object.fromEntries(found.candidates.map(({ name, match }) => [name, match.cautions.map(({ code }) => code)]))
    expect(cautions).toMatchObject({ くるみ: ['otherArea'], いちょう: ['noSharedSlot'] })
  })

  it('says near without the cause, and does not let ask', async () => {
    const near = await rosterRow(stage, { workingName: 'ちかい', kana: 'ミホン チカイ' })
    const hash = avoidHash('place', '見本小学校')
    await stage.database.owner.query('insert into supporter_avoid (person_id, kind, hash) values ($1, $2, $3)', [near.personId, 'place', hash])
    const { requestId } = await consentedByPhone(world, { avoidPlaces: ' 見本小学校 ' })
    await searched(world, requestId)
    const found = (await getCandidates(world.aobaDispatch.ctx, requestId, false))!.found!
    expect(found.candidates.find(({ name }) => name === 'ちかい')!.match).toMatchObject({ cautions: [{ code: 'near' }], mayAsk: false })
    await stage.database.owner.tamper((sql) => sql('delete from supporter_avoid where person_id = $1', [near.personId]))
  })

  it('starts the coordination after the consent, once', async () => {
    const { requestId } = await consentedByCard(world)
    await searched(world, requestId)
    const first = (await requestNow(world.aobaDispatch, requestId)).head
    expect(first.state).toBe('coordinating')
    expect(first.coordinationStartedAt!.getTime()).toBeGreaterThan(first.consentedAt!.getTime())
    await searched(world, requestId)
    expect((await requestNow(world.aobaDispatch, requestId)).head.coordinationStartedAt).toEqual(first.coordinationStartedAt)
  })

  it('records each search with its criteria, and shows its result for five minutes', async () => {
    const { requestId } = await consentedByPhone(world)
    await searched(world, requestId)
    const rows = await stage.database.owner.query('select criteria, searched_by from candidate_search where request_id = $1', [requestId])
    expect(rows).toMatchObject([{ criteria: { area: '北区', ladder: 6, slots: ['4:afternoon'] }, searched_by: world.aobaDispatch.personId }])
    await stage.goTo(new Date(stage.clock.now().getTime() + 6 * 60_000))
    expect((await getCandidates(world.aobaDispatch.ctx, requestId, false))!.found).toBeNull()
  })

  it('is not for the coordinator, another municipality, nor on a stale page', async () => {
    const { requestId } = await consentedByPhone(world)
    const { head } = await requestNow(world.aobaDispatch, requestId)
    for (const hat of [world.coordinator, world.kuromatsuDispatch]) {
      expect(await recordSearch(hat.ctx, { requestId, version: head.version })).toMatchObject(refused('notFound'))
      expect(await getCandidates(hat.ctx, requestId, false)).toBeNull()
    }
    expect(await search(requestId, { version: 99 })).toMatchObject(refused('stale'))
  })
})
