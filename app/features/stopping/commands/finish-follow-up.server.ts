import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { next } from '../domain/follow-up.ts'
import { closeFollowUp, loadStop } from '../store.server.ts'

/** Staff have done what was left after a stop (told those concerned, sent the notice, filed the card). */
export async function finishFollowUp(
  ctx: Ctx,
  input: { stopId: string; version: number },
): Promise<Result<{ stopId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'staff') return refuse('notFound')
  return act(ctx, async (tx) => {
    const stop = await loadStop(tx, input.stopId, actor)
    if (!stop || !may(actor, 'stop.followUp', stop)) return refuse('notFound')
    const state = next(stop.followUp, 'finish')
    if (!state) return refuse('stop.alreadyDone')
    const by = { personId: actor.personId, at: ctx.clock.now() }
    if (!(await closeFollowUp(tx, stop.id, input.version, by))) return refuse('stale')
    await audit(tx, { action: 'stop.followUpDone', entity: 'stop_request', id: stop.id })
    return ok({ stopId: stop.id })
  })
}
