/** How a consent to be on the roster stands. `explained` is the reading, before anything is signed. */
export const consentStates = ['explained', 'signed', 'withdrawn', 'lapsed'] as const
export type ConsentState = (typeof consentStates)[number]

export const consentEvents = ['sign', 'withdraw', 'lapse'] as const
export type ConsentEvent = (typeof consentEvents)[number]

/** The one table of moves (S3 第3-2(2)イ, (3)ア). */
const transitions = {
  explained: { sign: 'signed' },
  signed: { withdraw: 'withdrawn', lapse: 'lapsed' },
  withdrawn: {},
  lapsed: {},
} satisfies Record<ConsentState, Partial<Record<ConsentEvent, ConsentState>>>

/** How far somebody has come. */
interface Way {
  state: ConsentState
  explainedAt: Date | null
  chosenAt: Date | null
}

/** The state after an event, or null where the event means nothing in this state. */
export function afterEvent(state: ConsentState, event: ConsentEvent): ConsentState | null {
  const moves: Partial<Record<ConsentEvent, ConsentState>> = transitions[state]
  return moves[event] ?? null
}

/**
 * True between the reading and the choosing: everything was explained, and what may stand on the roster has not been
 * chosen. Nothing chosen is not the same as chosen to list nothing, so nothing is signed or printed until then.
 */
export function isToChoose({ state, explainedAt, chosenAt }: Way): boolean {
  return state === 'explained' && explainedAt !== null && chosenAt === null
}

/** States that nothing leaves. */
export const closedConsentStates = consentStates.filter((state) => Object.keys(transitions[state]).length === 0)
