import type { ApplicationState } from './types.ts'

export const applicationEvents = ['accept', 'waitlist', 'decline', 'complete', 'notComplete', 'withdraw'] as const
export type ApplicationEvent = (typeof applicationEvents)[number]

/** How an application moves; what is not written here does not happen. */
const transitions = {
  submitted: { accept: 'accepted', waitlist: 'waitlisted', decline: 'declined', withdraw: 'withdrawn' },
  waitlisted: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  accepted: { complete: 'completed', notComplete: 'notCompleted', withdraw: 'withdrawn' },
  declined: {},
  completed: {},
  notCompleted: {},
  withdrawn: {},
} satisfies Record<ApplicationState, Partial<Record<ApplicationEvent, ApplicationState>>>

/** The state after an event, or null where the event is not possible. */
export function nextState(state: ApplicationState, event: ApplicationEvent): ApplicationState | null {
  const moves: Partial<Record<ApplicationEvent, ApplicationState>> = transitions[state]
  return moves[event] ?? null
}

/** States in which something can still happen. */
export const openStates = (Object.keys(transitions) as ApplicationState[]).filter(
  (state) => Object.keys(transitions[state]).length > 0,
)

/** States that wait for the training body's answer. */
export const undecidedStates = openStates.filter((state) => nextState(state, 'accept') !== null)

/** True while somebody takes a seat in the course, or took it. */
export function holdsSeat(state: ApplicationState): boolean {
  return state === 'accepted' || state === 'completed' || state === 'notCompleted'
}
