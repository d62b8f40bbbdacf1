import type { Tx } from '#app/platform/db/with-actor.server.ts'

/** A mail of the outbox as the sender sees it. */
export interface QueuedMail {
  id: string
  bodyId: string
  dispatchId: string | null
  requestId: string | null
  personId: string | null
  kind: string
  dedupeKey: string
  attempts: number
  payloadEnc: Uint8Array | null
  createdAt: Date
}

/** Ids of mails to look at now: due ones, and those whose sender has not come back in time. Urgent ones first. */
export async function dueMails(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from outbox
     where (state = 'queued' and run_at <= ${now}::timestamptz)
        or (state = 'sending' and lease_until < ${now}::timestamptz)
     order by split_part(kind, '.', 1) in ('stop', 'incident') desc, run_at, id
     limit ${limit}`
  return rows.map((row) => row.id)
}

/**
 * Asks whether the client's word still lets this mail leave, and holds its dispatch or request until the
 * end of the transaction (N8). To be asked before the row is taken: a stop locks in this order.
 */
export async function mayLeave(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ free: boolean }[]>`select app.hold_for_mail(${id}::uuid) as free`
  return rows[0]?.free ?? false
}

/** Takes a due mail for this transaction; null when it is no longer due or another sender is at it. */
export async function takeDue(tx: Tx, id: string, now: Date): Promise<QueuedMail | null> {
  const rows = await tx.$queryRaw<QueuedMail[]>`
    select id, body_id as "bodyId", dispatch_id as "dispatchId", request_id as "requestId",
           person_id as "personId", kind, dedupe_key as "dedupeKey", attempts,
           payload_enc as "payloadEnc", created_at as "createdAt"
      from outbox
     where id = ${id}::uuid
       and ((state = 'queued' and run_at <= ${now}::timestamptz)
         or (state = 'sending' and lease_until < ${now}::timestamptz))
       for update skip locked`
  return rows[0] ?? null
}

/** Marks a taken mail as being sent until the lease ends, and counts the attempt before it is made. */
export async function beginSending(tx: Tx, mail: QueuedMail, leaseUntil: Date, now: Date): Promise<void> {
  await tx.outbox.updateMany({
    where: { id: mail.id },
    data: { state: 'sending', attempts: mail.attempts + 1, leaseUntil, updatedAt: now },
  })
}

/** True while the mail is still this sender's; the row is held until the end of the transaction. */
export async function stillSending(tx: Tx, id: string, leaseUntil: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from outbox
     where id = ${id}::uuid and state = 'sending' and lease_until = ${leaseUntil}::timestamptz
       for update`
  return rows.length === 1
}

/** How a sending or a look at a mail ended. */
export type Ending =
  | { state: 'sent'; messageId: string | null }
  | { state: 'cancelled' }
  | { state: 'queued'; runAt: Date; error: string | null; attempts?: number }
  | { state: 'dead'; error: string; attempts?: number }

/** Writes the ending down. What was sent or cancelled is emptied; what could not be sent keeps its content. */
export async function endMail(tx: Tx, id: string, ending: Ending, now: Date): Promise<void> {
  const over = ending.state === 'sent' || ending.state === 'cancelled'
  await tx.outbox.updateMany({
    where: { id },
    data: {
      state: ending.state,
      leaseUntil: null,
      updatedAt: now,
      ...(over ? { payloadEnc: null, lastError: null } : { lastError: ending.error, attempts: ending.attempts }),
      ...(ending.state === 'sent' ? { sentAt: now, messageId: ending.messageId } : {}),
      ...(ending.state === 'queued' ? { runAt: ending.runAt } : {}),
    },
  })
}
