import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import type { ClientNote } from '../domain/client-note.ts'
import { cardRequest, leaveDeskNote } from '../store/card.server.ts'

/** The client asks for another day, another supporter or a rest: one button, no reason, no text. */
export async function leaveNote(ctx: Ctx, { note }: { note: ClientNote }): Promise<Result<{ note: ClientNote }>> {
  const { actor } = ctx
  if (actor.kind !== 'card' || !may(actor, 'request.view', { requestId: actor.requestId })) return refuse('notFound')
  return act(ctx, async (tx) => {
    const request = await cardRequest(tx, actor)
    if (!request) return refuse('notFound')
    if (request.stoppedAt) return refuse('card.stopped')
    const id = await leaveDeskNote(tx, ctx, actor, note)
    await audit(tx, { action: 'card.note', entity: 'task', id, detail: { request: actor.requestId, note } })
    return ok({ note })
  })
}
