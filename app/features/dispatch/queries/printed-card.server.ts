import QRCode from 'qrcode'
import { may } from '#app/access/policy.ts'
import { deskOf } from '#app/features/directory/queries.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { cardToken, hashShortCode, shortCode } from '#app/platform/links.server.ts'
import { here } from '#app/platform/here.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { picturePath } from '../domain/card-picture.ts'
import type { PrintedCard } from '../facts/card.ts'
import { requestHead } from '../store/request.server.ts'

/** A card with its picture and code, for printing; making it visible is recorded. Null when it is not this desk's. */
export async function getPrintedCard(ctx: Ctx, requestId: string, cardId: string): Promise<PrintedCard | null> {
  if (!may(ctx.actor, 'card.issue') || !isUuid(cardId)) return null
  return withActor(ctx, async (tx) => {
    const head = await requestHead(tx, ctx.actor, requestId)
    if (!head || !may(ctx.actor, 'card.issue', head)) return null
    const card = await tx.clientCard.findFirst({ where: { id: cardId, requestId: head.id, revokedAt: null } })
    if (!card) return null
    const desk = await deskOf(tx, head.bodyId, ctx.clock.today())
    await auditRead(tx, { action: 'card.print', entity: 'client_card', id: card.id })
    const base = `${here().env.publicOrigin}/card/`
    const address = base + cardToken(card.id)
    const code = shortCode(card.id)
    const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' })
    return {
      cardId: card.id,
      address,
      code,
      codeAddress: base + code,
      picture: picturePath(modules.size, (row, column) => modules.get(row, column) === 1),
      expiresOn: fromDateColumn(card.expiresOn),
      desk,
    }
  })
}

/** The secret behind what stands in a card's address: the long form itself, or the one a short code belongs to. */
export async function secretOfCard(ctx: Ctx, typed: string): Promise<string | null> {
  const hash = hashShortCode(typed)
  if (!hash) return /^[\w-]{43}$/.test(typed) ? typed : null
  const rows = await withActor(ctx, (tx) => tx.$queryRaw<{ id: string | null }[]>`
    select app.card_by_code(${hash}::bytea)::text as id`)
  const id = rows[0]?.id
  return id ? cardToken(id) : null
}
