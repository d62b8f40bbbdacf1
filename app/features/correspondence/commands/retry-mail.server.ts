import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act, afterCommit } from '#app/platform/db/with-actor.server.ts'
import { poke } from '#app/platform/jobs/poke.ts'
import { mailJob } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'

/**
 * The desk has an undelivered mail sent once more, from the first try on. Refused by the wall YN086 when
 * it is about a dispatch that has been stopped meanwhile (N8).
 */
export async function retryMail(ctx: Ctx, input: { mailId: string }): Promise<Result<null>> {
  const { actor } = ctx
  return act(ctx, async (tx) => {
    const mail = await tx.outbox.findUnique({ where: { id: input.mailId }, select: { bodyId: true, state: true } })
    if (!mail || !may(actor, 'mail.retry', { bodyId: mail.bodyId })) return refuse('notFound')
    const now = ctx.clock.now()
    const { count } = await tx.outbox.updateMany({
      where: { id: input.mailId, state: 'dead' },
      data: { state: 'queued', attempts: 0, runAt: now, updatedAt: now },
    })
    if (count !== 1) return refuse('mail.notWaiting')
    afterCommit(tx, () => poke(mailJob))
    await audit(tx, { action: 'mail.retry', entity: 'outbox', id: input.mailId })
    return ok(null)
  })
}
