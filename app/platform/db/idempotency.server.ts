import type { Actor } from '#app/shared/actor.ts'
import type { Idempotency } from '#app/shared/ctx.ts'
import type { Result } from '#app/shared/result.ts'
import { hmac } from '../crypto.server.ts'
import { runtime } from '../runtime.server.ts'
import type { Prisma } from './generated/client.ts'

type Tx = Prisma.TransactionClient

/** Who a key belongs to: the same key from somebody else is somebody else's. */
function owner(actor: Actor): string {
  if (actor.kind === 'supporter' || actor.kind === 'staff') return `person:${actor.personId}`
  if (actor.kind === 'card') return `card:${Buffer.from(actor.cardHash).toString('hex')}`
  if (actor.kind === 'link') return `link:${Buffer.from(actor.linkHash).toString('hex')}`
  return actor.kind
}

function ownerKey(actor: Actor): string {
  return Buffer.from(hmac(runtime().keys.cookie, owner(actor))).toString('hex')
}

/**
 * Takes the form's key for this transaction.
 * @returns the earlier result when the same form was already sent, otherwise null
 * @throws YN190 when the key was used for another text or by somebody else
 */
export async function claimKey(
  tx: Tx,
  actor: Actor,
  idempotency: Idempotency,
): Promise<{ result: Result<unknown> } | null> {
  const rows = await tx.$queryRaw<{ result: { ok: true; value: unknown } | null }[]>`
    select app.claim_key(${idempotency.key}::uuid, ${ownerKey(actor)}, ${idempotency.route},
      ${idempotency.bodyHash}::bytea) as result`
  const earlier = rows[0]?.result
  return earlier ? { result: earlier } : null
}
