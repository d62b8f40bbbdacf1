import { may } from '#app/access/policy.ts'
import { contactTree } from '#app/features/directory/queries.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { callMoment } from '../domain/incident.ts'
import { loadIncident } from '../store.server.ts'
import { standing } from '../standing.server.ts'

/**
 * Writes down one call of the contact tree with its time (S3 第3-3(2)カ 連絡体制). A time of day that is still to come
 * was yesterday's: a call before midnight may be written down after it.
 */
export async function recordCall(
  ctx: Ctx,
  input: { incidentId: string; stepNo: number; calledAt: string; result: string },
): Promise<Result<{ incidentId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'staff') return refuse('notFound')
  const calledAt = callMoment(input.calledAt, ctx.clock.now())
  return act(ctx, async (tx) => {
    const head = await loadIncident(tx, input.incidentId)
    if (!head || !may(actor, 'incident.handle', await standing(tx, actor, head))) return refuse('notFound')
    if (head.state === 'closed') return refuse('incident.step')
    const tree = await contactTree(tx, head.bodyId, ctx.clock.today())
    if (!tree.steps.some((step) => step.stepNo === input.stepNo)) {
      return refuse('incident.noStep', { field: 'stepNo' })
    }
    await tx.incidentCall.createMany({
      data: [
        {
          id: ctx.ids.next(),
          incidentId: head.id,
          bodyId: head.bodyId,
          stepNo: input.stepNo,
          calledAt,
          result: input.result,
          recordedBy: actor.personId,
        },
      ],
    })
    await audit(tx, { action: 'incident.call', entity: 'incident', id: head.id, detail: { step: input.stepNo } })
    return ok({ incidentId: head.id })
  })
}
