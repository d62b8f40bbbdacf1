import { may } from '#app/access/policy.ts'
import { holdDispatch, loadDispatch } from '#app/features/dispatch/store/plans.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { checkCancel } from '../domain/visit-lifecycle.ts'
import { loadVisit, supportersOf } from '../store/visits.server.ts'

/**
 * Calls one visit off: no reason is asked and the supporters are told. The database itself keeps the reminder
 * from leaving.
 */
export async function cancelVisit(ctx: Ctx, input: { visitId: string; version: number; dispatchId?: string }): Promise<Result<{ dispatchId: string }>> {
  if (!isUuid(input.visitId)) return refuse('notFound')
  return act(ctx, async (tx) => {
    const visit = await loadVisit(tx, input.visitId)
    if (!visit || !may(ctx.actor, 'visit.cancel', { bodyId: visit.bodyId })) return refuse('notFound')
    const { bodyId, dispatchId } = visit
    if (input.dispatchId && dispatchId !== input.dispatchId) return refuse('notFound')
    await holdDispatch(tx, dispatchId)
    const arrival = await tx.visitSignal.findFirst({ where: { visitId: visit.id, kind: 'arrive' }, select: { at: true } })
    const refusal = checkCancel({ state: visit.state, arrivedAt: arrival?.at ?? null })
    if (refusal) return refuse(refusal)
    const done = await tx.visit.updateMany({
      where: { id: visit.id, version: input.version, state: 'scheduled' },
      data: { state: 'cancelled', live: false, cancelledBy: 'desk', version: { increment: 1 } },
    })
    if (done.count !== 1) return refuse('stale')
    const supporters = await supportersOf(tx, visit.id)
    const dispatch = await loadDispatch(tx, dispatchId)
    for (const personId of dispatch?.state === 'stopped' ? [] : supporters) {
      await enqueueMail(tx, ctx, {
        bodyId, dispatchId, personId, kind: 'visit.cancelled',
        dedupeKey: `visit.cancelled:${visit.id}:${personId}`,
        props: { startsAt: visit.startsAt.toISOString() },
      })
    }
    await audit(tx, { action: 'visit.cancel', entity: 'visit', id: visit.id, detail: { dispatch: dispatchId } })
    return ok({ dispatchId })
  })
}
