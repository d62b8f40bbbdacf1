import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adviseReport } from '#app/features/activity/commands/advise-report.server.ts'
import { presentReport, presentReportLine } from '#app/features/activity/presenter/reports.ts'
import { listCardReports, listMyReports } from '#app/features/activity/queries/own-reports.server.ts'
import { getReport, listReports } from '#app/features/activity/queries/reports.server.ts'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { advised, reported } from '#tests/factories/activity.ts'
import { refused } from '#tests/factories/must.ts'
import { openVisitStage, type VisitStage } from '#tests/factories/visit-stage.ts'

let stage: VisitStage

beforeAll(async () => {
  stage = await openVisitStage()
})
afterAll(() => stage.close())

const rows = (text: string, values: unknown[] = []) => stage.database.owner.query(text, values)

describe('answering a report', () => {
  it('gives advice, closes the task, and tells the writer that there is an answer', async () => {
    const visitId = await stage.nextVisit()
    const reportId = await reported(stage.world, stage.hana.personId, visitId)
    await advised(stage.world.coordinator, reportId)
    expect(await rows('select state from report where id = $1', [reportId])).toEqual([{ state: 'answered' }])
    expect(await rows('select state from task where report_id = $1', [reportId])).toEqual([{ state: 'done' }])
    const mails = await rows("select person_id from outbox where kind = 'report.answered' and dispatch_id = $1 order by created_at desc limit 1", [stage.made.dispatchId])
    expect(mails).toEqual([{ person_id: stage.hana.personId }])
    const mine = (await listMyReports(stage.world.supporter(stage.hana.personId))).reports.find((one) => one.id === reportId)
    expect(mine?.advice).toMatchObject([{ by: stage.world.coordinator.name, text: '静かに待てたことが、何よりよかったです。15分で十分です。' }])
  })

  it('is refused with an old page, twice from two desks, and to those who do not advise', async () => {
    const visitId = await stage.nextVisit()
    const reportId = await reported(stage.world, stage.hana.personId, visitId)
    const advise = (ctx = stage.world.aobaDispatch.ctx, version = 1) => adviseReport(ctx, { reportId, version, text: 'よい時間でしたね。' })
    expect(await advise(undefined, 5)).toMatchObject(refused('stale'))
    for (const ctx of [stage.world.kuromatsuDispatch.ctx, stage.world.supporter(stage.hana.personId), stage.made.card, stage.world.auditor.ctx]) {
      expect(await advise(ctx)).toMatchObject(refused('notFound'))
    }
    const both = await Promise.all([advise(), advise(stage.world.coordinator.ctx)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await rows('select count(*)::int as n from advice where report_id = $1', [reportId])).toEqual([{ n: 1 }])
  })
})

describe('reading reports', () => {
  it('shows both layers to those who advise, layer 1 to the client, and leaves a trace', async () => {
    const visitId = await stage.nextVisit()
    const reportId = await reported(stage.world, stage.hana.personId, visitId)
    const facts = (await getReport(stage.world.aobaDispatch.ctx, reportId))!
    const view = presentReport(facts, stage.world.aobaDispatch.actor, stage.world.clock.today())
    expect(view).toMatchObject({ clientName: 'あおぞらさん', writer: '花さん', canAdvise: true, self: 'いつもと同じ', chip: { text: '助言待ち　0日' } })
    expect(view.worry.join('')).toContain('カーテン')
    const card = await listCardReports(stage.made.card)
    const shown = card.reports.find((one) => one.id === reportId)
    expect(shown).toMatchObject({ outcome: 'notMet', people: ['花'] })
    expect(JSON.stringify(card)).not.toContain('カーテン')
    expect(await getReport(stage.world.kuromatsuDispatch.ctx, reportId)).toBeNull()
    expect(await getReport(stage.world.aobaDispatch.ctx, 'nothing')).toBeNull()
    const audits = await rows("select action from audit_log where entity_id = $1 and action = 'report.view'", [reportId])
    expect(audits).toHaveLength(1)
  })

  it('lists what waits for an answer first, with its age', async () => {
    const lines = await listReports(stage.world.aobaDispatch.ctx)
    const answered = lines.map((line) => line.state === 'answered')
    expect(answered.indexOf(true)).toBeGreaterThan(answered.lastIndexOf(false))
    const waiting = presentReportLine(lines[0]!, asTokyoDay('2026-12-31'))
    expect(waiting).toMatchObject({ name: 'あおぞらさん', writer: '花さん', state: '助言待ち' })
    expect(waiting.waited).toMatch(/^\d+日$/)
    expect((await listReports(stage.world.coordinator.ctx)).length).toBe(lines.length)
    expect(await listReports(stage.world.kuromatsuDispatch.ctx)).toEqual([])
  })
})
