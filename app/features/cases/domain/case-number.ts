/** 「26-0113」: the case's number of its fiscal year, as the desk writes it. */
export function caseNumber(fiscalYear: number, no: number): string {
  return `${String(fiscalYear % 100).padStart(2, '0')}-${String(no).padStart(4, '0')}`
}

/** Year (null when it was left out) and number of 「26-0113」 or 「113」, otherwise null. */
export function parseCaseNumber(text: string): { fiscalYear: number | null; no: number } | null {
  const match = /^(?:(\d{2})-)?(\d{1,6})$/.exec(text)
  if (!match) return null
  return { fiscalYear: match[1] ? 2000 + Number(match[1]) : null, no: Number(match[2]) }
}
