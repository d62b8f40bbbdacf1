import { audit } from '#app/platform/audit.server.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { beginSession, endSession, signedIn } from '#app/platform/session.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'

/**
 * Puts on one hat of the person who is logged in: the session ends and a new one with a new id begins,
 * so that nothing of the old hat can still be used.
 * @returns the Set-Cookie header of the new session
 */
export async function chooseHat(
  ctx: Pick<Ctx, 'clock'>,
  { cookieHeader, membershipId }: { cookieHeader: string | null; membershipId: string },
): Promise<Result<{ cookie: string }>> {
  const person = await signedIn(cookieHeader, ctx.clock.now())
  const hat = person?.hats.find((one) => one.membershipId === membershipId)
  if (!person || !hat) return refuse('hat.gone', { field: 'membershipId' })
  await withActor({ actor: { kind: 'auth' } }, (tx) =>
    audit(tx, { action: 'account.chooseHat', entity: 'membership', id: membershipId, bodyId: hat.bodyId }),
  )
  await endSession(cookieHeader)
  return ok({ cookie: await beginSession(person.personId, membershipId) })
}
