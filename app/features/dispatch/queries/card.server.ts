import QRCode from 'qrcode'
import { may } from '#app/access/policy.ts'
import { bodyNames, deskOf } from '#app/features/directory/queries.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import { cardToken, hashShortCode, shortCode } from '#app/platform/links.server.ts'
import { runtime } from '#app/platform/runtime.server.ts'
import type { CardActor } from '#app/shared/actor.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { picturePath } from '../domain/card-picture.ts'
import type { CardFacts, CardPromise, CardVisit, PrintedCard } from '../facts/card.ts'
import { cardRequest, ownConsent } from '../store/card.server.ts'
import { requestHead } from '../store/request.server.ts'

/** The client's page: the next visit, what was promised, who comes. Null when the card opens nothing. */
export async function getCardHome(ctx: Ctx): Promise<CardFacts | null> {
  const { actor } = ctx
  if (actor.kind !== 'card') return null
  return withActor(ctx, async (tx) => {
    const request = await cardRequest(tx, actor)
    if (!request) return null
    const dispatch = await tx.dispatch.findFirst({
      orderBy: { createdAt: 'desc' },
      select: { id: true, state: true, currentVersionId: true },
    })
    const names = await bodyNames(tx, [actor.bodyId])
    const supporters = dispatch && !request.stoppedAt ? await supporterNames(tx, dispatch.id) : []
    const facts: CardFacts = {
      desk: await deskOf(tx, actor.bodyId, ctx.clock.today()),
      bodyName: names.get(actor.bodyId) ?? '',
      stoppedAt: request.stoppedAt,
      dispatch: dispatch?.state ?? null,
      consentedAt: (await ownConsent(tx, actor))?.givenAt ?? null,
      visit: dispatch ? await nextVisit(tx, ctx, dispatch.id, supporters) : null,
      promise: dispatch?.currentVersionId ? await promiseOf(tx, dispatch.currentVersionId) : null,
      planWaits: (await waitingAnswers(tx, actor)) > 0,
      supporters,
    }
    await auditRead(tx, { action: 'card.view', entity: 'dispatch_request', id: actor.requestId })
    return facts
  })
}

async function waitingAnswers(tx: Tx, card: CardActor): Promise<number> {
  return tx.agreement.count({ where: { partyId: card.partyId, state: 'pending' } })
}

async function supporterNames(tx: Tx, dispatchId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ working_name: string; ended_at: Date | null }[]>`
    select working_name, ended_at from app.dispatch_supporters(${dispatchId}::uuid)`
  return rows.filter((row) => row.ended_at === null).map((row) => row.working_name)
}

async function nextVisit(tx: Tx, ctx: Ctx, dispatchId: string, supporters: string[]): Promise<CardVisit | null> {
  const visit = await tx.visit.findFirst({
    where: { dispatchId, state: 'scheduled', endsAt: { gt: ctx.clock.now() } },
    orderBy: { startsAt: 'asc' },
    select: { startsAt: true, endsAt: true, placeText: true },
  })
  return visit && { startsAt: visit.startsAt, endsAt: visit.endsAt, place: visit.placeText, supporters }
}

async function promiseOf(tx: Tx, planVersionId: string): Promise<CardPromise | null> {
  const row = await tx.planVersion.findUnique({
    where: { id: planVersionId },
    select: { purpose: true, doText: true, dontText: true, shareText: true },
  })
  return row && { planVersionId, purpose: row.purpose, dos: row.doText, donts: row.dontText, shares: row.shareText }
}

/** A card with its picture and code, for printing; making it visible is recorded. Null when it is not this desk's. */
export async function getPrintedCard(ctx: Ctx, requestId: string, cardId: string): Promise<PrintedCard | null> {
  if (!may(ctx.actor, 'card.issue') || !isUuid(requestId) || !isUuid(cardId)) return null
  return withActor(ctx, async (tx) => {
    const head = await requestHead(tx, ctx.actor, requestId)
    if (!head || !may(ctx.actor, 'card.issue', head)) return null
    const card = await tx.clientCard.findFirst({ where: { id: cardId, requestId: head.id, revokedAt: null } })
    if (!card) return null
    const desk = await deskOf(tx, head.bodyId, ctx.clock.today())
    await auditRead(tx, { action: 'card.print', entity: 'client_card', id: card.id })
    const base = `${runtime().env.publicOrigin}/card/`
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
