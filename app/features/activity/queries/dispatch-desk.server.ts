import type { DispatchFacts } from '#app/features/dispatch/facts/dispatch-page.ts'
import { getDispatch } from '#app/features/dispatch/queries/dispatch-page.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { VisitLineFacts } from '../facts/activity.ts'
import { visitsOf } from './visits.server.ts'

/** One dispatch with its plans, visits and reports; null when it is not there for this reader. */
export async function getDispatchDesk(
  ctx: Ctx,
  dispatchId: string,
): Promise<{ dispatch: DispatchFacts; visits: VisitLineFacts[] } | null> {
  const dispatch = await getDispatch(ctx, dispatchId)
  return dispatch && { dispatch, visits: await visitsOf(ctx, dispatchId) }
}
