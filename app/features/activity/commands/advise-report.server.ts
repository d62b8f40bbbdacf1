import { may } from '#app/access/policy.ts'
import { coordinatorsOf } from '#app/features/dispatch/queries/dispatch-page.server.ts'
import { holdDispatch } from '#app/features/dispatch/store/plans.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { nextReportState } from '../domain/report-lifecycle.ts'
import { loadReport, writeAdvice } from '../store/reports.server.ts'

/** Answers a report with advice (S3 第3-3(2)ウ); the writer is told that there is an answer, not what it says. */
export async function adviseReport(ctx: Ctx, input: { reportId: string; version: number; text: string }): Promise<Result<{ reportId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !may(actor, 'report.advise')) return refuse('notFound')
  return act(ctx, async (tx) => {
    const report = await loadReport(tx, input.reportId)
    if (!report) return refuse('notFound')
    const { bodyId, dispatchId, personId } = report
    const coordinatorIds = await coordinatorsOf(tx, actor, dispatchId)
    if (!may(actor, 'report.advise', { bodyId, coordinatorIds })) return refuse('notFound')
    await holdDispatch(tx, dispatchId)
    const state = nextReportState(report.state, 'answer')
    if (!state) return refuse('report.notSubmitted')
    const answered = await tx.report.updateMany({
      where: { id: report.id, version: input.version, state: report.state },
      data: { state, version: { increment: 1 } },
    })
    if (answered.count !== 1) return refuse('stale')
    const id = ctx.ids.next()
    await writeAdvice(tx, {
      id, bodyId, reportId: report.id, givenBy: actor.personId, text: input.text, at: ctx.clock.now(),
    })
    await enqueueMail(tx, ctx, {
      bodyId, dispatchId, personId,
      kind: 'report.answered',
      dedupeKey: `report.answered:${id}`,
      props: { visitOn: report.visitOn },
    })
    await audit(tx, { action: 'report.advise', entity: 'report', id: report.id, detail: { advice: id, no: report.currentNo } })
    return ok({ reportId: report.id })
  })
}
