import { issueDocument } from '#app/features/correspondence/store.server.ts'
import { deskOf } from '#app/features/directory/queries.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { openOptional, sealOptional } from '#app/platform/fields.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { nameSearchKey } from '#app/shared/kana.ts'
import { tokyoDay } from '#app/shared/tokyo-day.ts'
import { differences } from '../domain/differences.ts'
import { fateOf } from '../domain/items.ts'
import { itemsGiven, listDocument, type ProfileLine } from '../provided-list.ts'
import type { PersonStanding, ProvisionHead } from '../views.ts'
import { loadGiven } from './provisions.server.ts'
import { provisionNo, registrationNo } from './numbers.ts'
import { termsOfVersion } from './terms.server.ts'

interface Registered {
  phoneEnc: Uint8Array | null
  addressEnc: Uint8Array | null
  isPeer: boolean
}

/** What of one person goes into this provision: asked for, and allowed by the person. */
function lineOf(head: ProvisionHead, person: PersonStanding, entryId: string, entry: Registered): ProfileLine {
  const given = (item: Parameters<typeof fateOf>[0]) => fateOf(item, head.items, person.allowed) === 'given'
  return {
    registrationNo: person.registrationNo,
    name: person.name,
    kana: person.kana,
    workingName: given('workingName') ? person.workingName : null,
    area: given('area') ? person.homeArea : null,
    phone: given('phone') ? openOptional('roster_entry.phone', entryId, entry.phoneEnc) : null,
    address: given('address') ? openOptional('roster_entry.address', entryId, entry.addressEnc) : null,
    peer: given('peer') ? entry.isPeer : null,
  }
}

/**
 * Hands people over: one row for the fact, one for the data, each under its consent's lock (N2).
 * @returns the lines as they were given, in the order of the people
 */
export async function handOver(
  tx: Tx,
  ctx: Ctx,
  head: ProvisionHead,
  people: PersonStanding[],
): Promise<ProfileLine[]> {
  const { id: provisionId, bodyId, recipientId } = head
  const entryIds = people.flatMap((person) => person.entryId ?? [])
  const entries = await tx.rosterEntry.findMany({ where: { id: { in: entryIds } } })
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]))
  const releasedAt = ctx.clock.now()
  const given = people.flatMap((person) => {
    const entry = person.entryId ? entryOf.get(person.entryId) : undefined
    return entry ? [{ id: ctx.ids.next(), person, entry, line: lineOf(head, person, entry.id, entry) }] : []
  })
  await tx.provisionEntry.createMany({
    data: given.map(({ id, person, entry }) => ({
      id, provisionId, bodyId, recipientId, rosterEntryId: entry.id, personId: person.personId, releasedAt,
    })),
  })
  await tx.provisionProfile.createMany({
    data: given.map(({ id, person, line }) => ({
      entryId: id, recipientId, personId: person.personId,
      registrationNo: line.registrationNo, name: line.name, kana: line.kana,
      kanaSort: person.kanaSort, nameSearch: nameSearchKey(line.name),
      workingName: line.workingName, homeArea: line.area ?? '',
      phoneEnc: sealOptional('provision_profile.phone', id, line.phone),
      addressEnc: sealOptional('provision_profile.address', id, line.address),
      isPeer: line.peer,
    })),
  })
  return given.map(({ line }) => line)
}

/** The provision before this one to the same municipality, as far as a comparison needs it. */
export async function previousTo(tx: Tx, head: Pick<ProvisionHead, 'id' | 'bodyId' | 'recipientId' | 'deliveredAt'>) {
  const before = await tx.provision.findFirst({
    where: {
      bodyId: head.bodyId, recipientId: head.recipientId, id: { not: head.id },
      deliveredAt: head.deliveredAt ? { lt: head.deliveredAt } : { not: null },
    },
    orderBy: { deliveredAt: 'desc' },
    select: { id: true, fiscalYear: true, no: true, deliveredAt: true, provisionItems: { select: { item: true } } },
  })
  if (!before?.deliveredAt) return null
  const items = before.provisionItems.map(({ item }) => item)
  const rows = await loadGiven(tx, before.id)
  return {
    no: provisionNo(before.fiscalYear, before.no),
    deliveredOn: tokyoDay(before.deliveredAt),
    people: rows.map(({ personId, rosterEntry }) => ({
      personId,
      registrationNo: registrationNo(rosterEntry.fiscalYear, rosterEntry.registrationNo),
      items: itemsOfRow(items, rosterEntry.consent),
    })),
  }
}

