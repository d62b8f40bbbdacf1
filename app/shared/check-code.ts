/** 32 signs without I, O, 0 and 1, which people mix up on paper and on the phone. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 12

/**
 * A check code of a document, 'K7QM-2XHD-9RTB', from at least 12 random bytes (60 bits are used). It lets
 * whoever holds the paper ask whether the document is genuine; it opens nothing else.
 * Throws RangeError when there are too few bytes.
 */
export function checkCodeFrom(bytes: Uint8Array): string {
  if (bytes.length < LENGTH) throw new RangeError('a check code needs 12 random bytes')
  return group([...bytes.subarray(0, LENGTH)].map((byte) => SIGNS[byte & 31]!).join(''))
}

/**
 * The check code a person typed, in its written form: lower case, full-width letters, spaces and any kind of
 * hyphen are forgiven. Null when it cannot be a check code.
 */
export function normalizeCheckCode(text: string): string | null {
  if (text.length > 64) return null
  const signs = text.normalize('NFKC').toUpperCase().replace(/[\s‐‑‒–—―−ー─━_-]/g, '')
  if (signs.length !== LENGTH || [...signs].some((sign) => !SIGNS.includes(sign))) return null
  return group(signs)
}

function group(signs: string): string {
  return `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`
}
