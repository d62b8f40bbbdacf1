import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { tokyoDay } from '#app/shared/tokyo-day.ts'
import { visitMoment } from '../domain/visit-lifecycle.ts'
import { loadVisit, supportersOf } from '../store/visits.server.ts'

/**
 * 「着きました」「出ました」: keeps the time, never the place. Pressing twice keeps the first time. Leaving without
 * having pressed the first button is heard as well.
 */
export async function signalVisit(ctx: Ctx, input: { visitId: string; kind: 'arrive' | 'leave' }): Promise<Result<{ visitId: string }>> {
  const { actor } = ctx
  if (!isUuid(input.visitId) || actor.kind !== 'supporter') return refuse('notFound')
  return act(ctx, async (tx) => {
    const visit = await loadVisit(tx, input.visitId)
    const supporterIds = visit ? await supportersOf(tx, visit.id) : []
    if (!visit || !may(actor, 'visit.signal', { supporterIds })) return refuse('notFound')
    const signals = await tx.visitSignal.findMany({ where: { visitId: visit.id, personId: actor.personId } })
    const at = (kind: string) => signals.find((signal) => signal.kind === kind)?.at ?? null
    if (at(input.kind)) return ok({ visitId: visit.id })
    const now = ctx.clock.now()
    const moment = visitMoment(
      { state: visit.state, startsAt: visit.startsAt, arrivedAt: at('arrive'), leftAt: at('leave') },
      now,
      tokyoDay(visit.startsAt) === ctx.clock.today(),
    )
    if (moment === 'cancelled') return refuse('visit.cancelled')
    if (moment === 'before' || moment === 'early') return refuse('visit.tooEarly')
    await tx.visitSignal.createMany({
      data: [{ visitId: visit.id, personId: actor.personId, bodyId: visit.bodyId, kind: input.kind, at: now }],
    })
    await audit(tx, { action: `visit.${input.kind}`, entity: 'visit', id: visit.id, bodyId: visit.bodyId })
    return ok({ visitId: visit.id })
  })
}
