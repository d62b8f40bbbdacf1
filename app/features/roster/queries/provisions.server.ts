import { may } from '#app/access/policy.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { divideNow } from '../store/dividing.server.ts'
import { provisionNo, registrationNo } from '../store/numbers.ts'
import { previousTo } from '../store/previous.server.ts'
import { loadGiven, headFor } from '../store/provisions.server.ts'
import { municipalitiesOf, standingsTowards } from '../store/standing.server.ts'
import { termsInForce, type ProvisionTerms } from '../store/terms.server.ts'
import type { GivenProvision, Municipality, ProvisionRow, ProvisionState, RecallRow } from '../views.ts'

function bodyOf(ctx: Ctx): string | null {
  const { actor } = ctx
  return actor.kind === 'staff' && may(actor, 'provision.view', { bodyId: actor.bodyId }) ? actor.bodyId : null
}

/** The body's provisions, newest first, and the recalls that were ever asked for. */
export async function listProvisions(ctx: Ctx): Promise<{ rows: ProvisionRow[]; recalls: RecallRow[] } | null> {
  const bodyId = bodyOf(ctx)
  if (!bodyId) return null
  return withActor(ctx, async (tx) => {
    const rows = await tx.provision.findMany({
      where: { bodyId },
      orderBy: [{ fiscalYear: 'desc' }, { no: 'desc' }],
      include: {
        recipient: { select: { name: true } },
        provisionEntries: { select: { releasedAt: true, recallRequestedAt: true, recallAckAt: true } },
      },
    })
    const recalls = await recallsOf(tx, bodyId)
    await auditRead(tx, { action: 'provision.list', entity: 'body', id: bodyId, detail: { rows: rows.length } })
    return {
      recalls,
      rows: rows.map((row) => ({
        id: row.id,
        no: provisionNo(row.fiscalYear, row.no),
        otherName: row.recipient.name,
        state: row.state as ProvisionState,
        deliveredAt: row.deliveredAt,
        acceptedAt: row.termsAcceptedAt,
        expiresOn: fromDateColumn(row.expiresOn),
        people: row.provisionEntries.filter((entry) => entry.releasedAt && !entry.recallRequestedAt).length,
        openRecalls: row.provisionEntries.filter((entry) => entry.recallRequestedAt && !entry.recallAckAt).length,
      })),
    }
  })
}

async function recallsOf(tx: Tx, bodyId: string): Promise<RecallRow[]> {
  const rows = await tx.provisionEntry.findMany({
    where: { bodyId, recallRequestedAt: { not: null }, releasedAt: { not: null } },
    orderBy: { recallRequestedAt: 'desc' },
    include: { rosterEntry: true, provision: { select: { recipient: { select: { name: true } } } } },
  })
  return rows.map((row) => ({
    personId: row.personId,
    registrationNo: registrationNo(row.rosterEntry.fiscalYear, row.rosterEntry.registrationNo),
    name: row.rosterEntry.name,
    requestedAt: row.recallRequestedAt!,
    recipientId: row.recipientId,
    recipientName: row.provision.recipient.name,
    acknowledgedAt: row.recallAckAt,
  }))
}

/** What the form of a new provision needs: the area's municipalities and the terms in force. */
export async function getNewProvision(
  ctx: Ctx,
): Promise<{ municipalities: Municipality[]; terms: ProvisionTerms | null } | null> {
  const bodyId = bodyOf(ctx)
  if (!bodyId) return null
  return withActor(ctx, async (tx) => {
    const today = ctx.clock.today()
    const terms = await termsInForce(tx, bodyId, today)
    return { municipalities: await municipalitiesOf(tx, bodyId, today), terms: terms?.terms ?? null }
  })
}

/** One provision from the giving end: before delivery who would be given now, afterwards who was. */
export async function getProvision(ctx: Ctx, id: string): Promise<GivenProvision | null> {
  return withActor(ctx, async (tx) => {
    const head = await headFor(tx, ctx, 'provision.view', id)
    if (!head) return null
    const today = ctx.clock.today()
    const everybody = await standingsTowards(tx, head.bodyId, head.recipientId)
    const divided = divideNow(everybody, head.items, today)
    const given = head.state === 'prepared' ? [] : await loadGiven(tx, id)
    const people = head.state === 'prepared'
      ? divided.given.map((person) => ({ ...person, recalledAt: null, recallAckAt: null }))
      : given.flatMap((row) => {
          const person = everybody.find((one) => one.personId === row.personId)
          return person ? [{ ...person, recalledAt: row.recallRequestedAt, recallAckAt: row.recallAckAt }] : []
        })
    const previous = await previousTo(tx, head)
    await auditRead(tx, { action: 'provision.view', entity: 'provision', id, detail: { people: people.length } })
    return {
      head, people, leftOut: divided.leftOut, previous, today, seen: divided.seen,
    }
  })
}
