import { addDays, type TokyoDay } from '#app/shared/tokyo-day.ts'

/** So many days a supporter may think it over, unless the desk says another day. */
export const usualDays = 10

/** The longest a question stays open. */
export const longestDays = 60

/** The usual day until which a supporter may think. */
export function usualDueOn(today: TokyoDay): TokyoDay {
  return addDays(today, usualDays)
}

/** Whether a day leaves time to think and is not endless: from the day after tomorrow, up to 60 days. */
export function checkDueOn(dueOn: TokyoDay, today: TokyoDay): 'proposal.dueTooSoon' | 'proposal.dueTooLate' | null {
  if (dueOn < addDays(today, 2)) return 'proposal.dueTooSoon'
  return dueOn > addDays(today, longestDays) ? 'proposal.dueTooLate' : null
}
