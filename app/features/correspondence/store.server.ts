import { afterCommit, type Tx } from '#app/platform/db/with-actor.server.ts'
import { openField, sealField } from '#app/platform/fields.server.ts'
import { poke } from '#app/platform/jobs/poke.ts'
import { canonicalJson } from '#app/shared/canonical.ts'
import { checkCodeFrom } from '#app/shared/check-code.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalNumber, fiscalYear } from '#app/shared/fiscal-year.ts'
import { fingerprint } from '#templates/fingerprint.ts'
import { type DocumentData, type DocumentKind, documentSchemas } from '#templates/kinds.ts'

/** The job that renders. */
export const documentJob = 'documents'

/** Column and row that a document's data is bound to. */
const place = 'document.data'

/** The version of each template that new documents are made with. A document keeps its own. */
export const templateVersions: Record<DocumentKind, number> = {
  completionCertificate: 2,
  rosterConsent: 1,
  provisionList: 1,
  agreedPlan: 1,
  incidentReport: 1,
}

/** Whom and what a document is about; these decide who may open it. */
export interface DocumentSubject {
  personId?: string
  certificateId?: string
  consentId?: string
  provisionId?: string
  /** The municipality a provision goes to. */
  recipientId?: string
  dispatchId?: string
  planVersionId?: string
  incidentId?: string
}

/** One document to be issued. */
export interface DocumentOrder<K extends DocumentKind> {
  kind: K
  /** The issuing body. */
  bodyId: string
  subject: DocumentSubject
  data: DocumentData<K>
  /** The number it already has as a record (certificates); without it the next of its kind and year is taken. */
  number?: { fiscalYear: number; no: number }
  /** The body's own form number, 「様式第3号（第6条関係）」; without it the template's is printed. */
  formNo?: string
}

/** A document that was issued; its file comes a moment later. */
export interface IssuedDocument {
  id: string
  /** 'K7QM-2XHD-9RTB' */
  checkCode: string
  /** 「第R8-0012号」 */
  no: string
}

async function takeNumber(tx: Tx, bodyId: string, kind: DocumentKind, year: number): Promise<number> {
  const rows = await tx.$queryRaw<{ no: number }[]>`
    select app.next_no(${bodyId}::uuid, ${`document.${kind}`}, ${year}::int) as no`
  return rows[0]!.no
}

/**
 * Issues a document in the transaction of its cause: number, check code, canonical data and its
 * fingerprint are fixed now; a job draws it once after the commit. The caller writes the audit row.
 * @throws ZodError when the data does not fit the template, because then the program is wrong
 */
export async function issueDocument<K extends DocumentKind>(
  tx: Tx,
  ctx: Pick<Ctx, 'clock' | 'ids'>,
  order: DocumentOrder<K>,
): Promise<IssuedDocument> {
  const id = ctx.ids.next()
  const data = documentSchemas[order.kind].parse(order.data)
  const year = order.number?.fiscalYear ?? fiscalYear(ctx.clock.today())
  const no = order.number?.no ?? (await takeNumber(tx, order.bodyId, order.kind, year))
  const checkCode = checkCodeFrom(ctx.ids.secret())
  const { consentId, ...subject } = order.subject
  await tx.document.createMany({
    data: [
      {
        id,
        bodyId: order.bodyId,
        kind: order.kind,
        fiscalYear: year,
        no,
        templateVersion: templateVersions[order.kind],
        formNo: order.formNo ?? null,
        dataEnc: sealField(place, id, canonicalJson(data)),
        fingerprint: Uint8Array.from(Buffer.from(fingerprint(data), 'hex')),
        checkCode,
        issuedAt: ctx.clock.now(),
        ...subject,
        rosterConsentId: consentId ?? null,
      },
    ],
  })
  afterCommit(tx, () => poke(documentJob))
  return { id, checkCode, no: fiscalNumber(year, no) }
}

/** The data a document was issued with. @throws when it was altered or moved to another document */
export function openDocumentData(documentId: string, sealed: Uint8Array): unknown {
  return JSON.parse(openField(place, documentId, sealed))
}
