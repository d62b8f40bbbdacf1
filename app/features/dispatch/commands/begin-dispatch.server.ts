import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { nextDispatchState } from '../domain/dispatch-lifecycle.ts'
import { nextRequestState, type RequestState } from '../domain/request-lifecycle.ts'
import { holdDispatch, loadDispatch, loadPlan } from '../store/plans.server.ts'

/** Begins the visits: only now can one be booked. Everybody must have agreed to the version in force (N6). */
export async function beginDispatch(ctx: Ctx, input: { dispatchId: string; version: number }): Promise<Result<{ dispatchId: string }>> {
  if (!isUuid(input.dispatchId)) return refuse('notFound')
  return act(ctx, async (tx) => {
    const dispatch = await loadDispatch(tx, input.dispatchId)
    if (!dispatch || !may(ctx.actor, 'dispatch.begin', { bodyId: dispatch.bodyId })) return refuse('notFound')
    const state = nextDispatchState(dispatch.state, 'begin')
    if (!state) return refuse(dispatch.state === 'stopped' ? 'dispatch.stopped' : 'dispatch.notAgreed')
    const plan = dispatch.currentVersionId && (await loadPlan(tx, dispatch.currentVersionId))
    const today = ctx.clock.today()
    if (!plan) return refuse('dispatch.notAgreed')
    if (plan.text.to < today) return refuse('dispatch.periodOver')
    await placeRequest(tx, dispatch.requestId)
    await holdDispatch(tx, dispatch.id)
    const begun = await tx.dispatch.updateMany({
      where: { id: dispatch.id, version: input.version, state: dispatch.state },
      data: { state, startedOn: toDateColumn(today), updatedAt: ctx.clock.now(), version: { increment: 1 } },
    })
    if (begun.count !== 1) return refuse('stale')
    await audit(tx, { action: 'dispatch.begin', entity: 'dispatch', id: dispatch.id, detail: { plan: plan.no } })
    return ok({ dispatchId: dispatch.id })
  })
}

/** The request has found its supporters. It comes before the dispatch in the order of locks. */
async function placeRequest(tx: Tx, requestId: string | null): Promise<void> {
  if (!requestId) return
  const request = await tx.dispatchRequest.findUniqueOrThrow({ where: { id: requestId }, select: { state: true } })
  const state = nextRequestState(request.state as RequestState, 'place')
  if (!state) return
  await tx.dispatchRequest.updateMany({
    where: { id: requestId, state: request.state },
    data: { state, version: { increment: 1 } },
  })
}
