import { bodyNames, deskOf } from '#app/features/directory/queries.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { CardActor } from '#app/shared/actor.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { CardFacts, CardPromise, CardVisit } from '../facts/card.ts'
import { cardRequest, ownConsent } from '../store/card.server.ts'

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
