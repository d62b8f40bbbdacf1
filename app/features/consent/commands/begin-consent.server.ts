import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { textInForce } from '../store.server.ts'

/**
 * A completed trainee begins to read what registration means (S3 第3-2(3)ア). Beginning twice leads to
 * the same reading; after a withdrawal a new one begins.
 * @returns the consent's id, for `/my/consent/:consentId`
 */
export async function beginConsent(
  ctx: Ctx,
  { completionId }: { completionId: string },
): Promise<Result<{ consentId: string }>> {
  if (!isUuid(completionId)) return refuse('notFound')
  return act(ctx, async (tx) => {
    const completion = await tx.completion.findFirst({
      where: { id: completionId, voidedAt: null },
      select: { bodyId: true, personId: true },
    })
    if (!completion || !may(ctx.actor, 'consent.explain', completion)) return refuse('notFound')
    const { bodyId, personId } = completion
    const open = await tx.rosterConsent.findFirst({
      where: { bodyId, personId, state: { in: ['explained', 'signed'] } },
      orderBy: { createdAt: 'desc' },
      select: { id: true },
    })
    if (open) return ok({ consentId: open.id })
    const text = await textInForce(tx, bodyId, ctx.clock.today())
    if (!text) return refuse('noText')
    const consentId = ctx.ids.next()
    await tx.rosterConsent.createMany({
      data: [{ id: consentId, bodyId, personId, textId: text.id, state: 'explained' }],
    })
    await audit(tx, { action: 'consent.begin', entity: 'roster_consent', id: consentId, bodyId })
    return ok({ consentId })
  })
}
