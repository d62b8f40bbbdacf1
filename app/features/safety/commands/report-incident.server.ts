import { may } from '#app/access/policy.ts'
import { loadVisit, supportersOf } from '#app/features/activity/store/visits.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { tokyoInstant } from '#app/shared/tokyo-day.ts'
import { holdsAtOnce, type IncidentKind, severityOf } from '../domain/incident.ts'
import { insertIncident, insertReport } from '../store.server.ts'

export interface FirstReport {
  visitId: string
  kind: IncidentKind
  occurredOn: TokyoDay
  /** Tokyo clock time, '14:30'. */
  occurredAt: string
  place: string
  summary: string
  firstResponse: string
  presentState: string
}

/**
 * The supporter's first report of what happened on a visit (S3 第3-3(3)ウ, 速報). Tells the body at once;
 * a severe kind puts the dispatch on hold in the same transaction.
 */
export async function reportIncident(ctx: Ctx, input: FirstReport): Promise<Result<{ incidentId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'supporter') return refuse('notFound')
  const occurredAt = tokyoInstant(input.occurredOn, input.occurredAt)
  if (occurredAt > ctx.clock.now()) return refuse('incident.future', { field: 'occurredAt' })
  const severity = severityOf(input.kind)
  return act(ctx, async (tx) => {
    const visit = await loadVisit(tx, input.visitId)
    const supporterIds = visit ? await supportersOf(tx, visit.id) : []
    if (!visit || !may(actor, 'incident.report', { supporterIds })) return refuse('notFound')
    const incidentId = await insertIncident(tx, ctx, actor.personId, {
      bodyId: visit.bodyId,
      dispatchId: visit.dispatchId,
      visitId: visit.id,
      kind: input.kind,
      severity,
      holdsDispatch: holdsAtOnce(severity),
      occurredAt,
      place: input.place,
    })
    const { summary, firstResponse, presentState } = input
    const text = { summary, firstResponse, presentState, cause: null, prevention: null }
    const by = { by: actor.personId, at: ctx.clock.now() }
    await insertReport(tx, { incidentId, bodyId: visit.bodyId, no: 1, stage: 'first', text, ...by })
    await audit(tx, {
      action: 'incident.report',
      entity: 'incident',
      id: incidentId,
      bodyId: visit.bodyId,
      detail: { kind: input.kind, severity },
    })
    return ok({ incidentId })
  })
}
