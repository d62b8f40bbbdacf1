import { addDays, dayParts, tokyoDayOf } from '#app/shared/tokyo-day.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'

/** Every so many months the sheet is filled again, counted from the first one (S1 ヒアリングシート・3か月ごと). */
export const hearingEveryMonths = 3

/** The same day of the month `months` later; the month's last day where there is none (30 November → 28 February). */
export function addMonths(day: TokyoDay, months: number): TokyoDay {
  const { year, month, dayOfMonth } = dayParts(day)
  const count = year * 12 + (month - 1) + months
  const target = { year: Math.floor(count / 12), month: (count % 12) + 1 }
  const same = tokyoDayOf(target.year, target.month, dayOfMonth)
  if (same) return same
  const next = tokyoDayOf(target.month === 12 ? target.year + 1 : target.year, (target.month % 12) + 1, 1)
  return addDays(next!, -1)
}

/**
 * When the sheet with this number is due: the first on the day it is held, each further one three months
 * after the one before, counted from the first so that a late sheet does not shift the rest.
 * @param firstOn the day the first sheet was held
 * @param no 1 for the first sheet
 */
export function hearingDueOn(firstOn: TokyoDay, no: number): TokyoDay {
  return addMonths(firstOn, hearingEveryMonths * (no - 1))
}

/**
 * Number of the sheet that follows one that was held: the first whose due day is still to come, so that
 * a sheet held months late is not followed by one that is already overdue.
 */
export function nextHearingNo(firstOn: TokyoDay, heldNo: number, heldOn: TokyoDay): number {
  let dueNo = heldNo + 1
  while (hearingDueOn(firstOn, dueNo) <= heldOn) dueNo += 1
  return dueNo
}
