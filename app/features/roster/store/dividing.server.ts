import { sha256 } from '#app/platform/crypto.server.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { divide, itemsGiven, seenText } from '../provided-list.ts'
import type { PersonStanding, ProvidedItem } from '../views.ts'

/** Somebody who would be given now, with the items that would be. */
export interface GivenNow extends PersonStanding {
  itemsGiven: string
}

/** Who would be given now and who not, with the fingerprint by which a change since is noticed (64 hex digits). */
export function divideNow(
  people: PersonStanding[],
  items: readonly ProvidedItem[],
  today: TokyoDay,
): { given: GivenNow[]; leftOut: PersonStanding[]; seen: string } {
  const { given, leftOut } = divide(people, today)
  const seen = Buffer.from(sha256(seenText(items, given))).toString('hex')
  return { given: given.map((person) => ({ ...person, itemsGiven: itemsGiven(items, person) })), leftOut, seen }
}
