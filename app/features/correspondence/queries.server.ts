import type { Action } from '#app/access/actions.ts'
import { type Actor, hasRole } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import { log } from '#app/platform/log.server.ts'
import { normalizeCheckCode } from '#app/shared/check-code.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { CheckedDocument, CheckedFile, OpenedDocument, UndeliveredMail, UndrawnDocument } from './facts.ts'

const listed = 100

/** By which act each kind is read; a kind that is not here opens for nobody. */
const readBy: Partial<Record<string, Action[]>> = {
  completionCertificate: ['certificate.view'],
  rosterConsent: ['consent.view'],
  provisionList: ['provision.view', 'provision.open'],
  agreedPlan: ['plan.view'],
  incidentReport: ['incident.view'],
}
/** Kinds of a dispatch: whose it is now, row-level security has said when it showed the row. */
const ofDispatch = ['agreedPlan', 'incidentReport']

/**
 * Opens a document for whoever may see it. The kept bytes are compared with their SHA-256 at every
 * reading; altered ones are reported and not given out. The reading is written into the body's trail.
 * @returns null where there is no such document for this reader
 */
export async function getDocumentFile(ctx: Ctx, id: string): Promise<OpenedDocument | null> {
  if (!isUuid(id)) return null
  return withActor(ctx, async (tx) => {
    const row = await tx.document.findUnique({
      where: { id },
      select: {
        bodyId: true, recipientId: true, personId: true, kind: true, fiscalYear: true, no: true, state: true, fileSha256: true,
      },
    })
    if (!row || !mayRead(ctx.actor, row)) return null
    const { bodyId, kind, fiscalYear, no } = row
    if (row.state !== 'ready' || !row.fileSha256) return { state: row.state === 'failed' ? 'failed' : 'coming', kind }
    const bytes = await keptBytes(tx, row.fileSha256)
    const action = bytes ? 'document.view' : 'document.altered'
    if (!bytes) log.error('document.altered', { document: id })
    await auditRead(tx, { action, entity: 'document', id, bodyId })
    return bytes ? { state: 'ready', kind, fiscalYear, no, bytes } : { state: 'altered', kind }
  })
}

function mayRead(actor: Actor, row: { kind: string; bodyId: string; recipientId: string | null; personId: string | null }): boolean {
  const { kind, bodyId, recipientId, personId } = row
  const subject = { bodyId, recipientId: recipientId ?? undefined, personId: personId ?? undefined }
  const acts = readBy[kind] ?? []
  return may(actor, 'document.view') && acts.some((action) => may(actor, action, ofDispatch.includes(kind) ? undefined : subject))
}

/** The bytes kept under a SHA-256, or null when they are missing or no longer have it. */
async function keptBytes(tx: Tx, fileSha256: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = await tx.storedFile.findUnique({ where: { sha256: fileSha256 }, select: { bytes: true } })
  return file && Buffer.from(sha256(file.bytes)).equals(fileSha256) ? file.bytes : null
}

/** Asks for the document of a check code typed by hand; null where there is none or it cannot be a code. */
export async function checkDocument(ctx: Ctx, typed: string): Promise<CheckedDocument | null> {
  const code = normalizeCheckCode(typed)
  if (!code) return null
  const rows = await withActor(ctx, (tx) => tx.$queryRaw<CheckedDocument[]>`
    select kind, body_name as "bodyName", fiscal_year as "fiscalYear", no, issued_at as "issuedAt", fingerprint, voided
      from app.check_document(${code})`)
  return rows[0] ?? null
}

/** Asks whether a file is, byte for byte, one that is kept. It is hashed and forgotten, never opened. */
export async function checkFile(ctx: Ctx, bytes: Uint8Array): Promise<CheckedFile | null> {
  const hash = sha256(bytes)
  const rows = await withActor(ctx, (tx) => tx.$queryRaw<CheckedFile[]>`
    select kind, body_name as "bodyName", fiscal_year as "fiscalYear", no, issued_at as "issuedAt", fingerprint, voided,
        check_code as "checkCode"
      from app.check_file(${hash}::bytea)`)
  return rows[0] ?? null
}

/**
 * Mails of the body that did not arrive, and those of which it is not known; oldest first. No address is
 * shown. Null for who has no part in the body's mail (auditors see the trail).
 */
export async function listUndelivered(ctx: Ctx): Promise<UndeliveredMail[] | null> {
  if (!hasRole(ctx.actor, 'trainer', 'roster', 'dispatch', 'coordinator', 'admin')) return null
  return withActor(ctx, async (tx) => {
    const rows = await tx.outbox.findMany({
      where: { OR: [{ state: 'dead' }, { state: 'sending', leaseUntil: { lt: ctx.clock.now() } }] },
      select: {
        id: true, kind: true, state: true, attempts: true, lastError: true, updatedAt: true,
        dispatchId: true, requestId: true,
      },
      orderBy: { updatedAt: 'asc' },
      take: listed,
    })
    return rows.map(({ state, updatedAt, ...row }) => ({
      ...row, at: updatedAt, state: state === 'dead' ? 'dead' : 'sending',
    }))
  })
}

/** Documents of the desk that could not be drawn; a system administrator sees none of anybody. */
export async function listUndrawn(ctx: Ctx): Promise<UndrawnDocument[]> {
  if (!hasRole(ctx.actor, 'trainer', 'roster', 'dispatch', 'coordinator')) return []
  return withActor(ctx, (tx) =>
    tx.document.findMany({
      where: { state: 'failed' },
      select: { id: true, kind: true, fiscalYear: true, no: true, issuedAt: true },
      orderBy: { issuedAt: 'asc' },
      take: listed,
    }),
  )
}
