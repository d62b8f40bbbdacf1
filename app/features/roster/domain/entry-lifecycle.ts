/** How a registration stands. `paused` is the supporter's own rest; a municipality only sees "not available". */
export const entryStates = ['active', 'paused', 'ended'] as const
export type EntryState = (typeof entryStates)[number]

export const entryEvents = ['pause', 'resume', 'end'] as const
export type EntryEvent = (typeof entryEvents)[number]

const transitions = {
  active: { pause: 'paused', end: 'ended' },
  paused: { resume: 'active', end: 'ended' },
  ended: {},
} satisfies Record<EntryState, Partial<Record<EntryEvent, EntryState>>>

/** The state after an event, or null where the event means nothing. An ended registration stays ended. */
export function entryAfter(state: EntryState, event: EntryEvent): EntryState | null {
  const moves: Partial<Record<EntryEvent, EntryState>> = transitions[state]
  return moves[event] ?? null
}
