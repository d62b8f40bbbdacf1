import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { noteOf } from '../domain/client-note.ts'
import { requestHead } from '../store/request.server.ts'

/** Staff have done what the client asked for by a button. */
export async function finishNote(
  ctx: Ctx,
  input: { requestId: string; taskId: string; version: number },
): Promise<Result<{ taskId: string }>> {
  const { actor } = ctx
  if (
    actor.kind !== 'staff' || !may(actor, 'card.issue') || !isUuid(input.requestId) || !isUuid(input.taskId)
  ) {
    return refuse('notFound')
  }
  return act(ctx, async (tx) => {
    const head = await requestHead(tx, actor, input.requestId)
    if (!head || !may(actor, 'card.issue', head)) return refuse('notFound')
    const task = await tx.task.findFirst({ where: { id: input.taskId, requestId: head.id } })
    if (!task || !noteOf(task.kind)) return refuse('notFound')
    if (task.state === 'done') return refuse('note.done')
    const done = await tx.task.updateMany({
      where: { id: task.id, version: input.version, state: 'open' },
      data: { state: 'done', doneAt: ctx.clock.now(), doneBy: actor.personId, version: { increment: 1 } },
    })
    if (done.count !== 1) return refuse('stale')
    await audit(tx, { action: 'card.noteDone', entity: 'task', id: task.id, detail: { request: head.id } })
    return ok({ taskId: task.id })
  })
}
