import { issueDocument } from '#app/features/correspondence/store.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { sealOptional } from '#app/platform/fields.server.ts'
import { canonicalJson } from '#app/shared/canonical.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { type SigningFacts, signatureRecord } from './domain/signature-record.ts'
import { consentDocument, type SignatureOnPaper } from './document.ts'
import { applicantOf, liveRecipients, moveConsent, type StoredConsent } from './store.server.ts'
import type { Recipient } from './views.ts'

/** What makes one signature: how, by whom, with which ink. */
export interface Sealing {
  method: 'drawn' | 'paperScan'
  signedAt: Date
  /** SHA-256 of the ink: of the strokes' text, or of the scan. */
  inkSha256: Uint8Array
  /** The strokes themselves, as JSON; null on paper. */
  strokes: string | null
  proxy: { name: string; relation: string; reason: string } | null
  identity: SigningFacts['identity']
  /** How the printed form shows the signature. */
  onPaper: SignatureOnPaper
}

/** A consent whose explanation is complete. */
export type ReadConsent = StoredConsent & { explainedAt: Date }

/**
 * Signs: names the recipients, moves the consent on, writes the signature's record and issues the
 * sealed form. Part of the signing commands' transaction; the order of locks is consent first.
 * @returns false when the consent is no longer as it was read, or the applicant is gone
 */
export async function seal(tx: Tx, ctx: Ctx, consent: ReadConsent, sealing: Sealing): Promise<boolean> {
  const { id, bodyId, personId, explainedAt } = consent
  const recipients = await liveRecipients(tx, bodyId, ctx.clock.today())
  const applicant = await applicantOf(tx, bodyId, personId)
  if (!applicant) return false
  await tx.rosterConsentRecipient.createMany({
    data: recipients.map((recipient) => ({ consentId: id, recipientId: recipient.id })),
    skipDuplicates: true,
  })
  const { coversPlanned } = consent.text.wording
  const { method, signedAt } = sealing
  const moved = await moveConsent(tx, consent, { state: 'signed', signedAt, method, coversPlanned })
  if (!moved) return false
  await writeSignature(tx, ctx, consent, sealing, recipients)
  await issueDocument(tx, ctx, {
    kind: 'rosterConsent',
    bodyId,
    subject: { personId, consentId: id },
    data: consentDocument({
      consent,
      explainedAt,
      recipients,
      applicant,
      today: ctx.clock.today(),
      proxy: sealing.proxy,
      signature: sealing.onPaper,
    }),
  })
  return true
}

async function writeSignature(
  tx: Tx,
  ctx: Ctx,
  consent: ReadConsent,
  sealing: Sealing,
  recipients: Recipient[],
): Promise<void> {
  const previous = await tx.signature.findFirst({
    where: { bodyId: consent.bodyId, rosterConsent: { personId: consent.personId } },
    orderBy: { createdAt: 'desc' },
    select: { recordHash: true },
  })
  const record = signatureRecord(factsOf(consent, sealing, recipients, previous?.recordHash ?? null))
  const id = ctx.ids.next()
  await tx.signature.createMany({
    data: [
      {
        id,
        bodyId: consent.bodyId,
        rosterConsentId: consent.id,
        method: sealing.method,
        strokesEnc: sealOptional('signature.strokes', id, sealing.strokes),
        proxyName: sealing.proxy?.name ?? null,
        relation: sealing.proxy?.relation ?? null,
        reason: sealing.proxy?.reason ?? null,
        record: record as object,
        recordHash: sha256(canonicalJson(record)),
        prevHash: previous?.recordHash ?? null,
        createdAt: sealing.signedAt,
      },
    ],
  })
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function factsOf(
  consent: ReadConsent,
  { method, signedAt, inkSha256, proxy, identity }: Sealing,
  recipients: Recipient[],
  previous: Uint8Array | null,
): SigningFacts {
  const { text, reads, explainedAt, choices } = consent
  return {
    consentId: consent.id,
    personId: consent.personId,
    text: { no: text.no, sha256: text.sha256 },
    explained: {
      items: reads.map(({ no, at }) => ({ no, at: at.toISOString() })),
      at: explainedAt.toISOString(),
    },
    choices,
    recipients,
    coversPlanned: text.wording.coversPlanned,
    method,
    inkSha256: hex(inkSha256),
    signedAt: signedAt.toISOString(),
    proxy,
    identity,
    previous: previous && hex(previous),
  }
}
