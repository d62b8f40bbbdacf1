import type { AttendanceStatus, SessionFacts } from './types.ts'

/** When a course is completed: every required session, and a number of sessions in all. */
export interface CompletionRule {
  /** Sessions to be attended of all ordinary ones; null means all of them. */
  minSessions: number | null
}

/** A person's attendance: session id → what was recorded. Nothing recorded is not attended. */
export type AttendanceBySession = ReadonlyMap<string, AttendanceStatus>

export interface CompletionVerdict {
  completed: boolean
  /** Ordinary sessions attended or made up, and how many are needed. */
  attended: number
  needed: number
  /** Required sessions not attended and not made up. */
  missingRequired: string[]
  /** Sessions that took or take place and for which nothing is recorded. */
  unrecorded: string[]
}

/** Late and leaving early count as attended; absent does not; a make-up session puts an absence right. */
export function counts(status: AttendanceStatus | undefined): boolean {
  return status !== undefined && status !== 'absent'
}

function isAttended(session: SessionFacts, sessions: readonly SessionFacts[], record: AttendanceBySession): boolean {
  if (counts(record.get(session.id))) return true
  return sessions.some((other) => other.makesUpFor === session.id && counts(record.get(other.id)))
}

/**
 * Whether a course is completed (要領 第3-2(2)ア). Make-up sessions are no sessions of their own:
 * they only stand in for the one they make up for.
 */
export function checkCompletion(
  rule: CompletionRule,
  sessions: readonly SessionFacts[],
  record: AttendanceBySession,
): CompletionVerdict {
  const ordinary = sessions.filter((session) => session.makesUpFor === null)
  const attended = ordinary.filter((session) => isAttended(session, sessions, record))
  const missingRequired = ordinary
    .filter((session) => session.required && !attended.includes(session))
    .map((session) => session.id)
  const needed = Math.min(rule.minSessions ?? ordinary.length, ordinary.length)
  return {
    completed: ordinary.length > 0 && missingRequired.length === 0 && attended.length >= needed,
    attended: attended.length,
    needed,
    missingRequired,
    unrecorded: ordinary
      .filter((session) => !record.has(session.id) && !attended.includes(session))
      .map((session) => session.id),
  }
}
