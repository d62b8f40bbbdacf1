/** States of a wish for support, in the order of the five steps. */
export const requestStates = ['draft', 'received', 'consented', 'coordinating', 'placed', 'closed'] as const
export type RequestState = (typeof requestStates)[number]

/** What can happen to a request; `stop` is the client's word and possible in every open state (N9). */
export type RequestEvent = 'receive' | 'consent' | 'search' | 'place' | 'stop' | 'close'

const end = { stop: 'closed', close: 'closed' } as const

/**
 * The one table of a request's states; what is missing is impossible. Coordination begins with the first
 * search, and no search is possible before the consent (S3 第3-3(3)イ). A consent taken back does not turn
 * the state back; it is a fact of its own, asked for by `checkSearch`.
 */
export const requestTransitions = {
  draft: { receive: 'received', ...end },
  received: { consent: 'consented', ...end },
  consented: { search: 'coordinating', ...end },
  coordinating: { search: 'coordinating', place: 'placed', ...end },
  placed: { search: 'placed', ...end },
  closed: {},
} satisfies Record<RequestState, Partial<Record<RequestEvent, RequestState>>>

/** The state after an event, or null where the event is impossible. */
export function nextRequestState(state: RequestState, event: RequestEvent): RequestState | null {
  const row: Partial<Record<RequestEvent, RequestState>> = requestTransitions[state]
  return row[event] ?? null
}

/** States in which the client can still say stop; derived from the table. */
export const openRequestStates: readonly RequestState[] = requestStates.filter(
  (state) => nextRequestState(state, 'stop') !== null,
)

/** Why no supporter may be looked for; null where one may. */
export type SearchRefusal = 'request.noConsent' | 'request.closed'

/**
 * May supporters be looked for and asked? Never before a consent to coordination that is in force, and
 * there is no way around it (N4, S3 第3-3(3)イ).
 * @param consents consents to coordination in force
 */
export function checkSearch(state: RequestState, consents: number): SearchRefusal | null {
  if (state === 'closed') return 'request.closed'
  return consents > 0 && nextRequestState(state, 'search') !== null ? null : 'request.noConsent'
}

/** Which of the five steps 希望 → 同意 → 候補 → 計画の合意 → 活動 a request is at (1–5); null when it is closed. */
export function stepOf(state: RequestState, consents: number, dispatch: string | null): 1 | 2 | 3 | 4 | 5 | null {
  if (state === 'closed') return null
  if (dispatch === 'active' || dispatch === 'paused' || dispatch === 'ended') return 5
  if (dispatch === 'preparing' || dispatch === 'agreed') return 4
  if (checkSearch(state, consents) === null) return 3
  return state === 'draft' ? 1 : 2
}
