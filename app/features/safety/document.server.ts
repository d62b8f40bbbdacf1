import { contactTree, deskOf } from '#app/features/directory/queries.server.ts'
import { dispatchNo } from '#app/features/dispatch/domain/dispatch-no.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalNumber } from '#app/shared/fiscal-year.ts'
import { openPlace, openReport } from './store.server.ts'
import type { IncidentKind } from './domain/incident.ts'
import { stageNames } from './messages.ts'

/** The data of 様式第8号 事故報告書, gathered from every report and call so far. */
export async function reportDocument(tx: Tx, ctx: Ctx, incidentId: string) {
  const incident = await tx.incident.findUniqueOrThrow({
    where: { id: incidentId }, include: { body: true, dispatch: { select: { fiscalYear: true, no: true } } },
  })
  const rows = await tx.incidentReport.findMany({ where: { incidentId }, orderBy: { no: 'asc' } })
  const calls = await tx.incidentCall.findMany({ where: { incidentId }, orderBy: { calledAt: 'asc' } })
  const desk = await deskOf(tx, incident.bodyId, ctx.clock.today())
  const tree = await contactTree(tx, incident.bodyId, ctx.clock.today())
  const reports = rows.map((row) => ({ ...row, text: openReport(row) }))
  const last = reports.at(-1)
  const first = reports[0]
  if (!last || !first) throw new Error('an incident without a report')
  return {
    body: { name: incident.body.name, addressee: `${incident.body.name}長`, office: desk?.name ?? '派遣担当' },
    incidentNo: fiscalNumber(incident.fiscalYear, incident.no),
    report: {
      stage: last.stage as 'first' | 'followUp' | 'final',
      no: last.no,
      reportedAt: ctx.clock.now().toISOString(),
      reportedBy: '派遣担当',
      dispatchNo: incident.dispatch && dispatchNo(incident.dispatch.fiscalYear, incident.dispatch.no),
      occurredAt: incident.occurredAt.toISOString(),
      place: openPlace(incident.id, incident.placeTextEnc),
      kinds: [incident.kind as IncidentKind],
      kindOther: null,
      people: [],
      summary: first.text.summary,
      timeline: reports.map((one) => ({
        at: one.recordedAt.toISOString(),
        what: `${stageNames[one.stage] ?? ''}：${one.text.summary}`.slice(0, 500),
      })),
      firstResponse: first.text.firstResponse,
      calls: tree.steps.map((step) => {
        const call = calls.find((one) => one.stepNo === step.stepNo)
        return {
          who: `${step.title} ${step.name}`,
          at: call?.calledAt.toISOString() ?? null,
          by: null,
          result: call?.result ?? 'かけていません',
        }
      }),
      presentState: last.text.presentState,
      cause: last.text.cause,
      prevention: last.text.prevention,
      insurance: null,
      leak: null,
    },
  }
}
