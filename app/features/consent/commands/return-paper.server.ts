import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { consentFor } from '../access.server.ts'
import { moveConsent, waitingPaper } from '../store.server.ts'

/** The paper cannot be taken (unreadable, not signed …): back with the reason, and both ways stay open. */
export async function returnPaper(
  ctx: Ctx,
  { consentId, version, reason }: { consentId: string; version: number; reason: string },
): Promise<Result<null>> {
  return act(ctx, async (tx) => {
    const consent = await consentFor(tx, ctx, 'consent.confirmPaper', consentId)
    if (!consent) return refuse('notFound')
    const paper = consent.state === 'explained' ? waitingPaper(consent.papers) : null
    if (!paper) return refuse('noPaper')
    if (!(await moveConsent(tx, { ...consent, version }, {}))) return refuse('stale')
    await tx.consentPaper.updateMany({
      where: { id: paper.id, confirmedAt: null, rejectedAt: null },
      data: { rejectedAt: ctx.clock.now(), rejectReason: reason, version: { increment: 1 } },
    })
    const { bodyId, personId } = consent
    await enqueueMail(tx, ctx, {
      bodyId, personId, kind: 'consent.paperReturned', dedupeKey: `consent.paperReturned:${paper.id}`,
      props: { consentId },
    })
    await audit(tx, { action: 'consent.returnPaper', entity: 'roster_consent', id: consentId, detail: { paper: paper.id } })
    return ok(null)
  })
}
