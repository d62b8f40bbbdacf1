import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import { issueDocument } from '#app/features/correspondence/store.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { nextState, stageOf } from '../domain/incident.ts'
import { reportDocument } from '../document.server.ts'
import type { ReportText } from '../report-text.ts'
import { type IncidentHead, insertReport, loadIncident, moveIncident } from '../store.server.ts'
import { standing } from '../standing.server.ts'

export interface LaterReport extends ReportText {
  incidentId: string
  version: number
  event: 'addFollowUp' | 'addFinal'
}

/**
 * Adds a follow-up or the final report (続報・確報). The final one names cause and prevention and makes the
 * report's PDF (様式第8号 事故報告書).
 */
export async function addReport(ctx: Ctx, input: LaterReport): Promise<Result<{ incidentId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'staff') return refuse('notFound')
  if (input.event === 'addFinal' && !input.cause) return refuse('incident.needsCause', { field: 'cause' })
  if (input.event === 'addFinal' && !input.prevention) {
    return refuse('incident.needsPrevention', { field: 'prevention' })
  }
  return act(ctx, async (tx) => {
    const head = await loadIncident(tx, input.incidentId)
    if (!head || !may(actor, 'incident.handle', await standing(tx, actor, head))) return refuse('notFound')
    const state = nextState(head.state, input.event)
    if (!state) return refuse('incident.step')
    if (!(await moveIncident(tx, head, input.version, state, null))) return refuse('stale')
    await write(tx, ctx, head, input, actor.personId)
    if (input.event === 'addFinal') await issueFinal(tx, ctx, head)
    await audit(tx, { action: `incident.${input.event}`, entity: 'incident', id: head.id, detail: { state } })
    return ok({ incidentId: head.id })
  })
}

async function write(tx: Tx, ctx: Ctx, head: IncidentHead, input: LaterReport, by: string): Promise<void> {
  const { summary, firstResponse, presentState, cause, prevention } = input
  const earlier = await tx.incidentReport.count({ where: { incidentId: head.id } })
  await insertReport(tx, {
    incidentId: head.id,
    bodyId: head.bodyId,
    no: earlier + 1,
    stage: stageOf(input.event),
    text: { summary, firstResponse, presentState, cause, prevention },
    by,
    at: ctx.clock.now(),
  })
}

async function issueFinal(tx: Tx, ctx: Ctx, head: IncidentHead): Promise<void> {
  const data = await reportDocument(tx, ctx, head.id)
  await issueDocument(tx, ctx, {
    kind: 'incidentReport',
    bodyId: head.bodyId,
    subject: { incidentId: head.id, dispatchId: head.dispatchId ?? undefined },
    data,
  })
}
