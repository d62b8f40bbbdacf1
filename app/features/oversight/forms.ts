/** The row number of an address (`?before=1234`); null where it is none. */
export function rowNumber(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}
