import { createHash, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from '#app/shared/canonical.ts'

/** SHA-256 of bytes as 64 hexadecimal digits. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * The content fingerprint of a document: SHA-256 over the canonical JSON of its data, 64 hexadecimal digits.
 * It names the content, not the file, because a file cannot hold its own hash. Throws TypeError for data that
 * is no plain JSON.
 */
export function fingerprint(data: unknown): string {
  return sha256Hex(new TextEncoder().encode(canonicalJson(data)))
}

/** The part that is printed: the first 16 digits in groups of four, 'a1b2 c3d4 e5f6 0718'. */
export function printedFingerprint(full: string): string {
  return full.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
}

/** True when a file is, byte for byte, the one that was stored under this SHA-256 (64 hex digits). */
export function verifyBytes(bytes: Uint8Array, expectedSha256: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(expectedSha256)) return false
  return timingSafeEqual(Buffer.from(sha256Hex(bytes), 'hex'), Buffer.from(expectedSha256, 'hex'))
}
