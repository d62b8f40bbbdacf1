export const courseStates = ['draft', 'open', 'closed', 'finished', 'cancelled'] as const
export type CourseState = (typeof courseStates)[number]

export const sessionKinds = ['lecture', 'groupWork', 'practice'] as const
export type SessionKind = (typeof sessionKinds)[number]

export const applicationStates = [
  'submitted', 'accepted', 'waitlisted', 'declined', 'completed', 'notCompleted', 'withdrawn',
] as const
export type ApplicationState = (typeof applicationStates)[number]

/** 出席, 遅刻, 早退, 欠席, 補講で済んだ. */
export const attendanceStatuses = ['present', 'late', 'leftEarly', 'absent', 'madeUp'] as const
export type AttendanceStatus = (typeof attendanceStatuses)[number]

/** What the rules need of a session. */
export interface SessionFacts {
  id: string
  required: boolean
  /** The session this one stands in for; null for an ordinary one. */
  makesUpFor: string | null
}
