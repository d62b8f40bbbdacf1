import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { consentFor } from '../access.server.ts'
import { canOpen, completes, nextUnread } from '../domain/reading.ts'
import { moveConsent } from '../store.server.ts'

/**
 * Marks one explanation item as read (S3 第3-2(3)ア). With the last one the explanation is complete, and
 * its time stands before any signature.
 * @returns the number of the next unread item, or null when all are read
 */
export async function readItem(
  ctx: Ctx,
  { consentId, no }: { consentId: string; no: number },
): Promise<Result<{ next: number | null }>> {
  return act(ctx, async (tx) => {
    const consent = await consentFor(tx, ctx, 'consent.explain', consentId)
    if (!consent) return refuse('notFound')
    const { bodyId, personId } = consent
    const reading = { itemNos: consent.text.items.map((item) => item.no), readNos: consent.reads.map((r) => r.no) }
    if (!reading.itemNos.includes(no)) return refuse('notFound')
    const after = { ...reading, readNos: [...reading.readNos, no] }
    if (reading.readNos.includes(no)) return ok({ next: nextUnread(reading) })
    if (consent.state !== 'explained') return refuse('notOpen')
    if (!canOpen(reading, no)) return refuse('itemNotOpen')
    const at = ctx.clock.now()
    await tx.explanationAck.createMany({
      data: [{ consentId, bodyId, personId, itemNo: no, at }],
      skipDuplicates: true,
    })
    if (completes(reading, no) && !(await moveConsent(tx, consent, { explainedAt: at }))) return refuse('stale')
    await audit(tx, {
      action: 'consent.readItem', entity: 'roster_consent', id: consentId, bodyId,
      detail: { item: no, textNo: consent.text.no },
    })
    return ok({ next: nextUnread(after) })
  })
}