function itemsOfRow(items: string[], consent: { allowPhone: boolean; allowAddress: boolean; allowPeer: boolean }): string {
  const order = ['workingName', 'area', 'phone', 'address', 'peer'] as const
  const asked = order.filter((item) => items.includes(item))
  return itemsGiven(asked, {
    allowed: { phone: consent.allowPhone, address: consent.allowAddress, peer: consent.allowPeer },
  })
}

/** Issues the printed list with its covering letter (S3 第3-2(2)イ). */
export async function issueList(
  tx: Tx,
  ctx: Ctx,
  head: ProvisionHead,
  people: { personId: string; items: string; line: ProfileLine }[],
): Promise<string> {
  const row = await tx.provision.findUniqueOrThrow({ where: { id: head.id }, select: { termsId: true, expiresOn: true } })
  const words = await termsOfVersion(tx, row.termsId!)
  const desk = await deskOf(tx, head.bodyId, ctx.clock.today())
  const before = await previousTo(tx, head)
  const diff = before && differences(before.people, people.map(({ personId, items, line }) => ({
    personId, items, registrationNo: line.registrationNo,
  })))
  const contact = { office: desk?.name ?? head.bodyName, phone: desk?.phone ?? null, email: desk?.mail ?? null }
  const { id } = await issueDocument(tx, ctx, {
    kind: 'provisionList',
    bodyId: head.bodyId,
    subject: { provisionId: head.id, recipientId: head.recipientId },
    data: listDocument({
      provisionNo: head.no,
      providedOn: head.deliveredAt ? tokyoDay(head.deliveredAt) : ctx.clock.today(),
      expiresOn: fromDateColumn(row.expiresOn),
      provider: { body: head.bodyName, headPost: words.headPost, headName: words.headName, contact },
      recipient: { body: head.recipientName, addressee: `${head.recipientName}長` },
      purpose: head.purpose,
      basis: words.basis,
      method: words.method,
      terms: words.terms,
      safeguard: words.safeguard,
      since: before && diff && {
        provisionNo: before.no, providedOn: before.deliveredOn,
        added: diff.added.length, changed: diff.changed.length, withdrawn: diff.gone.length,
      },
      receipt: head.acceptedAt ? { receivedOn: tokyoDay(head.acceptedAt), by: head.recipientName } : null,
      items: head.items,
    }, people.map(({ line }) => line)),
  })
  return id
}

/** The lines of a provision that stands, without whoever withdrew; for drawing its list anew. */
export async function standingLines(tx: Tx, head: ProvisionHead) {
  const rows = await tx.provisionEntry.findMany({
    where: { provisionId: head.id, releasedAt: { not: null }, recallRequestedAt: null },
    include: { provisionProfiles: true, rosterEntry: { include: { consent: true } } },
    orderBy: { rosterEntry: { kanaSort: 'asc' } },
  })
  return rows.flatMap(({ personId, provisionProfiles: [profile], rosterEntry }) => {
    if (!profile || profile.hiddenAt) return []
    const line: ProfileLine = {
      registrationNo: profile.registrationNo, name: profile.name, kana: profile.kana,
      workingName: profile.workingName, area: profile.homeArea || null,
      phone: openOptional('provision_profile.phone', profile.entryId, profile.phoneEnc),
      address: openOptional('provision_profile.address', profile.entryId, profile.addressEnc),
      peer: profile.isPeer,
    }
    return [{ personId, items: itemsOfRow(head.items, rosterEntry.consent), line }]
  })
}
