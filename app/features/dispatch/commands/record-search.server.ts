import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { noteKind } from '../domain/client-note.ts'
import { checkSearch, nextRequestState } from '../domain/request-lifecycle.ts'
import { consentsInForce, requestHead, slotsOf } from '../store/request.server.ts'

/**
 * Records a search for supporters before anybody is shown; the first one starts the coordination. Refused
 * without a consent to coordination in force (N4, S3 第3-3(3)イ), here in words and again by the wall YN041.
 */
export async function recordSearch(
  ctx: Ctx,
  input: { requestId: string; version: number },
): Promise<Result<{ requestId: string }>> {
  const { actor } = ctx
  if (
    actor.kind !== 'staff' || !may(actor, 'candidate.search') || !isUuid(input.requestId)
  ) {
    return refuse('notFound')
  }
  return act(ctx, async (tx) => {
    const head = await requestHead(tx, actor, input.requestId)
    if (!head || !may(actor, 'candidate.search', head)) return refuse('notFound')
    const refusal = checkSearch(head.state, await consentsInForce(tx, head.id))
    const state = nextRequestState(head.state, 'search')
    if (refusal || !state) return refuse(refusal ?? 'request.noConsent')
    const now = ctx.clock.now()
    const coordinationStartedAt = head.coordinationStartedAt ?? after(head.consentedAt, now)
    const moved = await tx.dispatchRequest.updateMany({
      where: { id: head.id, version: input.version, stoppedAt: null },
      data: { state, coordinationStartedAt, version: { increment: 1 } },
    })
    if (moved.count !== 1) return refuse('stale')
    await finishConsentNotes(tx, head.id, actor.personId, now)
    const slots = (await slotsOf(tx, head.id)).map(({ weekday, part }) => `${weekday}:${part}`)
    const criteria = { area: head.area, ladder: head.ladderMax, peer: head.peer, slots }
    const id = ctx.ids.next()
    const { bodyId, id: requestId } = head
    await tx.candidateSearch.createMany({
      data: [{ id, bodyId, requestId, searchedBy: actor.personId, at: now, criteria }],
    })
    const detail = { request: requestId, ladder: head.ladderMax, slots: slots.length }
    await audit(tx, { action: 'candidate.search', entity: 'candidate_search', id, detail })
    return ok({ requestId })
  })
}

/** The present, or the first millisecond after the consent where both fall on the same one. */
function after(consentedAt: Date | null, now: Date): Date {
  return consentedAt && now <= consentedAt ? new Date(consentedAt.getTime() + 1) : now
}

/** The news that the client consented has been acted upon. */
async function finishConsentNotes(tx: Tx, requestId: string, doneBy: string, doneAt: Date): Promise<void> {
  await tx.task.updateMany({
    where: { requestId, kind: noteKind('consented'), state: 'open' },
    data: { state: 'done', doneAt, doneBy, version: { increment: 1 } },
  })
}
