/** What the database said when it refused: SQLSTATE and, where it names one, the constraint. */
export interface SqlState {
  code: string
  constraint?: string
}

/** The codes of our own guards: `YN` + invariant number + variant. */
export function isWallCode(code: string): boolean {
  return /^YN\d{3}$/.test(code)
}

/** Constraints whose refusal is an expected answer, by name. */
const constraintReasons: Record<string, string> = {
  roster_consent_explained_first: 'wall.YN010',
  request_consent_first: 'wall.YN041',
  dispatch_needs_plan: 'wall.YN061',
  visit_no_overlap: 'wall.YN070',
}

/**
 * The refusal code for what the database said, or null where it is a bug and not an answer.
 * A unique violation means that somebody was first: `wall.conflict`.
 */
export function wallReason(state: SqlState): string | null {
  if (isWallCode(state.code)) return `wall.${state.code}`
  const named = state.constraint ? constraintReasons[state.constraint] : undefined
  if (named) return named
  return state.code === '23505' ? 'wall.conflict' : null
}

/** Nobody comes in: no account, membership, card or link of that kind is in force. */
export function isClosedDoor(state: SqlState | null): boolean {
  return state !== null && ['YN140', 'YN141', 'YN143'].includes(state.code)
}

/** Serialization failure or deadlock: the same act may simply be tried again. */
export function isRetryable(state: SqlState | null): boolean {
  return state !== null && (state.code === '40001' || state.code === '40P01')
}
