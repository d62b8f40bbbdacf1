import { toDateColumn } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import type { CardActor } from '#app/shared/actor.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { type ClientNote, noteKind } from '../domain/client-note.ts'

/** What a card may know of its request. */
export interface CardRequest {
  id: string
  bodyId: string
  state: string
  stoppedAt: Date | null
}

/** The request a card belongs to; null when it is gone. */
export async function cardRequest(tx: Tx, card: CardActor): Promise<CardRequest | null> {
  return tx.dispatchRequest.findUnique({
    where: { id: card.requestId },
    select: { id: true, bodyId: true, state: true, stoppedAt: true },
  })
}

/** The card holder's consent to coordination in force, or null. */
export async function ownConsent(tx: Tx, card: CardActor): Promise<{ id: string; givenAt: Date } | null> {
  return tx.coordinationConsent.findFirst({
    where: { requestId: card.requestId, partyId: card.partyId, withdrawnAt: null },
    orderBy: { givenAt: 'desc' },
    select: { id: true, givenAt: true },
  })
}

/** Leaves a note to the desk, due today; written without reading back, because a card may not see tasks. */
export async function leaveDeskNote(tx: Tx, ctx: Ctx, card: CardActor, note: ClientNote): Promise<string> {
  const id = ctx.ids.next()
  const { bodyId, requestId } = card
  await tx.task.createMany({
    data: [{ id, bodyId, requestId, kind: noteKind(note), dueOn: toDateColumn(ctx.clock.today()) }],
  })
  return id
}
