const eraOffset = 2018
const weights = [3, 7, 1, 3, 7]

/** One digit that tells a mistyped number: weighted sum of year and number, modulo 10. */
function checkDigit(fiscalYear: number, no: number): number {
  const digits = [...String(no).padStart(5, '0')].map(Number)
  return digits.reduce((sum, digit, i) => sum + digit * weights[i % weights.length]!, fiscalYear) % 10
}

/** 「R8-HK-00031-4」: the number of a dispatch as people read it. @param fiscalYear western year the year began */
export function dispatchNo(fiscalYear: number, no: number): string {
  return `R${fiscalYear - eraOffset}-HK-${String(no).padStart(5, '0')}-${checkDigit(fiscalYear, no)}`
}

/** Year and number of a text that is a dispatch number with its right check digit, otherwise null. */
export function parseDispatchNo(text: string): { fiscalYear: number; no: number } | null {
  const match = /^R(\d{1,2})-HK-(\d{5,6})-(\d)$/.exec(text.normalize('NFKC').toUpperCase().trim())
  if (!match) return null
  const fiscalYear = Number(match[1]) + eraOffset
  const no = Number(match[2])
  return checkDigit(fiscalYear, no) === Number(match[3]) ? { fiscalYear, no } : null
}
