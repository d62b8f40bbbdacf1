import { expect, test } from 'vitest'
import { checkDigit, receiptNo } from './receipt-no.ts'

test('受付番号は、年度・業務・連番・検査数字でできている', () => {
  expect(receiptNo(2026, 'KJ', 42)).toBe('R8-KJ-00042-6')
  expect(receiptNo(2026, 'HK', 31)).toBe('R8-HK-00031-0')
  expect(receiptNo(2019, 'TR', 1)).toBe('R1-TR-00001-9')
})

test('ひと桁の書きまちがいは、ほとんど検査数字が変わる', () => {
  let unnoticed = 0
  for (let no = 1; no <= 999; no += 1) {
    const digits = String(no).padStart(5, '0')
    for (let place = 0; place < 5; place += 1) {
      for (let wrong = 0; wrong < 10; wrong += 1) {
        const other = digits.slice(0, place) + String(wrong) + digits.slice(place + 1)
        if (other !== digits && checkDigit(other) === checkDigit(digits)) unnoticed += 1
      }
    }
  }
  expect(unnoticed / (999 * 45)).toBeLessThan(0.03)
})

test('五桁に入らない連番は、番号にしない', () => {
  for (const no of [0, -1, 1.5, 100_000, Number.NaN]) expect(() => receiptNo(2026, 'KJ', no)).toThrow(RangeError)
})
