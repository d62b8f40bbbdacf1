/** States of a visit (訪問). */
export const visitStates = ['scheduled', 'held', 'cancelled'] as const
export type VisitState = (typeof visitStates)[number]

export const visitEvents = ['hold', 'cancel'] as const
export type VisitEvent = (typeof visitEvents)[number]

const transitions = {
  scheduled: { hold: 'held', cancel: 'cancelled' },
  held: {},
  cancelled: {},
} satisfies Record<VisitState, Partial<Record<VisitEvent, VisitState>>>

/** The state after an event, or null where it cannot happen. A cancelled visit never comes back. */
export function nextVisitState(state: VisitState, event: VisitEvent): VisitState | null {
  const moves: Partial<Record<VisitEvent, VisitState>> = transitions[state]
  return moves[event] ?? null
}

/** Why nothing more can happen to a visit that is over. */
export function overReason(state: VisitState): 'visit.done' | 'visit.cancelled' {
  return state === 'held' ? 'visit.done' : 'visit.cancelled'
}

/** Can a visit still be called off? Once somebody has arrived there is nothing to call off: it ends as it ended. */
export function checkCancel({ state, arrivedAt }: { state: VisitState; arrivedAt: Date | null }): 'visit.done' | 'visit.cancelled' | 'visit.arrived' | null {
  if (!nextVisitState(state, 'cancel')) return overReason(state)
  return arrivedAt ? 'visit.arrived' : null
}

/** What became of a held visit. None of them is a failure: `notMet` means waited, and a note was left. */
export const visitOutcomes = ['met', 'notMet', 'familyMet', 'turnedBack'] as const
export type VisitOutcome = (typeof visitOutcomes)[number]

/** True for a state as it stands in the database. */
export function asVisitState(text: string): VisitState {
  const state = visitStates.find((known) => known === text)
  if (!state) throw new RangeError('not a state of a visit')
  return state
}

/** The outcome of a row; null while the visit is not held. */
export function asOutcome(text: string | null): VisitOutcome | null {
  return visitOutcomes.find((known) => known === text) ?? null
}

/** Where a supporter stands in a visit: what the big button says next. */
export type VisitMoment = 'before' | 'early' | 'ready' | 'inside' | 'left' | 'held' | 'cancelled'

const earlyMs = 60 * 60_000

export interface VisitClock {
  state: VisitState
  startsAt: Date
  arrivedAt: Date | null
  leftAt: Date | null
}

/**
 * The moment of a visit for one supporter. 「着きました」 can be pressed from one hour before the start;
 * on the same day earlier than that it is `early`, on the days before it is `before`.
 */
export function visitMoment(visit: VisitClock, now: Date, sameDay: boolean): VisitMoment {
  if (visit.state === 'cancelled') return 'cancelled'
  if (visit.state === 'held') return 'held'
  if (visit.leftAt) return 'left'
  if (visit.arrivedAt) return 'inside'
  if (now.getTime() >= visit.startsAt.getTime() - earlyMs) return 'ready'
  return sameDay ? 'early' : 'before'
}
