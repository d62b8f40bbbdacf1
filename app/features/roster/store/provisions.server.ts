import type { Action } from '#app/access/actions.ts'
import { may } from '#app/access/policy.ts'
import { provisionSetting } from '#app/features/directory/settings.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { tokyoDay } from '#app/shared/tokyo-day.ts'
import { isProvidedItem, providedItems } from '../domain/items.ts'
import type { ProvisionHead, ProvisionState } from '../views.ts'
import { provisionNo } from './numbers.ts'
import { dispatchStatus } from './standing.server.ts'

const headParts = {
  provisionItems: { select: { item: true } },
  terms: { select: { value: true } },
  body: { select: { name: true } },
  recipient: { select: { name: true } },
  documents: { where: { kind: 'provisionList', voidedAt: null }, orderBy: { issuedAt: 'desc' }, select: { id: true } },
} as const

/** The covering facts of a provision, if this actor may do this with it; otherwise null, as if it were not there. */
export async function headFor(tx: Tx, ctx: Ctx, action: Action, id: string): Promise<ProvisionHead | null> {
  if (!may(ctx.actor, action)) return null
  const head = await loadHead(tx, id)
  return head && may(ctx.actor, action, head) ? head : null
}

async function loadHead(tx: Tx, id: string): Promise<ProvisionHead | null> {
  if (!isUuid(id)) return null
  const row = await tx.provision.findUnique({ where: { id }, include: headParts })
  if (!row) return null
  const items = new Set(row.provisionItems.map(({ item }) => item).filter(isProvidedItem))
  const createdOn = tokyoDay(row.createdAt)
  return {
    id,
    bodyId: row.bodyId,
    bodyName: row.body.name,
    recipientId: row.recipientId,
    recipientName: row.recipient.name,
    recipientStatus: await dispatchStatus(tx, row.recipientId, createdOn),
    no: provisionNo(row.fiscalYear, row.no),
    purpose: row.purpose,
    items: providedItems.filter((item) => items.has(item)),
    terms: row.terms ? provisionSetting.parse(row.terms.value).terms : [],
    state: row.state as ProvisionState,
    version: row.version,
    preparedOn: createdOn,
    deliveredAt: row.deliveredAt,
    acceptedAt: row.termsAcceptedAt,
    expiresOn: fromDateColumn(row.expiresOn),
    documentId: row.documents[0]?.id ?? null,
  }
}

/** The people of a provision that was handed over, in the order of kana, with their registrations. */
export async function loadGiven(tx: Tx, provisionId: string) {
  return tx.provisionEntry.findMany({
    where: { provisionId, releasedAt: { not: null } },
    include: { rosterEntry: { include: { consent: true } } },
    orderBy: { rosterEntry: { kanaSort: 'asc' } },
  })
}
