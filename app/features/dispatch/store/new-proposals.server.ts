import { toDateColumn } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { RequestHead } from '../facts/request.ts'
import { slotsOf } from './request.server.ts'

/** To whom a request is put, until when, and a few words without names. */
export interface SendProposals {
  requestId: string
  /** Reconfirmations of the supporters asked. */
  reconfirmationIds: string[]
  dueOn: TokyoDay
  message: string | null
}

/** What every proposal of one sending shares. */
export interface NewProposals {
  willing: { id: string; personId: string }[]
  ladder: number
  dueOn: TokyoDay
  message: string | null
}

/** Writes the proposals: area, step and hour of the wish, never the client. */
export async function insertProposals(
  tx: Tx,
  ctx: Ctx,
  head: RequestHead,
  { willing, ladder, dueOn, message }: NewProposals,
): Promise<{ id: string; personId: string }[]> {
  const { bodyId, id: requestId, area } = head
  const [slot] = await slotsOf(tx, requestId)
  const rows = willing.map(({ id, personId }) => ({ id: ctx.ids.next(), personId, reconfirmationId: id }))
  await tx.proposal.createMany({
    data: rows.map((row) => ({
      ...row, bodyId, requestId, area, ladder, message,
      state: 'sent',
      weekday: slot?.weekday ?? null,
      part: slot?.part ?? null,
      answerDueOn: toDateColumn(dueOn),
      sentAt: ctx.clock.now(),
    })),
  })
  return rows
}
