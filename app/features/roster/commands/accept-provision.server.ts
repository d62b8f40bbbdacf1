import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { provisionAfter } from '../domain/provision-lifecycle.ts'
import { headFor } from '../store/provisions.server.ts'

/** The municipality accepts the handling terms; only then does it see the first name (S3 第3-2(2)イ). */
export async function acceptProvision(
  ctx: Ctx,
  { provisionId, version }: { provisionId: string; version: number },
): Promise<Result<null>> {
  return act(ctx, async (tx) => {
    const head = await headFor(tx, ctx, 'provision.accept', provisionId)
    if (!head) return refuse('notFound')
    if (head.state === 'received') return refuse('provision.alreadyAccepted')
    if (!provisionAfter(head.state, 'accept')) return refuse('provision.notDelivered')
    const moved = await tx.provision.updateMany({
      where: { id: provisionId, state: 'delivered', version },
      data: { state: 'received', termsAcceptedAt: ctx.clock.now(), version: version + 1 },
    })
    if (moved.count !== 1) return refuse('stale')
    await audit(tx, { action: 'provision.accept', entity: 'provision', id: provisionId, detail: { no: head.no } })
    return ok(null)
  })
}
