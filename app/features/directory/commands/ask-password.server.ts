import { audit } from '#app/platform/audit.server.ts'
import { act, withActor } from '#app/platform/db/with-actor.server.ts'
import { issueLink } from '#app/platform/links.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import { hashForNothing } from '#app/platform/password.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { freeFailures } from '../domain/throttle.ts'
import { bucketKey, countAttempt, loginAddress } from '../store.server.ts'

const auth = { kind: 'auth' } as const
const linkLifeMs = 3_600_000

/**
 * Mails a one-use link, in force for an hour, to whoever has an account under this address. Throttled like the login,
 * and answered with the same words whether there is such an account or not; the hash made beside it takes longer than
 * writing the mail, so that the time of the answer tells nothing either.
 */
export async function askPassword(
  ctx: Ctx,
  { email, address }: { email: string; address: string },
): Promise<Result<{ sent: true }>> {
  const loginEmail = loginAddress(email)
  const now = ctx.clock.now()
  const keys = [
    { key: bucketKey('renewal', loginEmail), free: freeFailures.account },
    { key: bucketKey('address', address), free: freeFailures.address },
  ].sort((a, b) => (a.key < b.key ? -1 : 1))
  const seconds = await withActor({ actor: auth }, (tx) => countAttempt(tx, keys, now))
  if (seconds > 0) return refuse('login.wait', { detail: { seconds } })

  const [answer] = await Promise.all([mailLink(ctx, loginEmail), hashForNothing()])
  return answer
}

function mailLink(ctx: Ctx, loginEmail: string): Promise<Result<{ sent: true }>> {
  return act({ ...ctx, actor: auth }, async (tx) => {
    const [found] = await tx.$queryRaw<{ personId: string; bodyId: string }[]>`
      select person_id as "personId", body_id as "bodyId" from app.account_to_renew(${loginEmail})`
    if (!found) return ok({ sent: true })
    const { personId, bodyId } = found
    const expiresAt = new Date(ctx.clock.now().getTime() + linkLifeMs)
    const link = await issueLink(tx, ctx, { purpose: 'account.password', bodyId, personId, expiresAt })
    await enqueueMail(tx, ctx, {
      bodyId, kind: 'account.newPassword', personId, dedupeKey: `account.newPassword:${link.id}`,
      props: { linkId: link.id, linkUntil: expiresAt.toISOString() },
    })
    await audit(tx, { action: 'account.askPassword', entity: 'person', id: personId })
    return ok({ sent: true })
  })
}
