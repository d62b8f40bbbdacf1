import { checkDigit, receiptNo } from '#app/shared/receipt-no.ts'

const eraOffset = 2018

/** 「R8-HD-00031-0」: the number of a dispatch as people read it. @param fiscalYear western year the year began */
export function dispatchNo(fiscalYear: number, no: number): string {
  return receiptNo(fiscalYear, 'HD', no)
}

/** Year and number of a text that is a dispatch number with its right check digit, otherwise null. */
export function parseDispatchNo(text: string): { fiscalYear: number; no: number } | null {
  const match = /^R(\d{1,2})-HD-(\d{5})-(\d)$/.exec(text.normalize('NFKC').toUpperCase().trim())
  if (!match) return null
  const [, year, digits, check] = match as unknown as [string, string, string, string]
  return checkDigit(digits) === check ? { fiscalYear: Number(year) + eraOffset, no: Number(digits) } : null
}
