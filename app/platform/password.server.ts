import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { runtime } from './runtime.server.ts'

const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * 1024 * 1024 }
const light = { ...cost, N: 2 ** 12 }
const keyLength = 32
const atOnce = 2

let running = 0
const waiting: (() => void)[] = []

/** Hashing takes 128 MiB each, so no more than two run at once; the rest wait their turn. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function derive(password: string, salt: Buffer, N: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyLength, { ...cost, N }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/** The work of a new hash: less in tests, and in a demonstration, whose passwords everybody may know. */
function usualN(): number {
  const { mode, demo } = runtime().env
  return mode === 'test' || demo ? light.N : cost.N
}

/** Hashes a password with scrypt. Never inside a transaction: it takes about 150 ms. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const N = usualN()
  const key = await inTurn(() => derive(password, salt, N))
  return `scrypt$${N}$${salt.toString('base64url')}$${key.toString('base64url')}`
}

/** The work of one hash, for nothing: beside it, what else an answer took cannot be told from outside. */
export async function hashForNothing(): Promise<void> {
  await hashPassword(randomBytes(16).toString('base64url'))
}

/**
 * True when the password made this hash. With no hash (unknown account) the same work is done,
 * so that the answer's time tells nothing.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, n = '', salt = '', key = ''] = (stored ?? '').split('$')
  const N = Number(n) || usualN()
  const made = await inTurn(() => derive(password, Buffer.from(salt, 'base64url'), N))
  const expected = Buffer.from(key, 'base64url')
  return stored !== null && made.length === expected.length && timingSafeEqual(made, expected)
}
