import type { Actor } from '#app/access/actor.ts'
import type { DispatchFacts } from '#app/features/dispatch/facts/dispatch-page.ts'
import { presentDispatch } from '#app/features/dispatch/presenter/dispatch-page.ts'
import type { DispatchPageView } from '#app/features/dispatch/views/dispatch-page.ts'
import type { VisitLineFacts } from '../facts/activity.ts'
import type { VisitLine } from '../views/activity.ts'
import { presentVisits } from './visits.ts'

/** A dispatch and what was done in it, for its page at the desk. */
export function presentDispatchDesk(
  { dispatch, visits }: { dispatch: DispatchFacts; visits: VisitLineFacts[] },
  actor: Actor,
  now: Date,
): { dispatch: DispatchPageView; visits: VisitLine[] } {
  return {
    dispatch: presentDispatch(dispatch, actor, now),
    visits: presentVisits(visits, actor, dispatch.head.bodyId),
  }
}
