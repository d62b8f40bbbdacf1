import { hmac } from '#app/platform/crypto.server.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { here } from '#app/platform/here.server.ts'
import { afterAttempt, type Bucket, secondsLeft } from './domain/throttle.ts'

/** One key of the throttle and how many failures it forgives. */
export interface ThrottleKey {
  key: string
  free: number
}

/** The key of a bucket: of a login address, of one that asked for a new password, of where a request came from. */
export function bucketKey(kind: 'account' | 'renewal' | 'address', text: string): string {
  return `${kind}:${Buffer.from(hmac(here().keys.cookie, `login:${text}`)).toString('base64url')}`
}

async function held(tx: Tx, key: string, now: Date): Promise<Bucket | null> {
  const made = await tx.loginBucket.createMany({
    data: [{ key, failures: 0, nextAt: now, updatedAt: now }],
    skipDuplicates: true,
  })
  const rows = await tx.$queryRaw<{ failures: number; nextAt: Date; updatedAt: Date }[]>`
    select failures, next_at as "nextAt", updated_at as "updatedAt" from login_bucket where key = ${key} for update`
  return made.count > 0 ? null : (rows[0] ?? null)
}

/**
 * Lets one attempt through, or says how long to wait. The buckets stay locked until the commit, so that
 * of many attempts at once each is counted before the next is looked at.
 * @returns seconds to wait; 0 when the attempt counts and may be looked at
 */
export async function countAttempt(tx: Tx, keys: readonly ThrottleKey[], now: Date): Promise<number> {
  const buckets: (Bucket | null)[] = []
  for (const { key } of keys) buckets.push(await held(tx, key, now))
  const wait = Math.max(...buckets.map((bucket) => secondsLeft(bucket, now)))
  if (wait > 0) return wait
  for (const [i, { key, free }] of keys.entries()) {
    await tx.loginBucket.updateMany({ where: { key }, data: afterAttempt(buckets[i] ?? null, free, now) })
  }
  return 0
}

/** The password was right: the account's failures are forgotten, the address gets its one attempt back. */
export async function forgiveAttempt(tx: Tx, accountKey: string, addressKey: string, now: Date): Promise<void> {
  await tx.loginBucket.updateMany({ where: { key: accountKey }, data: { failures: 0, nextAt: now, updatedAt: now } })
  await tx.loginBucket.updateMany({
    where: { key: addressKey, failures: { gt: 0 } },
    data: { failures: { decrement: 1 }, nextAt: now },
  })
}

/** The account behind a login address, or null: unknown, without an account, or disabled. One statement for all of these. */
export function findAccount(tx: Tx, loginEmail: string): Promise<{ personId: string; passwordHash: string } | null> {
  return tx.account.findFirst({ where: { status: 'active', person: { loginEmail } }, select: { personId: true, passwordHash: true } })
}

/** Login addresses are kept and compared in small letters. */
export function loginAddress(typed: string): string {
  return typed.toLowerCase()
}
