import { deskOf } from '#app/features/directory/queries.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromOptionalDate } from '#app/platform/db/days.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { HelpDesk } from '#app/shared/frame.ts'
import { asReportState } from '../domain/report-lifecycle.ts'
import { asOutcome } from '../domain/visit-lifecycle.ts'
import type { CardReportFacts, MyReportFacts } from '../facts/activity.ts'
import { openShared } from '../store/reports.server.ts'
import { visitPeople } from '../store/visits.server.ts'
import { loadAdvice } from './reports.server.ts'

const listed = 20

/** A supporter's own reports with the answers, the latest first. */
export async function listMyReports(ctx: Ctx): Promise<{ reports: MyReportFacts[]; desk: HelpDesk | null }> {
  const { actor } = ctx
  if (actor.kind !== 'supporter') return { reports: [], desk: null }
  return withActor(ctx, async (tx) => {
    const rows = await tx.report.findMany({
      where: { personId: actor.personId, state: { in: ['submitted', 'answered'] } },
      include: { visit: { select: { startsAt: true, outcome: true } }, reportShared: true },
      orderBy: { submittedAt: 'desc' },
      take: listed,
    })
    const reports: MyReportFacts[] = []
    for (const row of rows) {
      const shared = row.reportShared.find((one) => one.no === row.currentNo)
      reports.push({
        id: row.id,
        visitId: row.visitId,
        visitAt: row.visit.startsAt,
        outcome: asOutcome(row.visit.outcome),
        state: asReportState(row.state),
        answerDueOn: fromOptionalDate(row.answerDueOn),
        did: shared ? openShared(shared) : '',
        advice: await loadAdvice(tx, row.id),
      })
    }
    const bodyId = rows[0]?.bodyId
    const desk = bodyId ? await deskOf(tx, bodyId, ctx.clock.today()) : null
    await auditRead(tx, { action: 'report.own', entity: 'person', id: actor.personId, bodyId })
    return { reports, desk }
  })
}

/** What supporters wrote for the client to read: layer 1 of what was handed in, the latest first. */
export async function listCardReports(ctx: Ctx): Promise<{ reports: CardReportFacts[]; desk: HelpDesk | null }> {
  const { actor } = ctx
  if (actor.kind !== 'card') return { reports: [], desk: null }
  return withActor(ctx, async (tx) => {
    const rows = await tx.report.findMany({
      where: { state: { in: ['submitted', 'answered'] } },
      include: { visit: true, reportShared: true },
      orderBy: { visit: { startsAt: 'desc' } },
      take: listed,
    })
    const reports: CardReportFacts[] = []
    for (const row of rows) {
      const shared = row.reportShared.find((one) => one.no === row.currentNo)
      if (!shared) continue
      reports.push({
        id: row.id,
        visitAt: row.visit.startsAt,
        outcome: asOutcome(row.visit.outcome),
        did: openShared(shared),
        people: await visitPeople(tx, row.visitId),
      })
    }
    const desk = await deskOf(tx, actor.bodyId, ctx.clock.today())
    await auditRead(tx, { action: 'report.readShared', entity: 'dispatch_request', id: actor.requestId })
    return { reports, desk }
  })
}
