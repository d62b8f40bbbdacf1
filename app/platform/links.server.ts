import type { LinkPurpose } from '#app/shared/actor.ts'
import { checkCodeFrom, normalizeCheckCode } from '#app/shared/check-code.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { hmac, sha256 } from './crypto.server.ts'
import type { Tx } from './db/with-actor.server.ts'
import { runtime } from './runtime.server.ts'

/** A one-use link to be mailed. */
export interface LinkOrder {
  purpose: LinkPurpose
  /** The body on whose behalf it is sent. */
  bodyId?: string
  /** The account it belongs to, where there already is one. */
  personId?: string
  /** The application or reconfirmation it is for; none for `account.password`. */
  subjectId?: string
  expiresAt: Date
}

/** What a link was for, once it has been used. */
export interface UsedLink {
  id: string
  bodyId: string | null
  personId: string | null
  /** The application or reconfirmation, by purpose. */
  subjectId: string | null
}

function token(use: string, id: string): string {
  return Buffer.from(hmac(runtime().keys.token, `${use}:${id}`)).toString('base64url')
}

/**
 * The secret of a mailed link: made from its id with the server's key (256 bits), whenever a mail is
 * written. Never stored; the database knows only its hash.
 */
export function linkToken(linkId: string): string {
  return token('link', linkId)
}

/** The secret of a client's card, made from the card's id in the same way. */
export function cardToken(cardId: string): string {
  return token('card', cardId)
}

/** The card's short code for typing, 'K7QM-2XHD-9RTB' (60 bits). */
export function shortCode(cardId: string): string {
  return checkCodeFrom(hmac(runtime().keys.token, `card-code:${cardId}`))
}

/** How a token is known to the database and to `app.enter_link` and `app.enter_card`. */
export function hashToken(secret: string): Uint8Array<ArrayBuffer> {
  return sha256(secret)
}

/** The same for a typed short code, whatever its spacing and width; null when it cannot be one. */
export function hashShortCode(typed: string): Uint8Array<ArrayBuffer> | null {
  const code = normalizeCheckCode(typed)
  return code ? sha256(code) : null
}

/**
 * Issues a one-use link. The mail's props carry the id alone; the token is made while the mail is written.
 * @returns the link's id
 */
export async function issueLink(
  tx: Tx,
  ctx: Pick<Ctx, 'ids'>,
  order: LinkOrder,
): Promise<{ id: string }> {
  const id = ctx.ids.next()
  await tx.linkToken.createMany({
    data: [
      {
        id,
        bodyId: order.bodyId ?? null,
        purpose: order.purpose,
        tokenHash: hashToken(linkToken(id)),
        personId: order.personId ?? null,
        applicationId: order.purpose === 'application.confirm' ? (order.subjectId ?? null) : null,
        reconfirmationId: order.purpose === 'reconfirmation.answer' ? (order.subjectId ?? null) : null,
        expiresAt: order.expiresAt,
      },
    ],
  })
  return { id }
}

/**
 * Uses a link up: of two who press at once, one gets it. Belongs into the transaction of the link's
 * effect, so that a refused effect leaves the link usable.
 * @returns what it was for. Refused by the wall YN143 when it was used, has expired or is for something else
 */
export async function consumeLink(tx: Tx, tokenHash: Uint8Array, purpose: LinkPurpose): Promise<UsedLink> {
  const rows = await tx.$queryRaw<UsedLink[]>`
    select id, body_id as "bodyId", person_id as "personId",
           coalesce(application_id, reconfirmation_id) as "subjectId"
      from app.use_link(${tokenHash}::bytea, ${purpose})`
  return rows[0]!
}
