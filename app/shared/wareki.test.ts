import { describe, expect, test } from 'vitest'
import { asTokyoDay } from './tokyo-day.ts'
import { dayToBothYears, dayToWareki, eraOf, parseJapaneseDay } from './wareki.ts'

describe('the Japanese calendar', () => {
  test.each([
    ['2026-11-21', '令和8年11月21日'],
    ['2019-05-01', '令和元年5月1日'],
    ['2019-04-30', '平成31年4月30日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1926-12-25', '昭和元年12月25日'],
    ['1926-12-24', '大正15年12月24日'],
    ['1912-07-30', '大正元年7月30日'],
    ['1912-07-29', '明治45年7月29日'],
    ['1873-01-01', '明治6年1月1日'],
    ['1872-12-31', '1872年12月31日'],
  ])('%s is %s', (day, expected) => {
    expect(dayToWareki(asTokyoDay(day))).toBe(expected)
  })

  test('agrees with the calendar of the runtime on both sides of every border', () => {
    const runtime = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
      era: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC',
    })
    for (const day of ['2019-04-30', '2019-05-01', '1989-01-07', '1989-01-08', '1926-12-24', '1926-12-25',
      '1912-07-29', '1912-07-30', '2026-11-21']) {
      expect(dayToWareki(asTokyoDay(day))).toBe(runtime.format(new Date(`${day}T00:00:00Z`)))
    }
  })

  test('birth dates show both countings', () => {
    expect(dayToBothYears(asTokyoDay('1985-04-01'))).toBe('1985年（昭和60年）4月1日')
    expect(eraOf(asTokyoDay('1872-12-31'))).toBeNull()
  })

  test.each([
    ['令和８年１１月２１日', '2026-11-21'],
    ['R8.11.21', '2026-11-21'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['S64.1.7', '1989-01-07'],
    ['2026/11/21', '2026-11-21'],
    ['20261121', '2026-11-21'],
    ['H31.5.1', null],
    ['S64.1.8', null],
    ['2026/2/30', null],
    ['あした', null],
  ])('「%s」 is read as %s', (text, expected) => {
    expect(parseJapaneseDay(text)).toBe(expected)
  })
})
