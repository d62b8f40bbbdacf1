import { fromDateColumn } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { openOptional } from '#app/platform/fields.server.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { ConsentState } from './domain/lifecycle.ts'
import type { ConsentText } from './domain/text.ts'
import { WordingSchema } from './forms.ts'
import type { ApplicantFacts, ConsentFacts, Paper, Recipient } from './views.ts'

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

const whole = {
  text: { include: { explanationItems: { orderBy: { no: 'asc' } } } },
  explanationAcks: { orderBy: { itemNo: 'asc' } },
  consentPapers: { orderBy: { uploadedAt: 'desc' } },
  documents: { where: { kind: 'rosterConsent', voidedAt: null }, select: { id: true } },
  body: { select: { name: true } },
} as const

async function findRow(tx: Tx, id: string) {
  return tx.rosterConsent.findUnique({ where: { id }, include: whole })
}

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>

/** The consent as it stands, without list of recipients and desk; null when it is not there for this actor. */
export type StoredConsent = Omit<ConsentFacts, 'recipients' | 'desk' | 'today'>

/** Loads one consent. @returns null when there is none that this actor may see */
export async function loadConsent(tx: Tx, id: string): Promise<StoredConsent | null> {
  const row = await findRow(tx, id)
  return row && toConsent(row)
}

function toConsent(row: Row): StoredConsent {
  return {
    id: row.id,
    bodyId: row.bodyId,
    bodyName: row.body.name,
    personId: row.personId,
    state: row.state as ConsentState,
    version: row.version,
    text: toText(row.text),
    reads: row.explanationAcks.map(({ itemNo, at }) => ({ no: itemNo, at })),
    explainedAt: row.explainedAt,
    signedAt: row.signedAt,
    method: row.method as StoredConsent['method'],
    withdrawnAt: row.withdrawnAt,
    coversPlanned: row.coversPlanned,
    chosenAt: row.chosenAt,
    choices: { phone: row.allowPhone, address: row.allowAddress, peer: row.allowPeer, photo: row.allowPhoto },
    papers: row.consentPapers.map(toPaper),
    documentId: row.documents[0]?.id ?? null,
  }
}

function toText(row: Row['text']): ConsentText & { sha256: string } {
  const items = row.explanationItems.map(({ no, title, text }) => ({ no, title, text }))
  return { no: row.no, title: row.title, wording: WordingSchema.parse(row.body), items, sha256: hex(row.sha256) }
}

function toPaper(row: Row['consentPapers'][number]): Paper {
  const { id, uploadedAt, confirmedAt, rejectedAt, rejectReason } = row
  return { id, sha256: hex(row.fileSha256), uploadedAt, confirmedAt, rejectedAt, rejectReason }
}

/**
 * The municipalities that the body's roster goes to on a day: its own area's, running dispatch or about to
 * (S3 第3-2(2)イ, (3)ア).
 */
export async function liveRecipients(tx: Tx, bodyId: string, today: TokyoDay): Promise<Recipient[]> {
  const rows = await tx.programme.findMany({
    where: {
      kind: 'dispatch',
      fiscalYear: fiscalYear(today),
      status: { in: ['operating', 'planned'] },
      body: { OR: [{ id: bodyId }, { prefectureId: bodyId }] },
    },
    select: { status: true, body: { select: { id: true, name: true } } },
    orderBy: [{ body: { localGovCode: 'asc' } }],
  })
  return rows.map(({ body, status }) => ({ ...body, status: status as Recipient['status'] }))
}

/** The newest consent text of a body in force on a day, or null. */
export async function textInForce(tx: Tx, bodyId: string, today: TokyoDay): Promise<{ id: string } | null> {
  const rows = await tx.consentText.findMany({
    where: { bodyId },
    orderBy: { no: 'desc' },
    select: { id: true, inForceFrom: true },
  })
  return rows.find((row) => fromDateColumn(row.inForceFrom) <= today) ?? null
}

/** What the newest completed application of a person to a body says; null without one. */
export async function applicantOf(tx: Tx, bodyId: string, personId: string): Promise<ApplicantFacts | null> {
  const completion = await tx.completion.findFirst({
    where: { bodyId, personId, voidedAt: null },
    orderBy: { completedOn: 'desc' },
    select: { applicationId: true, application: { select: { name: true, kana: true, preferredName: true } } },
  })
  if (!completion) return null
  const { applicationId, application } = completion
  const kept = await tx.applicationPrivate.findUnique({ where: { applicationId } })
  return {
    ...application,
    email: openOptional('application_private.email', applicationId, kept?.emailEnc ?? null),
    phone: openOptional('application_private.phone', applicationId, kept?.phoneEnc ?? null),
    address: openOptional('application_private.address', applicationId, kept?.addressEnc ?? null),
  }
}

/** Moves a consent on, if it is still as it was read. @returns false when somebody was faster */
export async function moveConsent(
  tx: Tx,
  was: Pick<StoredConsent, 'id' | 'state' | 'version'>,
  change: Parameters<Tx['rosterConsent']['updateMany']>[0]['data'],
): Promise<boolean> {
  const { count } = await tx.rosterConsent.updateMany({
    where: { id: was.id, state: was.state, version: was.version },
    data: { ...change, version: was.version + 1 },
  })
  return count === 1
}
