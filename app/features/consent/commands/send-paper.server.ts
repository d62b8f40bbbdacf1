import { audit } from '#app/platform/audit.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { consentFor } from '../access.server.ts'
import { isToChoose } from '../domain/lifecycle.ts'
import { checkPaper, waitingPaper } from '../domain/paper.ts'
import { moveConsent } from '../store.server.ts'

export interface SendPaper {
  consentId: string
  version: number
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Takes a photo or scan of the paper signed by hand: from its owner, or from the office when it came by
 * post. The file is known by its first bytes, hashed and kept, and never opened by the server.
 */
export async function sendPaper(ctx: Ctx, { consentId, version, bytes }: SendPaper): Promise<Result<null>> {
  const verdict = checkPaper(bytes)
  if ('refuse' in verdict) return refuse(verdict.refuse, { field: 'paper' })
  const digest = sha256(bytes)
  const action = ctx.actor.kind === 'staff' ? 'consent.confirmPaper' : 'consent.sign'
  return act(ctx, async (tx) => {
    const consent = await consentFor(tx, ctx, action, consentId)
    if (!consent) return refuse('notFound')
    if (consent.state !== 'explained') return refuse('notOpen')
    if (!consent.explainedAt) return refuse('notRead')
    if (isToChoose(consent)) return refuse(ctx.actor.kind === 'staff' ? 'notChosenByOwner' : 'notChosen')
    if (waitingPaper(consent.papers)) return refuse('paperWaiting')
    const { bodyId, personId } = consent
    if (!(await moveConsent(tx, { ...consent, version }, {}))) return refuse('stale')
    await tx.storedFile.createMany({
      data: [{ sha256: digest, size: bytes.length, mime: verdict.accept, bytes }],
      skipDuplicates: true,
    })
    await tx.consentPaper.createMany({
      data: [
        { id: ctx.ids.next(), bodyId, consentId, personId, fileSha256: digest, uploadedAt: ctx.clock.now() },
      ],
    })
    await audit(tx, {
      action: 'consent.sendPaper', entity: 'roster_consent', id: consentId, bodyId,
      detail: { sha256: Buffer.from(digest).toString('hex'), bytes: bytes.length },
    })
    return ok(null)
  })
}
