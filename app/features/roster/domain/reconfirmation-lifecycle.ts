/** What a supporter answered to one municipality for one year (S3 第3-3(2)イ). */
export const reconfirmationStates = ['asked', 'willing', 'resting', 'declined', 'noAnswer'] as const
export type ReconfirmationState = (typeof reconfirmationStates)[number]

/** The three answers, all equal; none needs a reason. */
export const answers = ['willing', 'resting', 'declined'] as const
export type Answer = (typeof answers)[number]

export const reconfirmationEvents = ['willing', 'resting', 'declined', 'passDue'] as const
export type ReconfirmationEvent = (typeof reconfirmationEvents)[number]

const change = { willing: 'willing', resting: 'resting', declined: 'declined' } as const

// An answer may be changed at any time of the year, in any direction; silence is not an answer.
const transitions = {
  asked: { ...change, passDue: 'noAnswer' },
  willing: change,
  resting: change,
  declined: change,
  noAnswer: change,
} satisfies Record<ReconfirmationState, Partial<Record<ReconfirmationEvent, ReconfirmationState>>>

/** The state after an event, or null where the event means nothing. */
export function reconfirmationAfter(
  state: ReconfirmationState,
  event: ReconfirmationEvent,
): ReconfirmationState | null {
  const moves: Partial<Record<ReconfirmationEvent, ReconfirmationState>> = transitions[state]
  return moves[event] ?? null
}

/** Only who said "willing" this year, and has not withdrawn since, may be chosen (N3, N10). */
export function isSelectable(fact: { state: ReconfirmationState; revoked: boolean }): boolean {
  return fact.state === 'willing' && !fact.revoked
}
