import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const version = 1
const ivLength = 12
const tagLength = 16

/** The keys of one installation, all derived from one secret of 256 bits. */
export interface Keys {
  /** Encrypts fields. */
  field: Buffer
  /** Derives tokens of links and cards. */
  token: Buffer
  /** Signs cookies. */
  cookie: Buffer
  /** Look-up keys of clients; not the same as those of supporters, so that the two never meet. */
  clientIndex: Buffer
  personIndex: Buffer
}

/** Derives the installation's keys from its secret (64 hex digits). */
export function deriveKeys(secretHex: string): Keys {
  const secret = Buffer.from(secretHex, 'hex')
  function part(name: string): Buffer {
    return Buffer.from(hkdfSync('sha256', secret, 'yorisoi', name, 32))
  }
  return {
    field: part('field'),
    token: part('token'),
    cookie: part('cookie'),
    clientIndex: part('client-index'),
    personIndex: part('person-index'),
  }
}

/** Reads the secret from the data folder, and makes it (mode 0600) where there is none yet. */
export function readOrMakeSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret.key')
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  try {
    fs.writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return fs.readFileSync(file, 'utf8').trim()
}

/**
 * Encrypts a text for one place: table, column and row are bound to it, so that a ciphertext
 * moved to another row does not open.
 * @param place for example `case_person_private.phone`
 */
export function sealText(keys: Keys, place: string, rowId: string, text: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', keys.field, iv)
  cipher.setAAD(Buffer.from(`${place}:${rowId}`))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Uint8Array.from(Buffer.concat([Buffer.from([version]), iv, cipher.getAuthTag(), body]))
}

/** Opens what `sealText` closed. @throws when it was altered or moved to another place. */
export function openText(keys: Keys, place: string, rowId: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== version) throw new Error('sealed with an unknown version')
  const iv = bytes.subarray(1, 1 + ivLength)
  const decipher = createDecipheriv('aes-256-gcm', keys.field, iv)
  decipher.setAAD(Buffer.from(`${place}:${rowId}`))
  decipher.setAuthTag(bytes.subarray(1 + ivLength, 1 + ivLength + tagLength))
  const body = bytes.subarray(1 + ivLength + tagLength)
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
}

/** SHA-256 of bytes or text. */
export function sha256(data: Uint8Array | string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(data).digest())
}

/** HMAC-SHA-256 of a text. */
export function hmac(key: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHmac('sha256', key).update(text).digest())
}
