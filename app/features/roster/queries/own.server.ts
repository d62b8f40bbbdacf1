import { bodyNames, deskOf } from '#app/features/directory/queries.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { HelpDesk } from '#app/shared/frame.ts'
import { tokyoDay } from '#app/shared/tokyo-day.ts'
import type { EntryState } from '../domain/entry-lifecycle.ts'
import { registrationNo } from '../store/numbers.ts'
import type { HolderFacts, OwnEntry } from '../views.ts'

async function holders(tx: Tx, consentId: string | null): Promise<HolderFacts[]> {
  const rows = await tx.provisionEntry.findMany({
    where: { releasedAt: { not: null }, ...(consentId ? { rosterEntry: { consentId } } : {}) },
    orderBy: { releasedAt: 'asc' },
  })
  const names = await bodyNames(tx, rows.map((row) => row.recipientId))
  const newest = new Map(rows.map((row) => [row.recipientId, row]))
  return [...newest.values()].map((row) => ({
    recipientId: row.recipientId,
    name: names.get(row.recipientId) ?? '',
    releasedOn: tokyoDay(row.releasedAt ?? row.recallRequestedAt!),
    recall: row.recallRequestedAt && {
      requestedOn: tokyoDay(row.recallRequestedAt),
      acknowledgedOn: row.recallAckAt && tokyoDay(row.recallAckAt),
    },
  }))
}

/** Who holds the data given under one consent, as its owner may see it: one's own data, so no trace is left (N13). */
export async function listHolders(ctx: Ctx, consentId: string): Promise<HolderFacts[]> {
  return withActor(ctx, (tx) => holders(tx, consentId))
}

/** One's own registrations and who holds the data. Nobody else's is shown, so no trace is left (N13). */
export async function getOwnRoster(
  ctx: Ctx,
): Promise<{ entries: OwnEntry[]; holders: HolderFacts[]; desk: HelpDesk | null }> {
  return withActor(ctx, async (tx) => {
    const rows = await tx.rosterEntry.findMany({ orderBy: { createdAt: 'desc' } })
    const names = await bodyNames(tx, rows.map((row) => row.bodyId))
    const first = rows[0] ?? (await tx.completion.findFirst({ select: { bodyId: true } })) ?? (await tx.application.findFirst({ select: { bodyId: true } }))
    return {
      entries: rows.map((row) => ({
        id: row.id,
        bodyId: row.bodyId,
        bodyName: names.get(row.bodyId) ?? '',
        consentId: row.consentId,
        registrationNo: registrationNo(row.fiscalYear, row.registrationNo),
        name: row.name,
        workingName: row.workingName,
        homeArea: row.homeArea,
        state: row.state as EntryState,
        validFrom: fromDateColumn(row.validFrom),
        validTo: fromDateColumn(row.validTo),
      })),
      holders: await holders(tx, null),
      desk: first ? await deskOf(tx, first.bodyId, ctx.clock.today()) : null,
    }
  })
}
