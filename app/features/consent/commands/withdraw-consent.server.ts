import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { consentFor } from '../access.server.ts'
import { afterEvent } from '../domain/lifecycle.ts'

/**
 * 同意を取りやめる: one press, no reason. In the same transaction the database ends the registration,
 * hides the data at every holder, asks each to remove it, takes back answers and cancels proposals (N10).
 */
export async function withdrawConsent(
  ctx: Ctx,
  { consentId }: { consentId: string },
): Promise<Result<null>> {
  return act(ctx, async (tx) => {
    const consent = await consentFor(tx, ctx, 'consent.withdraw', consentId)
    if (!consent) return refuse('notFound')
    if (consent.state === 'withdrawn') return ok(null)
    if (!afterEvent(consent.state, 'withdraw')) return refuse('notSigned')
    const { bodyId } = consent
    // Whatever else changed meanwhile, the word counts: only the state is asked for, not the version.
    await tx.rosterConsent.updateMany({
      where: { id: consentId, state: 'signed' },
      data: { state: 'withdrawn', withdrawnAt: ctx.clock.now(), version: { increment: 1 } },
    })
    await audit(tx, { action: 'consent.withdraw', entity: 'roster_consent', id: consentId, bodyId })
    return ok(null)
  }, { quietMail: true })
}
