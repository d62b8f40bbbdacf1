import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookVisit } from '#app/features/activity/commands/book-visit.server.ts'
import { presentBooking, presentMyVisit } from '#app/features/activity/presenter/visits.ts'
import { getBooking, getMyVisit } from '#app/features/activity/queries/visits.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { addDays, asTokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { aVisit, booked, insured } from '#tests/factories/activity.ts'
import { agreed, begun, type MadeDispatch } from '#tests/factories/dispatch.ts'
import { must, refused } from '#tests/factories/must.ts'
import { type MadeSupporter, rosterRow } from '#tests/factories/roster-rows.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'

let stage: Stage
let world: World
let hana: MadeSupporter
let jiro: MadeSupporter
let made: MadeDispatch
const day = asTokyoDay('2026-12-03')

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
  hana = await rosterRow(stage, { workingName: '花', insured: false })
  jiro = await rosterRow(stage, { workingName: 'じろう', insured: false })
  await insured(world.aobaDispatch, hana.personId)
  await insured(world.aobaDispatch, jiro.personId, asTokyoDay('2026-12-05'))
  made = await begun(world, [hana, jiro])
})
afterAll(() => stage.close())

const rows = (text: string, values: unknown[] = []) => stage.database.owner.query(text, values)
const book = (change: object = {}, ctx = world.aobaDispatch.ctx) => bookVisit(ctx, aVisit(world, made.dispatchId, [hana.personId], change))

describe('booking a visit', () => {
  it('keeps who goes where when, tells the supporter and reminds the day before', async () => {
    const visitId = must(await book({ day })).visitId
    const [visit] = await rows('select state, place_text, plan_version_id from visit where id = $1', [visitId])
    expect(visit).toMatchObject({ state: 'scheduled', place_text: '玄関の外' })
    const mails = await rows('select kind, person_id, run_at from outbox where dedupe_key like $1 order by kind', [`visit.%:${visitId}:%`])
    expect(mails).toMatchObject([
      { kind: 'visit.booked', person_id: hana.personId },
      { kind: 'visit.reminder', person_id: hana.personId, run_at: tokyoInstant(asTokyoDay('2026-12-02'), '10:00') },
    ])
    expect(await rows('select action from audit_log where entity_id = $1', [visitId])).toMatchObject([{ action: 'visit.book' }])
  })

  it('is explained when the insurance has not begun, with its first day', async () => {
    expect(await book({ day, supporters: [jiro.personId] })).toMatchObject(
      refused('visit.notInsuredYet', { field: 'day', detail: { name: 'じろう', from: '2026-12-05' } }),
    )
    const page = presentBooking((await getBooking(world.aobaDispatch.ctx, made.dispatchId))!, world.clock.today())
    expect(page.supporters.map((one) => one.label)).toEqual(expect.arrayContaining(['花さん', 'じろうさん']))
    expect(page.closed).toBeNull()
  })

  it('is refused outside the agreed period, afterwards, twice at one time, and for strangers', async () => {
    expect(await book({ day: addDays(day, 300) })).toMatchObject(refused('visit.outsidePlan'))
    expect(await book({ day: world.clock.today(), from: '09:00', to: '09:30' })).toMatchObject(refused('visit.begun'))
    const later = asTokyoDay('2026-12-10')
    await booked(world, made.dispatchId, [hana.personId], { day: later })
    expect(await book({ day: later, from: '14:15', to: '15:00' })).toMatchObject(refused('visit.overlap'))
    const stranger = await rosterRow(stage, { workingName: 'よその人' })
    expect(await book({ supporters: [stranger.personId] })).toMatchObject(refused('visit.notTheirs'))
    for (const ctx of [world.kuromatsuDispatch.ctx, world.coordinator.ctx, world.supporter(hana.personId), made.card]) {
      expect(await book({ day }, ctx)).toMatchObject(refused('notFound'))
    }
  })

  it('N7: the wall has the last word on what the desk cannot know', async () => {
    await rows('update supporter set monthly_cap = 1 where person_id = $1', [jiro.personId])
    await booked(world, made.dispatchId, [jiro.personId], { day: asTokyoDay('2026-12-07') })
    expect(await book({ day: asTokyoDay('2026-12-21'), supporters: [jiro.personId] })).toMatchObject(refused('wall.YN075'))
    const twice = await Promise.all(['10:00', '10:15'].map((from) => book({ day: asTokyoDay('2026-12-22'), from, to: '11:00' })))
    expect(twice.filter((one) => one.ok)).toHaveLength(1)
  })

  it('is refused before the activity has begun', async () => {
    const quiet = await agreed(world, [hana])
    expect(await bookVisit(world.aobaDispatch.ctx, aVisit(world, quiet.dispatchId, [hana.personId]))).toMatchObject(refused('visit.notActive'))
    const page = presentBooking((await getBooking(world.aobaDispatch.ctx, quiet.dispatchId))!, world.clock.today())
    expect(page.closed).toContain('まだ始まっていません')
  })
})

describe('N8: after the client said stop', () => {
  it('no visit can be booked, the supporter no longer sees the name, reminders are gone', async () => {
    const other = await begun(world, [hana])
    const visitId = await booked(world, other.dispatchId, [hana.personId], { day: asTokyoDay('2026-12-18') })
    must(await sayStop(other.card))
    expect(await bookVisit(world.aobaDispatch.ctx, aVisit(world, other.dispatchId, [hana.personId]))).toMatchObject(refused('visit.stopped'))
    const mine = presentMyVisit((await getMyVisit(world.supporter(hana.personId), visitId))!, world.clock.now())
    expect(mine).toMatchObject({ moment: 'cancelled', name: null, canReport: false })
    const mails = await rows(`select distinct state from outbox where dedupe_key like $1`, [`visit.%:${visitId}:%`])
    expect(mails).toEqual([{ state: 'cancelled' }])
  })
})
