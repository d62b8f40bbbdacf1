import type { Ctx } from '#app/shared/ctx.ts'
import type { MailKind, MailProps } from '#app/shared/mail-kinds.ts'
import { afterCommit, type Tx } from './db/with-actor.server.ts'
import { openField, sealField } from './fields.server.ts'
import { poke } from './jobs/poke.ts'

/** Column and row that a payload is bound to. */
const place = 'outbox.payload'

/** The job that sends. */
export const mailJob = 'mail'

/** One mail to be written, once, to one reader or to a desk. */
export interface MailOrder<K extends MailKind> {
  /** The body whose desk writes; for mails to a desk, the body of that desk. */
  bodyId: string
  kind: K
  /** Two orders with the same key are one mail, for example `visit.booked:<visit>:<person>`. */
  dedupeKey: string
  props: MailProps[K]
  /**
   * The reader's address where the writer knows it. Without it the sender finds the reader: the login
   * address of `personId`, or else those who work at the body's desk for this kind.
   */
  to?: string
  personId?: string
  /** The dispatch or request it is about: after its stop it no longer leaves (N8). */
  dispatchId?: string
  requestId?: string
  /** Not before this instant; at once when left out. */
  runAt?: Date
}

/** What the sender reads back from a row. */
export interface MailPayload {
  to: string | null
  props: Record<string, unknown>
}

/**
 * Puts a mail into the outbox, in the transaction of its cause: it leaves only if that commits (N18).
 * A second order with the same key is silently the first one's mail. Written without reading back,
 * because most actors may not see the outbox.
 * Refused by the wall YN086 when it is about a stopped dispatch or request (N8).
 */
export async function enqueueMail<K extends MailKind>(
  tx: Tx,
  ctx: Pick<Ctx, 'clock' | 'ids'>,
  order: MailOrder<K>,
): Promise<void> {
  const id = ctx.ids.next()
  const payload: MailPayload = { to: order.to ?? null, props: order.props }
  await tx.outbox.createMany({
    data: [
      {
        id,
        bodyId: order.bodyId,
        dispatchId: order.dispatchId ?? null,
        requestId: order.requestId ?? null,
        personId: order.personId ?? null,
        kind: order.kind,
        dedupeKey: order.dedupeKey,
        runAt: order.runAt ?? ctx.clock.now(),
        payloadEnc: sealPayload(id, payload),
      },
    ],
    skipDuplicates: true,
  })
  afterCommit(tx, () => poke(mailJob))
}

/** Encrypts a payload for its row. */
export function sealPayload(outboxId: string, payload: MailPayload): Uint8Array<ArrayBuffer> {
  return sealField(place, outboxId, JSON.stringify(payload))
}

/** Opens a row's payload; a row that the database itself put in has none yet. */
export function openPayload(outboxId: string, sealed: Uint8Array | null): MailPayload {
  if (!sealed) return { to: null, props: {} }
  return JSON.parse(openField(place, outboxId, sealed)) as MailPayload
}
