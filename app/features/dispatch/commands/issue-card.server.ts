import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import { cardToken, hashShortCode, hashToken, shortCode } from '#app/platform/links.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { cardExpiresOn } from '../domain/card.ts'
import { requestHead } from '../store/request.server.ts'

/**
 * Makes a party's card: a link as a picture and a short code, no account (N9). An earlier card of the same
 * party stops working in the same moment. Only hashes are stored.
 */
export async function issueCard(
  ctx: Ctx,
  input: { requestId: string; partyId: string },
): Promise<Result<{ cardId: string }>> {
  const { actor } = ctx
  if (
    actor.kind !== 'staff' || !may(actor, 'card.issue') || !isUuid(input.requestId) || !isUuid(input.partyId)
  ) {
    return refuse('notFound')
  }
  return act(ctx, async (tx) => {
    const head = await requestHead(tx, actor, input.requestId)
    if (!head || !may(actor, 'card.issue', head)) return refuse('notFound')
    if (head.stoppedAt) return refuse('request.closed')
    const party = await tx.dispatchParty.findFirst({ where: { id: input.partyId, requestId: head.id } })
    if (!party) return refuse('notFound')
    const { bodyId, id: requestId } = head
    await tx.clientCard.updateMany({
      where: { partyId: party.id, revokedAt: null },
      data: { revokedAt: ctx.clock.now() },
    })
    const cardId = ctx.ids.next()
    const expiresOn = cardExpiresOn(ctx.clock.today())
    await tx.clientCard.createMany({
      data: [
        {
          id: cardId, bodyId, requestId, partyId: party.id, issuedBy: actor.personId,
          tokenHash: hashToken(cardToken(cardId)),
          codeHash: hashShortCode(shortCode(cardId)),
          expiresOn: toDateColumn(expiresOn),
        },
      ],
    })
    await audit(tx, { action: 'card.issue', entity: 'client_card', id: cardId, detail: { request: requestId, expiresOn } })
    return ok({ cardId })
  })
}
