import { randomUUID } from 'node:crypto'

/** One value of a form as it is sent. */
export type Entry = [name: string, value: string | File]

/** A body with the header that says what it is. */
export interface Body {
  type: string
  bytes: Buffer
}

/** UTF-8 that writes a lone half of a character as it stands, as no browser does but anybody can. */
function wideBytes(text: string): Buffer {
  const parts: Buffer[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0)!
    const lone = code >= 0xd800 && code <= 0xdfff
    parts.push(lone ? Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]) : Buffer.from(letter))
  }
  return Buffer.concat(parts)
}

function encoded(text: string): string {
  if (/^[\w.-]*$/.test(text)) return text
  return [...wideBytes(text)].map((byte) => (/\w/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`)).join('')
}

/** A form without files. */
export function urlEncoded(entries: readonly Entry[]): Body {
  const text = entries.map(([name, value]) => `${encoded(name)}=${encoded(typeof value === 'string' ? value : value.name)}`).join('&')
  return { type: 'application/x-www-form-urlencoded', bytes: Buffer.from(text, 'latin1') }
}

/** A form with files. */
export async function multipart(entries: readonly Entry[]): Promise<Body> {
  const boundary = `----${randomUUID()}`
  const parts: Buffer[] = []
  for (const [name, value] of entries) {
    const field = `--${boundary}\r\nContent-Disposition: form-data; name="${name.replace(/["\r\n]/g, '_')}"`
    if (typeof value === 'string') parts.push(Buffer.from(`${field}\r\n\r\n`), wideBytes(value))
    else parts.push(Buffer.from(`${field}; filename="${value.name}"\r\nContent-Type: ${value.type || 'application/octet-stream'}\r\n\r\n`), Buffer.from(await value.arrayBuffer()))
    parts.push(Buffer.from('\r\n'))
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`))
  return { type: `multipart/form-data; boundary=${boundary}`, bytes: Buffer.concat(parts) }
}

/** As a browser sends it: files only in parts. */
export function bodyOf(entries: readonly Entry[]): Body | Promise<Body> {
  return entries.some(([, value]) => typeof value !== 'string') ? multipart(entries) : urlEncoded(entries)
}

/** What the server reads of these entries. */
export function asRead(entries: readonly Entry[]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) {
    form.append(name, typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd\ufffd\ufffd') : value)
  }
  return form
}
