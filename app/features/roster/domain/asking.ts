import { addDays, type TokyoDay } from '#app/shared/tokyo-day.ts'

/** Days between the question and the last day for an answer. */
export const shortestDays = 7
export const longestDays = 60
/** Days before the last day on which the question is sent once more. */
export const remindDaysBefore = 5

/** True when the last day leaves enough time to think and is not too far. */
export function isFairDueDay(dueOn: TokyoDay, today: TokyoDay): boolean {
  return dueOn >= addDays(today, shortestDays) && dueOn <= addDays(today, longestDays)
}

/** What is known of a question that was asked. */
export interface Asked {
  state: string
  dueOn: TokyoDay
  reminded: boolean
  revoked: boolean
}

/** True on and after the day of the one reminder, while nothing was answered and there is still time. */
export function isReminderDue({ state, dueOn, reminded, revoked }: Asked, today: TokyoDay): boolean {
  if (state !== 'asked' || reminded || revoked) return false
  return today >= addDays(dueOn, -remindDaysBefore) && today <= dueOn
}

/** True when the last day has passed in silence. */
export function isPastDue({ state, dueOn, revoked }: Asked, today: TokyoDay): boolean {
  return state === 'asked' && !revoked && today > dueOn
}
