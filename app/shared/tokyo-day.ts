/**
 * A calendar day as lived in Tokyo, written 'YYYY-MM-DD'. Not an instant: it has no hour and no zone.
 * Strings of this form sort by time, so `<` and `>` compare days.
 */
export type TokyoDay = string & { readonly __brand: 'TokyoDay' }

/** Tokyo has had no summer time since 1951; every record of this product is younger. */
const TOKYO_OFFSET_MS = 9 * 3_600_000
const DAY_MS = 86_400_000
const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const

/** One letter of the week, Sunday first. */
export type Weekday = (typeof WEEKDAYS)[number]

/** The day in Tokyo on which an instant falls, whatever the time zone of the machine. */
export function tokyoDay(instant: Date): TokyoDay {
  return fromUtcMs(instant.getTime() + TOKYO_OFFSET_MS)
}

/** True for a real calendar day written 'YYYY-MM-DD' ('2026-02-30' is none). */
export function isTokyoDay(value: unknown): value is TokyoDay {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const ms = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === value
}

/** The day written in a text, or null when it is no calendar day. */
export function parseTokyoDay(text: string): TokyoDay | null {
  return isTokyoDay(text) ? text : null
}

/** The same for a text that must be a day; throws RangeError, because then the program is wrong. */
export function asTokyoDay(text: string): TokyoDay {
  if (!isTokyoDay(text)) throw new RangeError('not a calendar day')
  return text
}

/** A day from year, month (1–12) and day of the month; null when there is no such day. */
export function tokyoDayOf(year: number, month: number, dayOfMonth: number): TokyoDay | null {
  const pad = (n: number, width: number) => String(n).padStart(width, '0')
  return parseTokyoDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`)
}

/** Year, month (1–12) and day of the month as numbers. */
export function dayParts(day: TokyoDay): { year: number; month: number; dayOfMonth: number } {
  const number = (from: number, to: number) => Number(day.slice(from, to))
  return { year: number(0, 4), month: number(5, 7), dayOfMonth: number(8, 10) }
}

/** The day `days` calendar days later (earlier when negative). */
export function addDays(day: TokyoDay, days: number): TokyoDay {
  return fromUtcMs(utcMs(day) + days * DAY_MS)
}

/** Calendar days from one day to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: TokyoDay, to: TokyoDay): number {
  return Math.round((utcMs(to) - utcMs(from)) / DAY_MS)
}

/** The weekday as one letter, 「土」. */
export function weekday(day: TokyoDay): Weekday {
  return WEEKDAYS[weekdayIndex(day)]!
}

/** The weekday as a number, 0 = Sunday … 6 = Saturday. */
export function weekdayIndex(day: TokyoDay): number {
  return new Date(utcMs(day)).getUTCDay()
}

/** The instant at which a Tokyo day begins, or of a Tokyo clock time on it ('14:30'). */
export function tokyoInstant(day: TokyoDay, time = '00:00'): Date {
  return new Date(Date.parse(`${day}T${time}:00Z`) - TOKYO_OFFSET_MS)
}

/** The clock time in Tokyo of an instant, 'HH:MM'. */
export function tokyoTime(instant: Date): string {
  return new Date(instant.getTime() + TOKYO_OFFSET_MS).toISOString().slice(11, 16)
}

/** 「11月21日（土）」: a day of the near past or future, as the screens write it. */
export function jpDate(day: TokyoDay): string {
  const { month, dayOfMonth } = dayParts(day)
  return `${month}月${dayOfMonth}日（${weekday(day)}）`
}

/** 「2026年11月21日（土）」: where the year matters. */
export function jpDateWithYear(day: TokyoDay): string {
  return `${dayParts(day).year}年${jpDate(day)}`
}

/** 「14時30分」, on the hour 「14時」. Takes an instant or a Tokyo clock time 'HH:MM'. */
export function jpTime(at: Date | string): string {
  const [hour, minute] = (typeof at === 'string' ? at : tokyoTime(at)).split(':').map(Number)
  return minute ? `${hour}時${minute}分` : `${hour}時`
}

/** 「11月21日（土）14時30分」 of an instant. */
export function jpDateTime(instant: Date): string {
  return `${jpDate(tokyoDay(instant))}${jpTime(instant)}`
}

function utcMs(day: TokyoDay): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function fromUtcMs(ms: number): TokyoDay {
  return new Date(ms).toISOString().slice(0, 10) as TokyoDay
}
