import { createHmac, timingSafeEqual } from 'node:crypto'
import { here } from '#app/platform/here.server.ts'

const flashSeconds = 60

/** The product's own cookies; each holds one thing. */
export type CookieName = 'yr_link' | 'yr_card' | 'yr_flash' | 'yr_visitor' | 'yr_furigana'

function secure(): boolean {
  return here().env.publicOrigin.startsWith('https:')
}

/** The raw value of a cookie, or null. */
export function readCookie(request: Request, name: CookieName): string | null {
  return cookieIn(request.headers.get('cookie'), name)
}

/** The same, of a Cookie header. */
export function cookieIn(header: string | null | undefined, name: CookieName): string | null {
  for (const part of (header ?? '').split(/; */)) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return decode(part.slice(at + 1))
  }
  return null
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}

/** A Set-Cookie header: HttpOnly, SameSite=Lax, for this site only. */
export function setCookie(name: CookieName, value: string, maxAgeSeconds: number): string {
  const parts = [`${name}=${encodeURIComponent(value)}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  parts.push(`Max-Age=${maxAgeSeconds}`)
  if (secure()) parts.push('Secure')
  return parts.join('; ')
}

/** A Set-Cookie header with a sentence that the next page shows once. */
export function flashCookie(sentence: string): string {
  return setCookie('yr_flash', sentence, flashSeconds)
}

/** A Set-Cookie header that forgets. */
export function forgetCookie(name: CookieName): string {
  return setCookie(name, '', 0)
}

function mac(name: string, value: string): Buffer {
  return createHmac('sha256', here().keys.cookie).update(`${name}=${value}`).digest()
}

/** Signs a value so that only this server can have set it. */
export function signed(name: CookieName, value: string): string {
  return `${value}.${mac(name, value).toString('base64url')}`
}

/** Opens a signed cookie; null when it is missing or was changed. */
export function readSigned(request: Request, name: CookieName): string | null {
  const raw = readCookie(request, name)
  const at = raw?.lastIndexOf('.') ?? -1
  if (!raw || at < 0) return null
  const value = raw.slice(0, at)
  const given = Buffer.from(raw.slice(at + 1), 'base64url')
  const expected = mac(name, value)
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null
}
