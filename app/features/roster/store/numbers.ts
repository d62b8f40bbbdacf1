import { fiscalNumber } from '#app/shared/fiscal-year.ts'
import { receiptNo } from '#app/shared/receipt-no.ts'

/** 「R8-TR-00031-4」. */
export function registrationNo(fiscalYear: number, no: number): string {
  return receiptNo(fiscalYear, 'TR', no)
}

/** 「第R8-0003号」. */
export function provisionNo(fiscalYear: number, no: number): string {
  return fiscalNumber(fiscalYear, no)
}
