import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adviseReport } from '#app/features/activity/commands/advise-report.server.ts'
import { submitReport } from '#app/features/activity/commands/submit-report.server.ts'
import { presentReport, presentReportLine } from '#app/features/activity/presenter/reports.ts'
import { listCardReports, listMyReports } from '#app/features/activity/queries/own-reports.server.ts'
import { getReport, listReports } from '#app/features/activity/queries/reports.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { asTokyoDay, type TokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { advised, aReport, booked, reported, wentThere } from '#tests/factories/activity.ts'
import { begun, type MadeDispatch } from '#tests/factories/dispatch.ts'
import { must } from '#tests/factories/must.ts'
import { drawnDay, openStage, type Stage } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'
import { type MadeSupporter, rosterRow } from '../dispatch/roster-rows.ts'

let stage: Stage
let world: World
let hana: MadeSupporter
let jiro: MadeSupporter
let made: MadeDispatch
let nextDay = 1

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
  hana = await rosterRow(stage, { workingName: '花' })
  jiro = await rosterRow(stage, { workingName: 'じろう' })
  made = await begun(world, [hana, jiro])
})
afterAll(() => stage.close())

const refused = (code: string) => ({ ok: false, refusal: { code } })
const rows = (text: string, values: unknown[] = []) => stage.database.owner.query(text, values)

/** A visit on a day of its own; the clock stands at its end. */
async function visited(dispatch = made): Promise<{ visitId: string; day: TokyoDay }> {
  await stage.goTo(drawnDay)
  const day = asTokyoDay(`2026-12-${String(nextDay).padStart(2, '0')}`)
  nextDay += 1
  const visitId = await booked(world, dispatch.dispatchId, [hana.personId], { day })
  await stage.goTo(tokyoInstant(day, '14:30'))
  await wentThere(world, hana.personId, visitId)
  return { visitId, day }
}

describe('handing in a report', () => {
  it('keeps two layers, holds the visit, claims the cost, and is somebody’s task (N11)', async () => {
    const { visitId } = await visited()
    const reportId = await reported(world, hana.personId, visitId)
    const [report] = await rows('select state, answer_due_on::text as due from report where id = $1', [reportId])
    expect(report).toEqual({ state: 'submitted', due: '2026-12-04' })
    expect(await rows('select state, outcome from visit where id = $1', [visitId])).toEqual([{ state: 'held', outcome: 'notMet' }])
    expect(await rows("select kind, due_on::text as due, state from task where report_id = $1", [reportId])).toEqual([
      { kind: 'report.answer', due: '2026-12-04', state: 'open' },
    ])
    expect(await rows('select kind, amount_yen from cost_claim where report_id = $1', [reportId])).toEqual([{ kind: 'transport', amount_yen: 420 }])
    const [text] = await rows('select text_enc from report_shared where report_id = $1', [reportId])
    expect(Buffer.from(text!.text_enc as Uint8Array).toString('utf8')).not.toContain('玄関')
    expect((await rows('select action from audit_log where entity_id = $1', [reportId])).map((row) => row.action)).toEqual(['report.submit'])
  })

  it('can be handed in anew until it is answered; both versions stay', async () => {
    const { visitId } = await visited()
    const reportId = await reported(world, hana.personId, visitId)
    await reported(world, hana.personId, visitId, { did: '書き直しました。', outcome: 'met' })
    expect(await rows('select no from report_shared where report_id = $1 order by no', [reportId])).toEqual([{ no: 1 }, { no: 2 }])
    const facts = await getReport(world.coordinator.ctx, reportId)
    expect(facts).toMatchObject({ no: 2, version: 2, text: { did: '書き直しました。' }, visit: { outcome: 'met' } })
    must(await adviseReport(world.coordinator.ctx, { reportId, version: 2, text: 'ありがとうございます。' }))
    expect(await submitReport(world.supporter(hana.personId), aReport(visitId))).toMatchObject(refused('report.closed'))
  })

  it('is refused before the visit, for a cancelled one, and to everybody else', async () => {
    await stage.goTo(drawnDay)
    const visitId = await booked(world, made.dispatchId, [hana.personId], { day: asTokyoDay('2026-12-24') })
    expect(await submitReport(world.supporter(hana.personId), aReport(visitId))).toMatchObject(refused('visit.notYet'))
    for (const ctx of [world.supporter(jiro.personId), world.aobaDispatch.ctx, made.card]) {
      expect(await submitReport(ctx, aReport(visitId))).toMatchObject(refused('notFound'))
    }
    expect(await rows('select 1 from report where visit_id = $1', [visitId])).toEqual([])
  })

  it('of two sendings at once one is the report and nothing is doubled', async () => {
    const { visitId } = await visited()
    await Promise.all([1, 2].map(() => submitReport(world.supporter(hana.personId), aReport(visitId))))
    expect(await rows('select count(*)::int as n from report where visit_id = $1', [visitId])).toEqual([{ n: 1 }])
  })

  it('N8: can still be filed after a stop for a visit that took place', async () => {
    const other = await begun(world, [hana])
    const { visitId } = await visited(other)
    must(await sayStop(other.card))
    const reportId = await reported(world, hana.personId, visitId)
    expect(await rows('select state from report where id = $1', [reportId])).toEqual([{ state: 'submitted' }])
    await advised(world.aobaDispatch, reportId)
  })
})

