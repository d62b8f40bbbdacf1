import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { consentFor } from '../access.server.ts'
import { isToChoose } from '../domain/lifecycle.ts'
import { waitingPaper } from '../domain/paper.ts'
import { moveConsent } from '../store.server.ts'
import type { Choices } from '../views.ts'

export interface ChooseItems extends Choices {
  consentId: string
  version: number
}

/**
 * Notes which items may stand on the roster beside the name: each free, until the signature; a paper that waits to be
 * looked at is one, and carries what was chosen.
 */
export async function chooseItems(
  ctx: Ctx,
  { consentId, version, phone, address, peer, photo }: ChooseItems,
): Promise<Result<null>> {
  return act(ctx, async (tx) => {
    const consent = await consentFor(tx, ctx, 'consent.explain', consentId)
    if (!consent) return refuse('notFound')
    if (consent.state !== 'explained') return refuse('notOpen')
    if (!consent.explainedAt) return refuse('notRead')
    if (waitingPaper(consent.papers) && !isToChoose(consent)) return refuse('paperWaiting')
    const chosen = { allowPhone: phone, allowAddress: address, allowPeer: peer, allowPhoto: photo }
    const change = { ...chosen, chosenAt: ctx.clock.now() }
    if (!(await moveConsent(tx, { ...consent, version }, change))) return refuse('stale')
    await audit(tx, {
      action: 'consent.choose', entity: 'roster_consent', id: consentId, bodyId: consent.bodyId,
      detail: { phone, address, peer, photo },
    })
    return ok(null)
  })
}
