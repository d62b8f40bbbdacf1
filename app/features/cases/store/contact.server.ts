import { fromOptionalDate, toDateColumn } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { openOptional, sealField, sealOptional } from '#app/platform/fields.server.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { ContactKind, ContactMethod, ContactPartner, Reach } from '../domain/types.ts'
import type { ContactFacts } from '../facts.ts'
import { optionalDateColumn } from './case.server.ts'

/** A contact about to be written. */
export interface NewContact {
  id: string
  bodyId: string
  caseId: string | null
  heldAt: Date
  on: TokyoDay
  minutes: number
  partners: ContactPartner[]
  methods: ContactMethod[]
  reached: Reach
  kind: ContactKind
  summary: string
  nextStep: string
  nextOn: TokyoDay | null
  promise: string | null
  recordedBy: string
}

/** Writes the first version of a contact with its methods and partners, the texts sealed. */
export async function insertContact(tx: Tx, contact: NewContact): Promise<void> {
  const { id, bodyId, caseId, heldAt, on, kind, reached, recordedBy } = contact
  await tx.contact.createMany({ data: [{ id, bodyId, caseId, currentNo: 1 }] })
  await tx.contactVersion.createMany({
    data: [
      {
        contactId: id, no: 1, bodyId, heldAt, kind, reached, recordedBy,
        day: toDateColumn(on),
        fiscalYear: fiscalYear(on),
        durationMinutes: contact.minutes,
        summaryEnc: sealField('contact_version.summary', id, contact.summary),
        nextPromiseEnc: sealOptional('contact_version.promise', id, contact.promise),
        nextStepEnc: sealOptional('contact_version.next_step', id, contact.nextStep),
        nextOn: optionalDateColumn(contact.nextOn),
      },
    ],
  })
  const of = { contactId: id, no: 1, bodyId }
  await tx.contactMethod.createMany({ data: contact.methods.map((code) => ({ ...of, code })) })
  await tx.contactPartner.createMany({ data: contact.partners.map((code) => ({ ...of, code })) })
}

/** Contacts of one case in their current versions, newest first, opened. */
export async function contactsOf(
  tx: Tx,
  caseId: string,
  names: Map<string, string>,
  take?: number,
): Promise<ContactFacts[]> {
  const heads = await tx.contact.findMany({
    where: { caseId, voidedAt: null },
    select: { id: true, currentNo: true },
  })
  const current = new Map(heads.map((head) => [head.id, head.currentNo]))
  const rows = await tx.contactVersion.findMany({
    where: { contactId: { in: [...current.keys()] } },
    include: { contactMethods: true, contactPartners: true },
    orderBy: [{ heldAt: 'desc' }, { contactId: 'desc' }],
    ...(take ? { take: take * 2 } : {}),
  })
  return rows
    .filter((row) => current.get(row.contactId) === row.no)
    .slice(0, take)
    .map((row) => ({
      id: row.contactId,
      heldAt: row.heldAt,
      kind: row.kind as ContactKind,
      reached: row.reached as Reach,
      minutes: row.durationMinutes,
      methods: row.contactMethods.map(({ code }) => code as ContactMethod),
      partners: row.contactPartners.map(({ code }) => code as ContactPartner),
      summary: openOptional('contact_version.summary', row.contactId, row.summaryEnc) ?? '',
      promise: openOptional('contact_version.promise', row.contactId, row.nextPromiseEnc),
      nextStep: openOptional('contact_version.next_step', row.contactId, row.nextStepEnc),
      nextOn: fromOptionalDate(row.nextOn),
      recordedBy: names.get(row.recordedBy) ?? '前の担当',
    }))
}
