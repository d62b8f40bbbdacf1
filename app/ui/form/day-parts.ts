import { tokyoDayOf } from '#app/shared/tokyo-day.ts'
import { dayToBothYears } from '#app/shared/wareki.ts'

/** What stands in the three boxes of a day, as typed. */
export interface DayBoxes {
  year: string
  month: string
  day: string
}

/** The boxes for a field's value: 'YYYY-MM-DD', an object of three texts, or nothing. */
export function dayBoxesOf(value: unknown): DayBoxes {
  if (typeof value === 'string') {
    const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
    return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') }
  }
  const parts = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const text = (part: unknown) => (typeof part === 'string' ? part : '')
  return { year: text(parts.year), month: text(parts.month), day: text(parts.day) }
}

/** 「1985年（昭和60年）4月1日」 below the boxes; null while they hold no day. Full-width figures are read too. */
export function echoOf(boxes: DayBoxes): string | null {
  const [year, month, day] = [boxes.year, boxes.month, boxes.day].map(numberOf)
  if (year === undefined || month === undefined || day === undefined) return null
  const found = tokyoDayOf(year, month, day)
  return found ? dayToBothYears(found) : null
}

function numberOf(text: string): number {
  const figures = text.normalize('NFKC').trim()
  return /^\d{1,4}$/.test(figures) ? Number(figures) : Number.NaN
}
