import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelVisit } from '#app/features/activity/commands/cancel-visit.server.ts'
import { holdVisit } from '#app/features/activity/commands/hold-visit.server.ts'
import { signalVisit } from '#app/features/activity/commands/signal-visit.server.ts'
import { presentMyVisit, presentVisits } from '#app/features/activity/presenter/visits.ts'
import { getMyVisit, visitsOf } from '#app/features/activity/queries/visits.server.ts'
import { asTokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { booked, wentThere } from '#tests/factories/activity.ts'
import { type DispatchStage, openDispatchStage } from '#tests/factories/dispatch-stage.ts'
import { begun, type MadeDispatch } from '#tests/factories/dispatch.ts'
import { must, refused } from '#tests/factories/must.ts'
import type { MadeSupporter } from '#tests/factories/roster-rows.ts'
import { drawnDay } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'

let stage: DispatchStage
let world: World
let hana: MadeSupporter
let jiro: MadeSupporter
let made: MadeDispatch

beforeAll(async () => {
  stage = await openDispatchStage()
  world = stage.world
  hana = stage.hana
  jiro = stage.jiro
  made = await begun(world, [hana, jiro])
})
afterAll(() => stage.close())

const rows = (text: string, values: unknown[] = []) => stage.database.owner.query(text, values)

describe('calling a visit off', () => {
  it('tells the supporter, stops the reminder, and happens once', async () => {
    const visitId = await booked(world, made.dispatchId, [hana.personId], { day: asTokyoDay('2026-12-11') })
    const other = world.kuromatsuDispatch.ctx
    expect(await cancelVisit(other, { visitId, version: 1 })).toMatchObject(refused('notFound'))
    expect(await cancelVisit(world.aobaDispatch.ctx, { visitId, version: 9 })).toMatchObject(refused('stale'))
    must(await cancelVisit(world.aobaDispatch.ctx, { visitId, version: 1 }))
    expect(await cancelVisit(world.aobaDispatch.ctx, { visitId, version: 2 })).toMatchObject(refused('visit.cancelled'))
    const mails = await rows('select kind, state from outbox where dedupe_key like $1 order by kind', [`visit.%:${visitId}:%`])
    expect(mails).toEqual([
      { kind: 'visit.booked', state: 'cancelled' }, { kind: 'visit.cancelled', state: 'queued' }, { kind: 'visit.reminder', state: 'cancelled' },
    ])
    expect(await rows('select live from visit_supporter where visit_id = $1', [visitId])).toEqual([{ live: false }])
  })
})

describe('at the visit', () => {
  it('keeps the times of the two buttons, and only from an hour before', async () => {
    const visitId = await booked(world, made.dispatchId, [hana.personId], { day: asTokyoDay('2026-12-14') })
    const mine = world.supporter(hana.personId)
    expect(await signalVisit(mine, { visitId, kind: 'arrive' })).toMatchObject(refused('visit.tooEarly'))
    expect(await signalVisit(world.supporter(jiro.personId), { visitId, kind: 'arrive' })).toMatchObject(refused('notFound'))
    await stage.goTo(tokyoInstant(asTokyoDay('2026-12-14'), '14:02'))
    const before = presentMyVisit((await getMyVisit(mine, visitId))!, world.clock.now())
    expect(before).toMatchObject({ moment: 'ready', name: 'あおぞらさん', when: '14時から14時30分' })
    await wentThere(world, hana.personId, visitId)
    must(await signalVisit(mine, { visitId, kind: 'arrive' }))
    expect(await rows('select kind from visit_signal where visit_id = $1 order by kind', [visitId])).toEqual([{ kind: 'arrive' }, { kind: 'leave' }])
    const columns = await rows(`select column_name from information_schema.columns where table_name = 'visit_signal'`)
    expect(columns.map((row) => row.column_name).sort()).toEqual(['at', 'body_id', 'kind', 'person_id', 'visit_id'])
    expect((await getMyVisit(mine, visitId))!.arrivedAt).toEqual(world.clock.now())
    expect(await cancelVisit(world.aobaDispatch.ctx, { visitId, version: 1 })).toMatchObject(refused('visit.arrived'))
    await stage.goTo(drawnDay)
  })

  it('keeps what became of it, once, by the supporter or by the desk', async () => {
    const visitId = await booked(world, made.dispatchId, [hana.personId], { day: asTokyoDay('2026-12-15') })
    const hold = (ctx = world.supporter(hana.personId), version = 1) => holdVisit(ctx, { visitId, version, outcome: 'notMet' })
    expect(await hold()).toMatchObject(refused('visit.notYet'))
    await stage.goTo(tokyoInstant(asTokyoDay('2026-12-15'), '14:20'))
    expect(await hold(world.kuromatsuDispatch.ctx)).toMatchObject(refused('notFound'))
    expect(await hold(undefined, 7)).toMatchObject(refused('stale'))
    must(await hold())
    expect(await hold(world.aobaDispatch.ctx, 2)).toMatchObject(refused('visit.done'))
    const lines = presentVisits(await visitsOf(world.aobaDispatch.ctx, made.dispatchId), world.aobaDispatch.actor, world.aoba.id)
    expect(lines.find((line) => line.id === visitId)).toMatchObject({ state: '済（会えず）', people: ['花さん'], canCancel: false })
    await stage.goTo(drawnDay)
  })
})
