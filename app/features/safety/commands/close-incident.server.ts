import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { nextState } from '../domain/incident.ts'
import { loadIncident, moveIncident } from '../store.server.ts'
import { standing } from '../standing.server.ts'

/** Closes an incident after its final report, and the task that belonged to it. */
export async function closeIncident(
  ctx: Ctx,
  input: { incidentId: string; version: number },
): Promise<Result<{ incidentId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'staff') return refuse('notFound')
  return act(ctx, async (tx) => {
    const head = await loadIncident(tx, input.incidentId)
    if (!head || !may(actor, 'incident.handle', await standing(tx, actor, head))) return refuse('notFound')
    const state = nextState(head.state, 'close')
    if (!state) return refuse('incident.step')
    const closedOn = toDateColumn(ctx.clock.today())
    if (!(await moveIncident(tx, head, input.version, state, closedOn))) return refuse('stale')
    await tx.task.updateMany({
      where: { incidentId: head.id, state: 'open' },
      data: { state: 'done', doneAt: ctx.clock.now(), doneBy: actor.personId, version: { increment: 1 } },
    })
    await audit(tx, { action: 'incident.close', entity: 'incident', id: head.id })
    return ok({ incidentId: head.id })
  })
}
