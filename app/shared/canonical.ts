/**
 * The one spelling of a value in JSON, for hashing: object keys sorted by UTF-16 code units, no spaces,
 * keys whose value is undefined left out, texts as they are (no Unicode normalisation, because names are
 * kept as written). Follows RFC 8785 for the values this product has. Throws TypeError for anything that is
 * no plain data (Date, NaN, Infinity, functions, lone surrogates), because then the hash would mean nothing.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number that JSON cannot hold')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && isPlainObject(value)) return canonicalObject(value)
  throw new TypeError('not plain data')
}

function canonicalObject(value: Record<string, unknown>): string {
  const keys = Object.keys(value).filter((key) => value[key] !== undefined)
  const byCodeUnit = keys.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${byCodeUnit.map((key) => `${quote(key)}:${canonicalJson(value[key])}`).join(',')}}`
}

function isPlainObject(value: object): value is Record<string, unknown> {
  const proto: unknown = Object.getPrototypeOf(value)
  return proto === Object.prototype || proto === null
}

function quote(text: string): string {
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)) {
    throw new TypeError('half a character')
  }
  return JSON.stringify(text)
}
