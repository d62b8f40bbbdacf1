import { audit } from '#app/platform/audit.server.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { verifyPassword } from '#app/platform/password.server.ts'
import { beginSession } from '#app/platform/session.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { freeFailures } from '../domain/throttle.ts'
import { bucketKey, countAttempt, findAccount, forgiveAttempt, loginAddress } from '../store.server.ts'

const auth = { actor: { kind: 'auth' } } as const

export interface LogIn {
  email: string
  password: string
  /** Where the request came from; only ever kept as a keyed hash. */
  address: string
}

/**
 * Logs in: throttled by account and by address, never locked out, and with the same words and the same
 * work whether the account exists or not.
 * @returns the person and the Set-Cookie header of a new session
 */
export async function logIn(
  ctx: Pick<Ctx, 'clock'>,
  { email, password, address }: LogIn,
): Promise<Result<{ personId: string; cookie: string }>> {
  const loginEmail = loginAddress(email)
  const accountKey = bucketKey('account', loginEmail)
  const addressKey = bucketKey('address', address)
  const keys = [
    { key: accountKey, free: freeFailures.account },
    { key: addressKey, free: freeFailures.address },
  ].sort((a, b) => (a.key < b.key ? -1 : 1))
  const { wait, account } = await withActor(auth, async (tx) => {
    const seconds = await countAttempt(tx, keys, ctx.clock.now())
    return { wait: seconds, account: seconds === 0 ? await findAccount(tx, loginEmail) : null }
  })
  if (wait > 0) return refuse('login.wait', { detail: { seconds: wait } })

  const right = await verifyPassword(password, account?.passwordHash ?? null)
  if (!right || !account) return refuse('login.unknown')

  await withActor(auth, async (tx) => {
    await forgiveAttempt(tx, accountKey, addressKey, ctx.clock.now())
    await audit(tx, { action: 'account.logIn', entity: 'person', id: account.personId })
  })
  return ok({ personId: account.personId, cookie: await beginSession(account.personId, null) })
}
