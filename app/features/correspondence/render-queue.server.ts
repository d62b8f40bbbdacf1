import { sha256 } from '#app/platform/crypto.server.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { documentJob } from './store.server.ts'

/** Times a document is tried; the cause is nearly always the data or a template, not the moment. */
export const maxRenderings = 5

/** How long a renderer that has died keeps the others waiting, in milliseconds. */
const leaseMs = 60_000

/** A document that has no file yet. */
export interface DocumentToRender {
  id: string
  bodyId: string
  bodyName: string
  kind: string
  templateVersion: number
  fiscalYear: number
  no: number
  formNo: string | null
  dataEnc: Uint8Array
  fingerprint: Uint8Array
  checkCode: string
  issuedAt: Date
}

/** Issued documents without a file, oldest first; those that failed come after the new ones. */
export async function documentsToRender(tx: Tx, limit: number): Promise<DocumentToRender[]> {
  const rows = await tx.document.findMany({
    where: { state: { not: 'ready' }, attempts: { lt: maxRenderings }, dataEnc: { not: null } },
    orderBy: [{ attempts: 'asc' }, { issuedAt: 'asc' }],
    take: limit,
    include: { body: { select: { name: true } } },
  })
  return rows.map(({ body, dataEnc, ...row }) => ({ ...row, bodyName: body.name, dataEnc: dataEnc! }))
}

/** Makes this process the one renderer until the lease ends; null while another one is. */
export async function claimRenderer(tx: Tx, now: Date): Promise<Date | null> {
  const leaseUntil = new Date(now.getTime() + leaseMs)
  const rows = await tx.$queryRaw<{ name: string }[]>`
    insert into job_run (name, started_at, lease_until)
    values (${documentJob}, ${now}::timestamptz, ${leaseUntil}::timestamptz)
    on conflict (name) do update set started_at = excluded.started_at, lease_until = excluded.lease_until
     where job_run.lease_until is null or job_run.lease_until <= ${now}::timestamptz
    returning name`
  return rows.length === 1 ? leaseUntil : null
}

/** Lets the next renderer in, if the lease is still this one's. */
export async function releaseRenderer(tx: Tx, leaseUntil: Date, now: Date): Promise<void> {
  await tx.jobRun.updateMany({
    where: { name: documentJob, leaseUntil },
    data: { leaseUntil: null, finishedAt: now },
  })
}

/**
 * Keeps the bytes under their SHA-256 and makes the document ready, once: whoever comes second changes
 * nothing and keeps nothing.
 * @returns whether this was the first
 */
export async function keepFile(
  tx: Tx,
  documentId: string,
  bytes: Uint8Array<ArrayBuffer>,
  pageCount: number,
): Promise<boolean> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    select id from document where id = ${documentId}::uuid and state <> 'ready' for update`
  if (held.length === 0) return false
  const fileSha256 = sha256(bytes)
  await tx.storedFile.createMany({
    data: [{ sha256: fileSha256, size: bytes.length, mime: 'application/pdf', bytes }],
    skipDuplicates: true,
  })
  await tx.document.updateMany({
    where: { id: documentId },
    data: { state: 'ready', fileSha256, pageCount, attempts: { increment: 1 }, lastError: null },
  })
  return true
}

/** Writes down that a document could not be drawn. @returns false when it has its file after all */
export async function renderFailed(tx: Tx, documentId: string, error: string): Promise<boolean> {
  const { count } = await tx.document.updateMany({
    where: { id: documentId, state: { not: 'ready' } },
    data: { state: 'failed', attempts: { increment: 1 }, lastError: error },
  })
  return count === 1
}
