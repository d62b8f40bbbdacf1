import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { sealPayload, type MailPayload } from '#app/platform/outbox.server.ts'
import type { StaffRole } from '#app/shared/actor.ts'
import type { Ids } from '#app/shared/clock.ts'
import { fiscalNumber } from '#app/shared/fiscal-year.ts'
import type { MailKind } from '#app/shared/mail-kinds.ts'
import { tokyoDay } from '#app/shared/tokyo-day.ts'
import { readersOf, type Readers } from './domain/reader.ts'
import type { QueuedMail } from './mail-queue.server.ts'

/** A mail of its own for one reader of a circle. */
interface Copy {
  personId: string
  props: MailPayload['props']
}

/**
 * Turns one order to a circle of readers (a desk, the supporters of a stopped dispatch) into one mail per
 * reader, each with its own key: done twice, they are still one mail each.
 * @returns how many readers there are; 0 means that nobody could be told
 */
export async function addressCircle(
  tx: Tx,
  ids: Ids,
  mail: QueuedMail,
  kind: MailKind,
  props: MailPayload['props'],
): Promise<number> {
  const readers = readersOf[kind]
  if (!readers) return 0
  const copies = await copiesFor(tx, mail, readers, props)
  await tx.outbox.createMany({
    data: copies.map((copy) => {
      const id = ids.next()
      return {
        id,
        bodyId: mail.bodyId,
        dispatchId: mail.dispatchId,
        requestId: mail.requestId,
        personId: copy.personId,
        kind,
        dedupeKey: `${mail.dedupeKey}:${copy.personId}`,
        runAt: mail.createdAt,
        payloadEnc: sealPayload(id, { to: null, props: copy.props }),
      }
    }),
    skipDuplicates: true,
  })
  return copies.length
}

async function copiesFor(
  tx: Tx,
  mail: QueuedMail,
  readers: Readers,
  given: MailPayload['props'],
): Promise<Copy[]> {
  if (readers.of === 'supportersOfStop') {
    const people = await supportersAtStop(tx, mail.dispatchId)
    return people.map((personId) => ({ personId, props: {} }))
  }
  const { deskBodyId, props } = await factsOf(tx, mail, given)
  const people = await deskReaders(tx, deskBodyId, readers.roles)
  return people.map((personId) => ({ personId, props }))
}

/** Supporters whose part in the dispatch ended with the stop, but for one whose own withdrawal caused it. */
async function supportersAtStop(tx: Tx, dispatchId: string | null): Promise<string[]> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    select distinct s.person_id as "personId"
      from dispatch_supporter s
      join dispatch d on d.id = s.dispatch_id
      join roster_entry e on e.id = s.roster_entry_id
     where s.dispatch_id = ${dispatchId}::uuid and s.ended_at >= d.stopped_at
       and e.end_reason is distinct from 'withdrawn'
     order by 1`
  return rows.map((row) => row.personId)
}

/** Those at the desk in the first role that anybody holds today. */
async function deskReaders(tx: Tx, bodyId: string, roles: readonly (readonly StaffRole[])[]): Promise<string[]> {
  for (const some of roles) {
    const rows = await tx.$queryRaw<{ personId: string }[]>`
      select person_id as "personId" from app.desk_readers(${bodyId}::uuid, ${[...some]}::text[])`
    if (rows.length > 0) return rows.map((row) => row.personId)
  }
  return []
}

/** Whose desk reads it, and what it says; rows that the database put in itself bring nothing but their key. */
async function factsOf(
  tx: Tx,
  mail: QueuedMail,
  props: MailPayload['props'],
): Promise<{ deskBodyId: string; props: MailPayload['props'] }> {
  if (mail.kind === 'provision.delivered') {
    const provision = await tx.provision.findUnique({ where: { id: String(props.provisionId) } })
    return { deskBodyId: provision?.recipientId ?? mail.bodyId, props }
  }
  if (mail.kind === 'recall.request') {
    const entryId = mail.dedupeKey.split(':')[1] ?? ''
    const entry = await tx.provisionEntry.findUniqueOrThrow({
      where: { id: entryId },
      select: { recallRequestedAt: true, provision: { select: { id: true, fiscalYear: true, no: true } } },
    })
    const { id, fiscalYear, no } = entry.provision
    const requestedOn = tokyoDay(entry.recallRequestedAt ?? mail.createdAt)
    return { deskBodyId: mail.bodyId, props: { provisionId: id, provisionNo: fiscalNumber(fiscalYear, no), requestedOn } }
  }
  if (mail.kind === 'stop.staff') {
    return { deskBodyId: mail.bodyId, props: { receivedAt: mail.createdAt.toISOString() } }
  }
  if (mail.kind === 'incident.reported') {
    const incidentId = mail.dedupeKey.split(':')[1] ?? ''
    return { deskBodyId: mail.bodyId, props: { incidentId, reportedAt: mail.createdAt.toISOString(), ...props } }
  }
  return { deskBodyId: mail.bodyId, props }
}
