import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { OutgoingMail } from '#app/platform/mail/smtp.server.ts'
import { type MailPayload, openPayload } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { MailKind } from '#app/shared/mail-kinds.ts'
import { isMailKind, mails } from '#emails/index.ts'
import { allowedFrom, leaseMs, maxAttempts } from '../domain/delivery.ts'
import { gatherFacts, writeLetter } from './letter.server.ts'
import { beginSending, endMail, mayLeave, type QueuedMail, takeDue } from '../mail-queue.server.ts'
import { addressCircle } from '../recipients.server.ts'

/** A mail that this sender alone may send until the lease ends. */
export interface ClaimedMail {
  id: string
  leaseUntil: Date
  letter: OutgoingMail
}

/**
 * Takes one due mail and decides what becomes of it: cancelled (the client has said stop), put off until
 * morning, turned into one mail per reader, given up, or ready to leave.
 * @returns the mail where it is to leave now; in every other case it has been dealt with
 */
export async function claimMail(ctx: Ctx, id: string): Promise<ClaimedMail | null> {
  return withActor(ctx, async (tx) => {
    const now = ctx.clock.now()
    const free = await mayLeave(tx, id)
    const mail = await takeDue(tx, id, now)
    if (!mail) return null
    if (!free) return end(tx, mail, { state: 'cancelled' }, now)
    if (mail.attempts >= maxAttempts) return end(tx, mail, { state: 'dead', error: 'outcome unknown' }, now)
    const content = open(mail)
    if (!content) return end(tx, mail, { state: 'dead', error: 'payload' }, now)
    const from = hourFor(content.kind, now)
    if (from > now) return end(tx, mail, { state: 'queued', runAt: from, error: null }, now)
    const { kind, payload } = content
    return !payload.to && !mail.personId ? circle(tx, ctx, mail, kind, payload) : write(tx, ctx, mail, kind, payload)
  })
}

/** What the row holds; null where it cannot be opened or is of no kind that is written any more. */
function open(mail: QueuedMail): { kind: MailKind; payload: MailPayload } | null {
  if (!isMailKind(mail.kind)) return null
  try {
    return { kind: mail.kind, payload: openPayload(mail.id, mail.payloadEnc) }
  } catch {
    return null
  }
}

function hourFor(kind: MailKind, now: Date): Date {
  const { atOnce, reader } = mails[kind]
  return atOnce || reader === 'desk' ? now : allowedFrom(now)
}

async function end(tx: Tx, mail: QueuedMail, ending: Parameters<typeof endMail>[2], now: Date): Promise<null> {
  await endMail(tx, mail.id, ending, now)
  return null
}

async function circle(tx: Tx, ctx: Ctx, mail: QueuedMail, kind: MailKind, payload: MailPayload): Promise<null> {
  const readers = await addressCircle(tx, ctx.ids, mail, kind, payload.props)
  const now = ctx.clock.now()
  if (readers === 0 && kind !== 'stop.notice') return end(tx, mail, { state: 'dead', error: 'desk' }, now)
  return end(tx, mail, { state: 'sent', messageId: null }, now)
}

async function write(
  tx: Tx,
  ctx: Ctx,
  mail: QueuedMail,
  kind: MailKind,
  payload: MailPayload,
): Promise<ClaimedMail | null> {
  const now = ctx.clock.now()
  const facts = await gatherFacts(tx, mail, payload, ctx.clock.today())
  const written = writeLetter(mail, kind, payload, facts, now)
  if ('never' in written) return end(tx, mail, { state: 'dead', error: written.never }, now)
  const leaseUntil = new Date(now.getTime() + leaseMs)
  await beginSending(tx, mail, leaseUntil, now)
  return { id: mail.id, leaseUntil, letter: written.letter }
}
