import { may } from '#app/access/policy.ts'
import { holdDispatch } from '#app/features/dispatch/store/plans.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { tokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { answerDueOn, nextReportState, type SelfState } from '../domain/report-lifecycle.ts'
import type { VisitOutcome } from '../domain/visit-lifecycle.ts'
import { loadOwnReport, type ReportHead, writeLayers } from '../store/reports.server.ts'
import { keepOutcome, loadVisit, supportersOf, type VisitRow } from '../store/visits.server.ts'

export interface SubmitReport {
  visitId: string
  outcome: VisitOutcome
  /** Clock times in Tokyo on the day of the visit. */
  arrived: string
  left: string
  /** Layer 1: the client may read it. */
  did: string
  /** Layer 2: read by those who advise. */
  worry: string | null
  self: SelfState | null
  /** Yen; null claims nothing. */
  cost: number | null
}

/**
 * Hands in the report on a visit that was held (S3 第3-3(2)ウ), in two layers. It is somebody's task from this
 * moment, with a day for the answer (N11). Handing in again before the answer is a new version. After a stop the
 * report on a visit that took place can still be filed (N8).
 */
export async function submitReport(ctx: Ctx, input: SubmitReport): Promise<Result<{ reportId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'supporter') return refuse('notFound')
  return act(ctx, async (tx) => {
    const visit = await loadVisit(tx, input.visitId)
    const mine = visit !== null && (await supportersOf(tx, visit.id)).includes(actor.personId)
    if (!visit || !mine || !may(actor, 'report.write', { personId: actor.personId })) return refuse('notFound')
    await holdDispatch(tx, visit.dispatchId)
    if (visit.state === 'cancelled') return refuse('report.void')
    if (visit.startsAt > ctx.clock.now()) return refuse('visit.notYet')
    if (visit.outcome !== input.outcome && !(await keepOutcome(tx, visit, input.outcome))) return refuse('stale')
    const before = await loadOwnReport(tx, visit.id, actor.personId)
    const head = before ? await again(tx, ctx, before) : ok(await first(tx, ctx, visit, actor.personId))
    if (!head.ok) return head
    await writeLayers(tx, {
      ...head.value,
      did: input.did,
      arrivedAt: tokyoInstant(tokyoDay(visit.startsAt), input.arrived),
      leftAt: tokyoInstant(tokyoDay(visit.startsAt), input.left),
      worry: input.worry,
      selfState: input.self,
    })
    await keepCost(tx, ctx, { ...head.value, personId: actor.personId, yen: input.cost })
    const { reportId, bodyId, no } = head.value
    await audit(tx, { action: no === 1 ? 'report.submit' : 'report.correct', entity: 'report', id: reportId, bodyId, detail: { no } })
    return ok({ reportId })
  })
}

interface Version {
  reportId: string
  bodyId: string
  no: number
}

function handedIn(ctx: Ctx) {
  return { state: 'submitted', submittedAt: ctx.clock.now(), answerDueOn: toDateColumn(answerDueOn(ctx.clock.today())) }
}

async function first(tx: Tx, ctx: Ctx, visit: VisitRow, personId: string): Promise<Version> {
  const reportId = ctx.ids.next()
  const { bodyId, dispatchId, id: visitId } = visit
  await tx.report.createMany({ data: [{ id: reportId, bodyId, dispatchId, visitId, personId, ...handedIn(ctx) }] })
  return { reportId, bodyId, no: 1 }
}

async function again(tx: Tx, ctx: Ctx, report: ReportHead): Promise<Result<Version>> {
  if (report.state === 'void') return refuse('report.void')
  const step = report.state === 'draft' ? 'submit' : 'correct'
  if (!nextReportState(report.state, step)) return refuse('report.closed')
  const no = step === 'submit' ? report.currentNo : report.currentNo + 1
  const done = await tx.report.updateMany({
    where: { id: report.id, version: report.version },
    data: { ...handedIn(ctx), currentNo: no, version: { increment: 1 } },
  })
  return done.count === 1 ? ok({ reportId: report.id, bodyId: report.bodyId, no }) : refuse('stale')
}

async function keepCost(tx: Tx, ctx: Ctx, claim: Version & { personId: string; yen: number | null }): Promise<void> {
  const { reportId, bodyId, personId, yen } = claim
  const changed = await tx.costClaim.updateMany({
    where: { reportId, personId, kind: 'transport' },
    data: { amountYen: yen ?? 0, version: { increment: 1 } },
  })
  if (changed.count > 0 || !yen) return
  await tx.costClaim.createMany({ data: [{ id: ctx.ids.next(), reportId, bodyId, personId, kind: 'transport', amountYen: yen }] })
}
