import { fiscalYearCode } from './fiscal-year.ts'

/** What a receipt number counts: KJ 研修受講, TR 登録, HK 派遣希望, HD 派遣, KT 活動報告, JK 事故, CS 中止申出. */
export type ReceiptSeries = 'KJ' | 'TR' | 'HK' | 'HD' | 'KT' | 'JK' | 'CS'

/**
 * 「R8-KJ-00042-6」: fiscal year, series, running number, check digit. It names a matter on the phone
 * and on paper and opens nothing.
 * @throws RangeError when the running number does not fit five digits
 */
export function receiptNo(fiscalYear: number, series: ReceiptSeries, no: number): string {
  if (!Number.isInteger(no) || no < 1 || no > 99_999) throw new RangeError('a running number has one to five digits')
  const digits = String(no).padStart(5, '0')
  return `${fiscalYearCode(fiscalYear)}-${series}-${digits}-${checkDigit(digits)}`
}

/** Modulus 11 with the weights 2, 3, 4 … from the right; 10 and 11 are written 0. A single wrong digit is nearly always noticed. */
export function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((all, digit, place) => all + Number(digit) * (place + 2), 0)
  const rest = 11 - (sum % 11)
  return String(rest >= 10 ? 0 : rest)
}
