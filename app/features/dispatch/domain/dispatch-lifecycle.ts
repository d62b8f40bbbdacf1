/** States of a dispatch (派遣). `preparing`: a plan is being made, so that a stop has something to stop. */
export const dispatchStates = ['preparing', 'agreed', 'active', 'paused', 'stopped', 'ended'] as const
export type DispatchState = (typeof dispatchStates)[number]

/**
 * What can happen to a dispatch. `agree`: everybody has agreed to one plan version. `stop`: the client's word,
 * a withdrawn consent or an emergency. `end`: completed as planned.
 */
export const dispatchEvents = ['agree', 'begin', 'pause', 'resume', 'stop', 'end'] as const
export type DispatchEvent = (typeof dispatchEvents)[number]

/** The one table of moves. A newer agreed version leaves a running dispatch as it is. */
const transitions = {
  preparing: { agree: 'agreed', stop: 'stopped' },
  agreed: { agree: 'agreed', begin: 'active', pause: 'paused', stop: 'stopped' },
  active: { agree: 'active', pause: 'paused', stop: 'stopped', end: 'ended' },
  paused: { agree: 'paused', resume: 'active', stop: 'stopped', end: 'ended' },
  stopped: {},
  ended: {},
} satisfies Record<DispatchState, Partial<Record<DispatchEvent, DispatchState>>>

/** The state after an event, or null where the event cannot happen. */
export function nextDispatchState(state: DispatchState, event: DispatchEvent): DispatchState | null {
  const moves: Partial<Record<DispatchEvent, DispatchState>> = transitions[state]
  return moves[event] ?? null
}

/** States in which a stop is still to be heard; the others are closed for good. */
export const openDispatchStates = dispatchStates.filter((state) => nextDispatchState(state, 'stop') !== null)

/** True while a dispatch is neither stopped nor ended. */
export function isOpenDispatch(state: DispatchState): boolean {
  return openDispatchStates.includes(state)
}

/** True for a state as it stands in the database. */
export function isDispatchState(text: string): text is DispatchState {
  return (dispatchStates as readonly string[]).includes(text)
}

/** The state of a row; throws when the database holds a word that is none. */
export function asDispatchState(text: string): DispatchState {
  if (!isDispatchState(text)) throw new RangeError('not a state of a dispatch')
  return text
}
