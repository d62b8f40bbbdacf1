import { fiscalYearCode } from '#app/shared/fiscal-year.ts'

/**
 * 「R8-HK-00031-0」: the receipt number of a request, with a check digit like that of a local government code
 * (weights 6 5 4 3 2, eleven minus the rest; ten is written 0), so that a number misheard on the phone is noticed.
 */
export function requestNumber(fiscalYear: number, no: number): string {
  const digits = String(no).padStart(5, '0')
  return `${fiscalYearCode(fiscalYear)}-HK-${digits}-${checkDigit(digits)}`
}

function checkDigit(digits: string): number {
  const sum = [...digits].reduceRight((total, digit, i) => total + Number(digit) * (digits.length - i + 1), 0)
  return ((11 - (sum % 11)) % 11) % 10
}
