import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adviseReport } from '#app/features/activity/commands/advise-report.server.ts'
import { submitReport } from '#app/features/activity/commands/submit-report.server.ts'
import { getReport } from '#app/features/activity/queries/reports.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { advised, aReport, booked, reported } from '#tests/factories/activity.ts'
import { begun } from '#tests/factories/dispatch.ts'
import { must, refused } from '#tests/factories/must.ts'
import { drawnDay } from '#tests/factories/stage.ts'
import { openVisitStage, type VisitStage } from '#tests/factories/visit-stage.ts'

let stage: VisitStage

beforeAll(async () => {
  stage = await openVisitStage()
})
afterAll(() => stage.close())

const rows = (text: string, values: unknown[] = []) => stage.database.owner.query(text, values)

describe('handing in a report', () => {
  it('keeps two layers, holds the visit, claims the cost, and is somebody’s task (N11)', async () => {
    const visitId = await stage.nextVisit()
    const reportId = await reported(stage.world, stage.hana.personId, visitId)
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
    const visitId = await stage.nextVisit()
    const reportId = await reported(stage.world, stage.hana.personId, visitId)
    await reported(stage.world, stage.hana.personId, visitId, { did: '書き直しました。', outcome: 'met' })
    expect(await rows('select no from report_shared where report_id = $1 order by no', [reportId])).toEqual([{ no: 1 }, { no: 2 }])
    const facts = await getReport(stage.world.coordinator.ctx, reportId)
    expect(facts).toMatchObject({ no: 2, version: 2, text: { did: '書き直しました。' }, visit: { outcome: 'met' } })
    must(await adviseReport(stage.world.coordinator.ctx, { reportId, version: 2, text: 'ありがとうございます。' }))
    expect(await submitReport(stage.world.supporter(stage.hana.personId), aReport(visitId))).toMatchObject(refused('report.closed'))
  })

  it('is refused before the visit, for a cancelled one, and to everybody else', async () => {
    await stage.goTo(drawnDay)
    const visitId = await booked(stage.world, stage.made.dispatchId, [stage.hana.personId], { day: asTokyoDay('2026-12-24') })
    expect(await submitReport(stage.world.supporter(stage.hana.personId), aReport(visitId))).toMatchObject(refused('visit.notYet'))
    for (const ctx of [stage.world.supporter(stage.jiro.personId), stage.world.aobaDispatch.ctx, stage.made.card]) {
      expect(await submitReport(ctx, aReport(visitId))).toMatchObject(refused('notFound'))
    }
    expect(await rows('select 1 from report where visit_id = $1', [visitId])).toEqual([])
  })

  it('of two sendings at once one is the report and nothing is doubled', async () => {
    const visitId = await stage.nextVisit()
    await Promise.all([1, 2].map(() => submitReport(stage.world.supporter(stage.hana.personId), aReport(visitId))))
    expect(await rows('select count(*)::int as n from report where visit_id = $1', [visitId])).toEqual([{ n: 1 }])
  })

  it('N8: can still be filed after a stop for a visit that took place', async () => {
    const other = await begun(stage.world, [stage.hana])
    const visitId = await stage.nextVisit(other)
    must(await sayStop(other.card))
    const reportId = await reported(stage.world, stage.hana.personId, visitId)
    expect(await rows('select state from report where id = $1', [reportId])).toEqual([{ state: 'submitted' }])
    await advised(stage.world.aobaDispatch, reportId)
  })
})
