import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'

export interface AcknowledgeRecall {
  entryId: string
  /** The provision on whose page it was said. */
  provisionId?: string
  /** Whether there were copies on paper or in files, now destroyed. */
  copies: 'none' | 'destroyed'
}

/** The holder says that nothing of somebody who withdrew is left (N10). Said twice, it counts once. */
export async function acknowledgeRecall(ctx: Ctx, { entryId, provisionId, copies }: AcknowledgeRecall): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !isUuid(entryId)) return refuse('notFound')
  return act(ctx, async (tx) => {
    const entry = await tx.provisionEntry.findUnique({ where: { id: entryId } })
    if (!entry || !may(actor, 'recall.acknowledge', entry)) return refuse('notFound')
    if (provisionId && entry.provisionId !== provisionId) return refuse('notFound')
    if (!entry.recallRequestedAt) return refuse('recall.none')
    if (entry.recallAckAt) return ok(null)
    await tx.provisionEntry.updateMany({
      where: { id: entryId, recallRequestedAt: { not: null }, recallAckAt: null },
      data: { recallAckAt: ctx.clock.now(), recallAckBy: actor.personId },
    })
    await audit(tx, {
      action: 'recall.acknowledge', entity: 'provision_entry', id: entryId,
      detail: { provision: entry.provisionId, copies },
    })
    return ok(null)
  })
}
