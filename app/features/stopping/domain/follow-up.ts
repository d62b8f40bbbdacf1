/** What is left for staff after a stop. The stop itself has no states: it is in effect when it is received. */
export type FollowUpState = 'open' | 'done'
export type FollowUpEvent = 'finish'

export const transitions = {
  open: { finish: 'done' },
  done: {},
} satisfies Record<FollowUpState, Partial<Record<FollowUpEvent, FollowUpState>>>

/** The ways a stop can be said; every one has the same effect. */
export const stopChannels = ['card', 'code', 'phone', 'paper', 'viaSupporter', 'staff'] as const
export type StopChannel = (typeof stopChannels)[number]

/** The ways that staff write down for somebody who did not press the button. */
export const recordedChannels = ['phone', 'paper', 'viaSupporter', 'staff'] as const
export type RecordedChannel = (typeof recordedChannels)[number]

/** The next state, or null when the event has no meaning in this state. */
export function next(state: FollowUpState, event: FollowUpEvent): FollowUpState | null {
  const row: Partial<Record<FollowUpEvent, FollowUpState>> = transitions[state]
  return row[event] ?? null
}
