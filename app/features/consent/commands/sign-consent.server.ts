import { audit } from '#app/platform/audit.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { consentFor } from '../access.server.ts'
import { afterEvent, isToChoose } from '../domain/lifecycle.ts'
import { waitingPaper } from '../domain/paper.ts'
import { isDrawn, parseInk, printedInk } from '../domain/strokes.ts'
import { seal, type Sealing } from '../sealing.server.ts'

export interface SignConsent {
  consentId: string
  version: number
  /** The drawn strokes as JSON. */
  strokes: string
  proxy: Sealing['proxy']
}

/**
 * The signature by hand on the screen (S3 第3-2(2)イ). Only after every item was read and the choices were made; seals the text,
 * the choices and the recipients, and issues the form as PDF with a copy notice by mail.
 */
export async function signConsent(
  ctx: Ctx,
  { consentId, version, strokes, proxy }: SignConsent,
): Promise<Result<null>> {
  const ink = parseInk(strokes)
  if (!ink || !isDrawn(ink)) return refuse('strokes', { field: 'strokes' })
  const inkSha256 = sha256(strokes)
  return act(ctx, async (tx) => {
    const consent = await consentFor(tx, ctx, 'consent.sign', consentId)
    if (!consent) return refuse('notFound')
    if (consent.state === 'signed') return refuse('alreadySigned')
    if (!afterEvent(consent.state, 'sign')) return refuse('notOpen')
    const { explainedAt } = consent
    if (!explainedAt) return refuse('notRead')
    if (isToChoose(consent)) return refuse('notChosen')
    if (waitingPaper(consent.papers)) return refuse('paperWaiting')
    const signedAt = ctx.clock.now()
    if (signedAt <= explainedAt) return refuse('tooSoon')
    const sealed = await seal(tx, ctx, { ...consent, explainedAt, version }, {
      method: 'drawn',
      signedAt,
      inkSha256,
      strokes,
      proxy,
      identity: { kind: 'account' },
      onPaper: { method: 'drawn', signedAt: signedAt.toISOString(), strokes: printedInk(ink) },
    })
    if (!sealed) return refuse('stale')
    const { bodyId, personId } = consent
    await enqueueMail(tx, ctx, {
      bodyId, personId, kind: 'consent.signedCopy', dedupeKey: `consent.signedCopy:${consentId}`,
      props: { consentId, signedOn: ctx.clock.today() },
    })
    await audit(tx, {
      action: 'consent.sign', entity: 'roster_consent', id: consentId, bodyId,
      detail: { textNo: consent.text.no, method: 'drawn', proxy: proxy !== null },
    })
    return ok(null)
  })
}
