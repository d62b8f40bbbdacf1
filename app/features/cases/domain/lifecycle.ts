import type { CaseState } from './types.ts'

/** What can happen to a case. */
export type CaseEvent = 'close' | 'reopen'

/** The one table of a case's states; what is missing is impossible. */
export const caseTransitions = {
  open: { close: 'closed' },
  closed: { reopen: 'open' },
} satisfies Record<CaseState, Partial<Record<CaseEvent, CaseState>>>

/** The state after an event, or null where the event is impossible. */
export function nextCaseState(state: CaseState, event: CaseEvent): CaseState | null {
  const row: Partial<Record<CaseEvent, CaseState>> = caseTransitions[state]
  return row[event] ?? null
}

/** True where contacts and hearing sheets may be added. */
export function isOpenCase(state: CaseState): boolean {
  return nextCaseState(state, 'close') !== null
}
