import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { openOptional, sealOptional } from '#app/platform/fields.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { nameSearchKey } from '#app/shared/kana.ts'
import { fateOf } from '../domain/items.ts'
import type { ProfileLine } from '../provided-list.ts'
import type { PersonStanding, ProvisionHead } from '../views.ts'

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
      registrationNo: person.registrationNo,
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
