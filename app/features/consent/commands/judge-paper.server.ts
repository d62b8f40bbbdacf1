import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { tokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { consentFor } from '../access.server.ts'
import { afterEvent, isToChoose } from '../domain/lifecycle.ts'
import { waitingPaper } from '../domain/paper.ts'
import { seal, type Sealing } from '../sealing.server.ts'
import { moveConsent } from '../store.server.ts'

export interface ConfirmPaper {
  consentId: string
  version: number
  /** The day written on the paper. */
  signedOn: TokyoDay
  proxy: Sealing['proxy']
}

/**
 * The office has looked at the paper: it is signed. From now on it counts like a signature on the
 * screen (S3 第3-2(2)イ). The day on the paper lies between the end of the explanation and today.
 */
export async function confirmPaper(
  ctx: Ctx,
  { consentId, version, signedOn, proxy }: ConfirmPaper,
): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.kind !== 'staff') return refuse('notAllowed')
  return act(ctx, async (tx) => {
    const consent = await consentFor(tx, ctx, 'consent.confirmPaper', consentId)
    if (!consent) return refuse('notFound')
    const { explainedAt } = consent
    if (!afterEvent(consent.state, 'sign') || !explainedAt) return refuse('notOpen')
    const paper = waitingPaper(consent.papers)
    if (!paper) return refuse('noPaper')
    if (isToChoose(consent)) return refuse('notChosenByOwner')
    const [signedAt, today] = [ctx.clock.now(), ctx.clock.today()]
    if (signedOn > today || signedOn < tokyoDay(explainedAt)) {
      return refuse('signedBeforeRead', { field: 'signedOn' })
    }
    if (signedAt <= explainedAt) return refuse('tooSoon')
    const receivedOn = tokyoDay(paper.uploadedAt)
    const sealed = await seal(tx, ctx, { ...consent, explainedAt, version }, {
      method: 'paperScan',
      signedAt,
      inkSha256: Uint8Array.from(Buffer.from(paper.sha256, 'hex')),
      strokes: null,
      proxy,
      identity: { kind: 'staff', personId: actor.personId },
      onPaper: { method: 'paper', signedOn, receivedOn, scanSha256: paper.sha256 },
    })
    if (!sealed) return refuse('stale')
    await tx.consentPaper.updateMany({
      where: { id: paper.id, confirmedAt: null, rejectedAt: null },
      data: { confirmedAt: signedAt, confirmedBy: actor.personId, version: { increment: 1 } },
    })
    const { bodyId, personId } = consent
    await enqueueMail(tx, ctx, {
      bodyId, personId, kind: 'consent.paperReceived', dedupeKey: `consent.paperReceived:${paper.id}`,
      props: { consentId, receivedOn },
    })
    await audit(tx, {
      action: 'consent.confirmPaper', entity: 'roster_consent', id: consentId,
      detail: { textNo: consent.text.no, method: 'paperScan', signedOn, proxy: proxy !== null },
    })
    return ok(null)
  })
}

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
