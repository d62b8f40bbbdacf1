import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { canonicalText, type ConsentText } from '../domain/text.ts'

export interface PublishText extends Omit<ConsentText, 'no'> {
  inForceFrom: TokyoDay
}

/**
 * Publishes the next version of a body's consent text with its explanation items (S3 第3-2(3)ア). Earlier
 * versions stay as they are: who signed one has signed that one.
 */
export async function publishText(
  ctx: Ctx,
  { title, wording, items, inForceFrom }: PublishText,
): Promise<Result<{ textId: string; no: number }>> {
  const { actor } = ctx
  if (actor.kind !== 'staff') return refuse('notAllowed')
  const { bodyId } = actor
  if (!may(actor, 'roster.register', { bodyId })) return refuse('notAllowed')
  return act(ctx, async (tx) => {
    const last = await tx.consentText.findFirst({ where: { bodyId }, orderBy: { no: 'desc' }, select: { no: true } })
    const no = (last?.no ?? 0) + 1
    const textId = ctx.ids.next()
    await tx.consentText.create({
      data: {
        id: textId,
        bodyId,
        no,
        title,
        body: { ...wording },
        sha256: sha256(canonicalText({ no, title, wording, items })),
        inForceFrom: toDateColumn(inForceFrom),
      },
    })
    await tx.explanationItem.createMany({ data: items.map((item) => ({ textId, bodyId, ...item })) })
    await audit(tx, { action: 'consentText.publish', entity: 'consent_text', id: textId, detail: { no } })
    return ok({ textId, no })
  })
}
