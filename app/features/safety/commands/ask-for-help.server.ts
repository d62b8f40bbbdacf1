import { may } from '#app/access/policy.ts'
import { loadVisit, supportersOf } from '#app/features/activity/store/visits.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { holdsAtOnce } from '../domain/incident.ts'
import { helpCall } from '../messages.ts'
import { insertIncident, insertReport } from '../store.server.ts'

/**
 * The button that does what a call does: staff are told that the supporter needs help now. The record is
 * written by the system; the supporter writes later, or never.
 */
export async function askForHelp(ctx: Ctx, input: { visitId: string }): Promise<Result<{ incidentId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'supporter') return refuse('notFound')
  return act(ctx, async (tx) => {
    const visit = await loadVisit(tx, input.visitId)
    const supporterIds = visit ? await supportersOf(tx, visit.id) : []
    if (!visit || !may(actor, 'incident.report', { supporterIds })) return refuse('notFound')
    const now = ctx.clock.now()
    const { place, ...words } = helpCall
    const incidentId = await insertIncident(tx, ctx, actor.personId, {
      bodyId: visit.bodyId,
      dispatchId: visit.dispatchId,
      visitId: visit.id,
      kind: 'other',
      severity: 'call',
      holdsDispatch: holdsAtOnce('call'),
      occurredAt: now,
      place,
    })
    const text = { ...words, cause: null, prevention: null }
    await insertReport(tx, { incidentId, bodyId: visit.bodyId, no: 1, stage: 'first', text, by: actor.personId, at: now })
    await audit(tx, { action: 'incident.help', entity: 'incident', id: incidentId, bodyId: visit.bodyId })
    return ok({ incidentId })
  })
}
