import { asTokyoDay, dayParts } from './tokyo-day.ts'
import type { TokyoDay } from './tokyo-day.ts'
import { eraOf } from './wareki.ts'

/** The Japanese fiscal year of a day: 1 April to 31 March, named by the year it begins in. */
export function fiscalYear(day: TokyoDay): number {
  const { year, month } = dayParts(day)
  return month >= 4 ? year : year - 1
}

/** First day, 1 April. */
export function startOfFiscalYear(year: number): TokyoDay {
  return asTokyoDay(`${String(year).padStart(4, '0')}-04-01`)
}

/** Last day, 31 March: where registrations of the year end. */
export function endOfFiscalYear(year: number): TokyoDay {
  return asTokyoDay(`${String(year + 1).padStart(4, '0')}-03-31`)
}

/** 「令和8年度（2026年度）」. A year in which the era changes after 1 April takes the new name from its
 * first day (2019 is 令和元年度), as the central government ruled for 2019. */
export function fiscalYearLabel(year: number): string {
  const found = eraOf(endOfEraYear(year))!
  const n = found.year === 1 ? '元' : String(found.year)
  return `${found.era.name}${n}年度（${year}年度）`
}

/** 'R8': the fiscal year inside numbers such as 第R8-0012号. */
export function fiscalYearCode(year: number): string {
  const found = eraOf(endOfEraYear(year))!
  return `${found.era.letter}${found.year}`
}

/** 「第R8-0012号」: a number of a series of one fiscal year, as printed on documents. */
export function fiscalNumber(year: number, no: number): string {
  return `第${fiscalYearCode(year)}-${String(no).padStart(4, '0')}号`
}

function endOfEraYear(year: number): TokyoDay {
  return asTokyoDay(`${String(year).padStart(4, '0')}-12-31`)
}
