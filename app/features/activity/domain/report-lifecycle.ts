import { addDays, daysBetween, weekdayIndex, type TokyoDay } from '#app/shared/tokyo-day.ts'

/** States of an activity report (活動報告). `void`: the visit it was about was cancelled by a stop. */
export const reportStates = ['draft', 'submitted', 'answered', 'void'] as const
export type ReportState = (typeof reportStates)[number]

/** `correct`: the writer hands in a new version of what was handed in; it waits for an answer again. */
export const reportEvents = ['submit', 'correct', 'answer', 'void'] as const
export type ReportEvent = (typeof reportEvents)[number]

const transitions = {
  draft: { submit: 'submitted', void: 'void' },
  submitted: { correct: 'submitted', answer: 'answered' },
  answered: { answer: 'answered' },
  void: {},
} satisfies Record<ReportState, Partial<Record<ReportEvent, ReportState>>>

/** The state after an event, or null where it cannot happen. */
export function nextReportState(state: ReportState, event: ReportEvent): ReportState | null {
  const moves: Partial<Record<ReportEvent, ReportState>> = transitions[state]
  return moves[event] ?? null
}

/** The state of a row. */
export function asReportState(text: string): ReportState {
  const state = reportStates.find((known) => known === text)
  if (!state) throw new RangeError('not a state of a report')
  return state
}

/** Weekdays within which a report is answered. */
export const answerWithinDays = 3

/** Monday to Friday. */
function isWeekday(day: TokyoDay): boolean {
  const index = weekdayIndex(day)
  return index !== 0 && index !== 6
}

/** The day by which a report is answered: three weekdays after it was handed in (S3 第3-3(2)ウ). */
export function answerDueOn(submittedOn: TokyoDay): TokyoDay {
  let day = submittedOn
  for (let left = answerWithinDays; left > 0; ) {
    day = addDays(day, 1)
    if (isWeekday(day)) left -= 1
  }
  return day
}

/** How a report stands towards the day of its answer: days waited since it was handed in, and days over. */
export function answerAge(submittedOn: TokyoDay, dueOn: TokyoDay, today: TokyoDay): { waited: number; over: number } {
  return { waited: Math.max(0, daysBetween(submittedOn, today)), over: Math.max(0, daysBetween(dueOn, today)) }
}

/** How the supporter is, in his own words' choice; read only by those who advise. */
export const selfStates = ['same', 'tired', 'rest', 'talk'] as const
export type SelfState = (typeof selfStates)[number]
