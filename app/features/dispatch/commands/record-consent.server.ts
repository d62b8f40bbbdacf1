import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { type TokyoDay, tokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { highestFor } from '../domain/ladder.ts'
import type { ConsentMethod } from '../domain/request.ts'
import { requestHead } from '../store/request.server.ts'

/** A consent that reached the desk in another way than by the card. */
export interface RecordConsent {
  requestId: string
  partyId: string
  method: Exclude<ConsentMethod, 'card'>
  on: TokyoDay
  /** Tokyo clock time, '14:30'. */
  at: string
  /** The highest step the client allows now; null leaves it. */
  ladder: number | null
  /** Version of the request that was on the screen. */
  version: number
}

/** Staff write down a consent to coordination given in person, by phone or on paper (S3 第3-3(3)イ). */
export async function recordConsent(ctx: Ctx, input: RecordConsent): Promise<Result<{ requestId: string }>> {
  const { actor } = ctx
  if (
    actor.kind !== 'staff' || !may(actor, 'coordination.record') || !isUuid(input.requestId) || !isUuid(input.partyId)
  ) {
    return refuse('notFound')
  }
  const givenAt = tokyoInstant(input.on, input.at)
  if (givenAt > ctx.clock.now()) return refuse('consent.inFuture', { field: 'on' })
  return act(ctx, async (tx) => {
    const head = await requestHead(tx, actor, input.requestId)
    if (!head || !may(actor, 'coordination.record', head)) return refuse('notFound')
    if (head.stoppedAt || head.state === 'closed') return refuse('request.closed')
    if (head.receivedAt && input.on < tokyoDay(head.receivedAt)) return refuse('consent.beforeRequest', { field: 'on' })
    const party = await tx.dispatchParty.findFirst({
      where: { id: input.partyId, requestId: head.id },
      include: { coordinationConsents: { where: { withdrawnAt: null }, select: { id: true } } },
    })
    if (!party) return refuse('request.member', { field: 'party' })
    if (party.coordinationConsents.length > 0) return refuse('consent.alreadyGiven', { field: 'party' })
    const most = party.kind === 'person' ? 7 : highestFor(head.wish)
    const ladder = input.ladder ?? head.ladderMax
    if (input.ladder !== null && input.ladder > most) {
      return refuse('request.ladderTooHigh', { field: 'ladder' })
    }
    // the request first: it is the anchor that a stop and a search lock too
    const moved = await tx.dispatchRequest.updateMany({
      where: { id: head.id, version: input.version, stoppedAt: null },
      data: { ladderMax: ladder, version: { increment: 1 } },
    })
    if (moved.count !== 1) return refuse('stale')
    const id = ctx.ids.next()
    const { bodyId, id: requestId } = head
    await tx.coordinationConsent.createMany({
      data: [{ id, bodyId, requestId, partyId: party.id, givenAt, method: input.method, recordedBy: actor.personId }],
    })
    const detail = { request: requestId, method: input.method, ladder }
    await audit(tx, { action: 'coordination.record', entity: 'coordination_consent', id, detail })
    return ok({ requestId })
  })
}
