import { may } from '#app/access/policy.ts'
import { coordinatorsOf } from '#app/features/dispatch/queries/dispatch-page.server.ts'
import { loadDispatch } from '#app/features/dispatch/store/plans.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromOptionalDate } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import { openField } from '#app/platform/fields.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { asReportState } from '../domain/report-lifecycle.ts'
import { asOutcome } from '../domain/visit-lifecycle.ts'
import type { AdviceFacts, ReportFacts, ReportLineFacts } from '../facts/activity.ts'
import { loadReport, openText, type ReportHead } from '../store/reports.server.ts'

const listed = 100

interface LineRow {
  id: string
  state: string
  submitted_at: Date | null
  answer_due_on: Date | null
  starts_at: Date
  outcome: string | null
  fiscal_year: number
  no: number
  call_name: string | null
  writer: string | null
}

/** Reports that reached the desk: those without an answer first, the earliest day first. One statement. */
export async function listReports(ctx: Ctx): Promise<ReportLineFacts[]> {
  return withActor(ctx, async (tx) => {
    const rows = await tx.$queryRaw<LineRow[]>`
      select t.id, t.state, t.submitted_at, t.answer_due_on, v.starts_at, v.outcome, d.fiscal_year, d.no, p.call_name,
             (select s.working_name from app.dispatch_supporters(t.dispatch_id) s where s.person_id = t.person_id limit 1) as writer
        from (select * from report where state in ('submitted', 'answered')
               order by (state = 'answered'), case when state = 'submitted' then answer_due_on end, submitted_at desc limit ${listed}) t
        join visit v on v.id = t.visit_id
        join dispatch d on d.id = t.dispatch_id
        left join lateral (select call_name from dispatch_party p where p.request_id = d.request_id order by p.kind desc limit 1) p on true
       order by (t.state = 'answered'), case when t.state = 'submitted' then t.answer_due_on end, t.submitted_at desc`
    await auditRead(tx, { action: 'report.list', entity: 'report', id: 'list', detail: { rows: rows.length } })
    return rows.map((row) => ({
      id: row.id,
      dispatchNo: { fiscalYear: row.fiscal_year, no: row.no },
      callName: row.call_name,
      visitAt: row.starts_at,
      outcome: asOutcome(row.outcome),
      writer: row.writer,
      state: asReportState(row.state),
      submittedAt: row.submitted_at,
      answerDueOn: fromOptionalDate(row.answer_due_on),
    }))
  })
}

/** One report with both layers, for those who advise on its dispatch; null for everybody else. */
export async function getReport(ctx: Ctx, reportId: string): Promise<ReportFacts | null> {
  return withActor(ctx, async (tx) => {
    const report = await loadReport(tx, reportId)
    if (!report || report.state === 'draft' || report.state === 'void') return null
    const coordinatorIds = await coordinatorsOf(tx, ctx.actor, report.dispatchId)
    if (!may(ctx.actor, 'report.view', { bodyId: report.bodyId, coordinatorIds })) return null
    const facts = {
      id: report.id,
      bodyId: report.bodyId,
      dispatchId: report.dispatchId,
      state: report.state,
      no: report.currentNo,
      version: report.version,
      coordinatorIds,
      ...(await loadContext(tx, report, ctx.clock.now())),
      text: await openText(tx, report),
      advice: await loadAdvice(tx, report.id),
    }
    await auditRead(tx, { action: 'report.view', entity: 'report', id: report.id })
    return facts
  })
}

/** What was answered, the first answer first. */
export async function loadAdvice(tx: Tx, reportId: string): Promise<AdviceFacts[]> {
  const rows = await tx.$queryRaw<{ id: string; text_enc: Uint8Array; at: Date; by: string | null }[]>`
    select a.id, a.text_enc, a.at, app.staff_name(a.given_by) as by from advice a
     where a.report_id = ${reportId}::uuid order by a.at, a.id`
  return rows.map((row) => ({ text: openField('advice.text', row.id, row.text_enc), by: row.by, at: row.at }))
}

async function loadContext(tx: Tx, report: ReportHead, now: Date) {
  const { dispatchId } = report
  const row = await tx.report.findUniqueOrThrow({ where: { id: report.id }, include: { visit: true } })
  const dispatch = await loadDispatch(tx, dispatchId)
  const parties = await tx.dispatchParty.findMany({
    where: { requestId: { in: dispatch?.requestId ? [dispatch.requestId] : [] } },
    orderBy: [{ kind: 'desc' }, { id: 'asc' }],
    select: { callName: true },
  })
  const [writer] = await tx.$queryRaw<{ working_name: string }[]>`
    select working_name from app.dispatch_supporters(${dispatchId}::uuid) where person_id = ${report.personId}::uuid limit 1`
  const cost = await tx.costClaim.findFirst({ where: { reportId: report.id }, select: { amountYen: true } })
  const earlier = await tx.report.findMany({
    where: { dispatchId, id: { not: report.id }, state: { in: ['submitted', 'answered'] } },
    select: { id: true, state: true, visit: { select: { startsAt: true, outcome: true } } },
    orderBy: { visit: { startsAt: 'desc' } },
    take: 5,
  })
  const next = await tx.visit.findFirst({
    where: { dispatchId, state: 'scheduled', startsAt: { gt: now } }, orderBy: { startsAt: 'asc' }, select: { startsAt: true },
  })
  return {
    dispatchNo: { fiscalYear: dispatch?.fiscalYear ?? 0, no: dispatch?.no ?? 0 },
    callNames: parties.map((party) => party.callName),
    writer: writer?.working_name ?? 'サポーター',
    submittedAt: row.submittedAt,
    answerDueOn: fromOptionalDate(row.answerDueOn),
    visit: {
      startsAt: row.visit.startsAt, endsAt: row.visit.endsAt, place: row.visit.placeText, outcome: asOutcome(row.visit.outcome),
    },
    costYen: cost?.amountYen ?? null,
    earlier: earlier.map((one) => ({
      id: one.id, startsAt: one.visit.startsAt, outcome: asOutcome(one.visit.outcome), state: asReportState(one.state),
    })),
    nextVisitAt: next?.startsAt ?? null,
  }
}
