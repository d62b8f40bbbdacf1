import { describe, expect, test } from 'vitest'
import {
  endOfFiscalYear,
  fiscalNumber,
  fiscalYear,
  fiscalYearCode,
  fiscalYearLabel,
  startOfFiscalYear,
} from './fiscal-year.ts'
import { asTokyoDay } from './tokyo-day.ts'

describe('the fiscal year', () => {
  test.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2026-12-31', 2026],
    ['2027-01-01', 2026],
    ['2027-03-31', 2026],
    ['2027-04-01', 2027],
  ])('%s lies in %i', (day, year) => {
    expect(fiscalYear(asTokyoDay(day))).toBe(year)
  })

  test('runs from 1 April to 31 March', () => {
    expect(startOfFiscalYear(2026)).toBe('2026-04-01')
    expect(endOfFiscalYear(2026)).toBe('2027-03-31')
    expect(fiscalYear(startOfFiscalYear(2026))).toBe(2026)
    expect(fiscalYear(endOfFiscalYear(2026))).toBe(2026)
  })

  test('is labelled in both countings', () => {
    expect(fiscalYearLabel(2026)).toBe('令和8年度（2026年度）')
    expect(fiscalYearLabel(2019)).toBe('令和元年度（2019年度）')
    expect(fiscalYearLabel(2018)).toBe('平成30年度（2018年度）')
    expect(fiscalYearCode(2026)).toBe('R8')
    expect(fiscalNumber(2026, 12)).toBe('第R8-0012号')
  })
})
