import { dayParts, parseTokyoDay, tokyoDayOf } from './tokyo-day.ts'
import type { TokyoDay } from './tokyo-day.ts'

/** A Japanese era: its name, the letter used in numbers (R8) and its first day. */
export interface Era {
  name: string
  letter: string
  from: TokyoDay
}

/**
 * Newest first. An era begins on its first day at midnight, so 2019-04-30 is 平成31年 and 2019-05-01 令和元年;
 * 1989-01-07 is 昭和64年, 1989-01-08 平成元年; 1926-12-24 is 大正15年, 1926-12-25 昭和元年; 1912-07-29 is 明治45年,
 * 1912-07-30 大正元年. Japan took the Gregorian calendar on 1873-01-01 (明治6年); before that a day of this
 * calendar has no written era date and is shown with the western year.
 */
const ERAS = [
  { name: '令和', letter: 'R', from: '2019-05-01' },
  { name: '平成', letter: 'H', from: '1989-01-08' },
  { name: '昭和', letter: 'S', from: '1926-12-25' },
  { name: '大正', letter: 'T', from: '1912-07-30' },
  { name: '明治', letter: 'M', from: '1873-01-01' },
] as { name: string; letter: string; from: TokyoDay }[]

/** First western year counted as year 1 of each era (明治元年 = 1868, before the Gregorian calendar). */
const FIRST_YEAR: Record<string, number> = { R: 2019, H: 1989, S: 1926, T: 1912, M: 1868 }

/** The era a day falls in and its year of that era (1 = 元年); null before 1873-01-01. */
export function eraOf(day: TokyoDay): { era: Era; year: number } | null {
  const era = ERAS.find((e) => day >= e.from)
  return era ? { era, year: dayParts(day).year - FIRST_YEAR[era.letter]! + 1 } : null
}

/** 「令和8年11月21日」; year 1 is 元年. Before 1873 「1872年12月31日」. */
export function dayToWareki(day: TokyoDay): string {
  const { month, dayOfMonth } = dayParts(day)
  return `${yearToWareki(day)}${month}月${dayOfMonth}日`
}

/** 「1985年（昭和60年）4月1日」: both countings, for birth dates on screens. */
export function dayToBothYears(day: TokyoDay): string {
  const { year, month, dayOfMonth } = dayParts(day)
  const era = eraOf(day)
  return `${year}年${era ? `（${yearToWareki(day)}）` : ''}${month}月${dayOfMonth}日`
}

/** The day written in a text in either counting: 令和8年11月21日, R8.11.21, 2026/11/21, 20261121 …
 * Full-width digits are read too. Null when there is no such day, or the era did not reach it (H31.5.1). */
export function parseJapaneseDay(text: string): TokyoDay | null {
  const s = text.normalize('NFKC').replace(/\s/g, '').replace('元年', '1年').toUpperCase()
  const western =
    /^(\d{4})(?:年|[.\/-])(\d{1,2})(?:月|[.\/-])(\d{1,2})日?$/.exec(s) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(s)
  if (western) return tokyoDayOf(Number(western[1]), Number(western[2]), Number(western[3]))
  const m = /^(令和|平成|昭和|大正|明治|[RHSTM])(\d{1,2})(?:年|[.\/-])(\d{1,2})(?:月|[.\/-])(\d{1,2})日?$/.exec(s)
  const era = m && ERAS.find((e) => e.name === m[1] || e.letter === m[1])
  if (!m || !era) return null
  const day = tokyoDayOf(FIRST_YEAR[era.letter]! + Number(m[2]) - 1, Number(m[3]), Number(m[4]))
  return day && eraOf(day)?.era.letter === era.letter ? parseTokyoDay(day) : null
}

function yearToWareki(day: TokyoDay): string {
  const found = eraOf(day)
  if (!found) return `${dayParts(day).year}年`
  return `${found.era.name}${found.year === 1 ? '元' : found.year}年`
}
