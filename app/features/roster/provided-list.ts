import { canonicalJson } from '#app/shared/canonical.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { ProvisionColumn, ProvisionListV1 } from '#templates/provision-list/v1.schema.ts'
import { whyLeftOut } from './domain/eligibility.ts'
import { fateOf, type ProvidedItem } from './domain/items.ts'
import type { PersonStanding } from './views.ts'

/** Who is given and who is left out, on a day. */
export function divide(people: PersonStanding[], today: TokyoDay): { given: PersonStanding[]; leftOut: PersonStanding[] } {
  return {
    given: people.filter((person) => whyLeftOut(person, today) === null),
    leftOut: people.filter((person) => whyLeftOut(person, today) !== null),
  }
}

/** The items of one person in a provision, as a text that can be compared: 'area,phone'. */
export function itemsGiven(items: readonly ProvidedItem[], person: Pick<PersonStanding, 'allowed'>): string {
  return items.filter((item) => fateOf(item, items, person.allowed) === 'given').join(',')
}

/** The list as it was looked at, spelled once; its hash tells whether it has changed since. */
export function seenText(items: readonly ProvidedItem[], given: PersonStanding[]): string {
  return canonicalJson(given.map((person) => [person.entryId, itemsGiven(items, person)]))
}

/** What one person's line holds; an item that was not allowed or not asked is null. */
export interface ProfileLine {
  registrationNo: string
  name: string
  kana: string
  workingName: string | null
  area: string | null
  phone: string | null
  address: string | null
  peer: boolean | null
}

/** Covering facts of the printed list. */
export interface ListCover extends Omit<ProvisionListV1, 'columns' | 'entries'> {
  items: readonly ProvidedItem[]
}

/** The printed list (S3 第3-2(2)イ): a column outside the provision does not exist at all. */
export function listDocument({ items, ...cover }: ListCover, lines: ProfileLine[]): ProvisionListV1 {
  const columns: ProvisionColumn[] = [...items]
  const has = (item: ProvidedItem) => items.includes(item)
  return {
    ...cover,
    columns,
    entries: lines.map((line) => ({
      registrationNo: line.registrationNo,
      kana: line.kana,
      name: line.name,
      workingName: has('workingName') ? line.workingName : null,
      area: has('area') ? line.area : null,
      phone: has('phone') ? line.phone : null,
      address: has('address') ? line.address : null,
      peer: has('peer') && line.peer === true,
    })),
  }
}
