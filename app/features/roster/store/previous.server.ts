import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { tokyoDay } from '#app/shared/tokyo-day.ts'
import { itemsGiven } from '../provided-list.ts'
import type { ProvisionHead } from '../views.ts'
import { provisionNo, registrationNo } from './numbers.ts'
import { loadGiven } from './provisions.server.ts'

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

/** The items of one person in an earlier provision, as a text that can be compared. */
export function itemsOfRow(items: string[], consent: { allowPhone: boolean; allowAddress: boolean; allowPeer: boolean }): string {
  const order = ['workingName', 'area', 'phone', 'address', 'peer'] as const
  const asked = order.filter((item) => items.includes(item))
  return itemsGiven(asked, {
    allowed: { phone: consent.allowPhone, address: consent.allowAddress, peer: consent.allowPeer },
  })
}