describe('answering a report', () => {
  it('gives advice, closes the task, and tells the writer that there is an answer', async () => {
    const { visitId } = await visited()
    const reportId = await reported(world, hana.personId, visitId)
    await advised(world.coordinator, reportId)
    expect(await rows('select state from report where id = $1', [reportId])).toEqual([{ state: 'answered' }])
    expect(await rows('select state from task where report_id = $1', [reportId])).toEqual([{ state: 'done' }])
    const mails = await rows("select person_id from outbox where kind = 'report.answered' and dispatch_id = $1 order by created_at desc limit 1", [made.dispatchId])
    expect(mails).toEqual([{ person_id: hana.personId }])
    const mine = (await listMyReports(world.supporter(hana.personId))).reports.find((one) => one.id === reportId)
    expect(mine?.advice).toMatchObject([{ by: world.coordinator.name, text: '静かに待てたことが、何よりよかったです。15分で十分です。' }])
  })

  it('is refused with an old page, twice from two desks, and to those who do not advise', async () => {
    const { visitId } = await visited()
    const reportId = await reported(world, hana.personId, visitId)
    const advise = (ctx = world.aobaDispatch.ctx, version = 1) => adviseReport(ctx, { reportId, version, text: 'よい時間でしたね。' })
    expect(await advise(undefined, 5)).toMatchObject(refused('stale'))
    for (const ctx of [world.kuromatsuDispatch.ctx, world.supporter(hana.personId), made.card, world.auditor.ctx]) {
      expect(await advise(ctx)).toMatchObject(refused('notFound'))
    }
    const both = await Promise.all([advise(), advise(world.coordinator.ctx)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await rows('select count(*)::int as n from advice where report_id = $1', [reportId])).toEqual([{ n: 1 }])
  })
})

describe('reading reports', () => {
  it('shows both layers to those who advise, layer 1 to the client, and leaves a trace', async () => {
    const { visitId } = await visited()
    const reportId = await reported(world, hana.personId, visitId)
    const facts = (await getReport(world.aobaDispatch.ctx, reportId))!
    const view = presentReport(facts, world.aobaDispatch.actor, world.clock.today())
    expect(view).toMatchObject({ clientName: 'あおぞらさん', writer: '花さん', canAdvise: true, self: 'いつもと同じ', chip: { text: '助言待ち　0日' } })
    expect(view.worry.join('')).toContain('カーテン')
    const card = await listCardReports(made.card)
    const shown = card.reports.find((one) => one.id === reportId)
    expect(shown).toMatchObject({ outcome: 'notMet', people: ['花'] })
    expect(JSON.stringify(card)).not.toContain('カーテン')
    expect(await getReport(world.kuromatsuDispatch.ctx, reportId)).toBeNull()
    expect(await getReport(world.aobaDispatch.ctx, 'nothing')).toBeNull()
    const audits = await rows("select action from audit_log where entity_id = $1 and action = 'report.view'", [reportId])
    expect(audits).toHaveLength(1)
  })

  it('lists what waits for an answer first, with its age', async () => {
    const lines = await listReports(world.aobaDispatch.ctx)
    const answered = lines.map((line) => line.state === 'answered')
    expect(answered.indexOf(true)).toBeGreaterThan(answered.lastIndexOf(false))
    const waiting = presentReportLine(lines[0]!, asTokyoDay('2026-12-31'))
    expect(waiting).toMatchObject({ name: 'あおぞらさん', writer: '花さん', state: '助言待ち' })
    expect(waiting.waited).toMatch(/^\d+日$/)
    expect((await listReports(world.coordinator.ctx)).length).toBe(lines.length)
    expect(await listReports(world.kuromatsuDispatch.ctx)).toEqual([])
  })
})
