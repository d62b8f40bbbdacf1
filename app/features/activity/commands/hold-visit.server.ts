import { may } from '#app/access/policy.ts'
import { holdDispatch } from '#app/features/dispatch/store/plans.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { nextVisitState, overReason, type VisitOutcome } from '../domain/visit-lifecycle.ts'
import { keepOutcome, loadVisit, supportersOf } from '../store/visits.server.ts'

export interface HoldVisit {
  visitId: string
  version: number
  outcome: VisitOutcome
}

/**
 * Keeps what became of a visit: met, not met (waited, left a note), met the family, or turned back. Every one of
 * them is a visit that was held. By a supporter of the visit, or by staff after a call.
 */
export async function holdVisit(ctx: Ctx, input: HoldVisit): Promise<Result<{ visitId: string }>> {
  if (!isUuid(input.visitId)) return refuse('notFound')
  return act(ctx, async (tx) => {
    const visit = await loadVisit(tx, input.visitId)
    const supporterIds = visit ? await supportersOf(tx, visit.id) : []
    if (!visit || !may(ctx.actor, 'visit.hold', { bodyId: visit.bodyId, supporterIds })) return refuse('notFound')
    await holdDispatch(tx, visit.dispatchId)
    if (!nextVisitState(visit.state, 'hold')) return refuse(overReason(visit.state))
    if (visit.startsAt > ctx.clock.now()) return refuse('visit.notYet')
    const kept = await keepOutcome(tx, { ...visit, version: input.version }, input.outcome)
    if (!kept) return refuse('stale')
    await audit(tx, {
      action: 'visit.hold', entity: 'visit', id: visit.id, bodyId: visit.bodyId, detail: { outcome: input.outcome },
    })
    return ok({ visitId: visit.id })
  })
}
