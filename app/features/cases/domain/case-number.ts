/** 「26-0113」: the case's number of its fiscal year, as the desk writes it. */
export function caseNumber(fiscalYear: number, no: number): string {
  return `${String(fiscalYear % 100).padStart(2, '0')}-${String(no).padStart(4, '0')}`
}
