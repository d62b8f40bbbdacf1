import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { CourseState } from './types.ts'

export const courseEvents = ['open', 'close', 'finish', 'cancel'] as const
export type CourseEvent = (typeof courseEvents)[number]

const transitions = {
  draft: { open: 'open', cancel: 'cancelled' },
  open: { close: 'closed', finish: 'finished', cancel: 'cancelled' },
  closed: { finish: 'finished', cancel: 'cancelled' },
  finished: {},
  cancelled: {},
} satisfies Record<CourseState, Partial<Record<CourseEvent, CourseState>>>

/** The state after an event, or null where the event is not possible. */
export function nextCourseState(state: CourseState, event: CourseEvent): CourseState | null {
  const moves: Partial<Record<CourseEvent, CourseState>> = transitions[state]
  return moves[event] ?? null
}

/** Why nobody can apply: the course takes no applications, or its last day is over. */
export type ApplyRefusal = 'notOpen' | 'tooLate'

/** Whether an application can come in on a Tokyo day. The last day itself counts. */
export function checkApply(
  course: { state: CourseState; applyUntil: TokyoDay | null },
  today: TokyoDay,
): ApplyRefusal | null {
  if (course.state !== 'open') return 'notOpen'
  return course.applyUntil !== null && today > course.applyUntil ? 'tooLate' : null
}
