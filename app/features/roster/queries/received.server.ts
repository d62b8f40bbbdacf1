import { may } from '#app/access/policy.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import { openOptional } from '#app/platform/fields.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import { provisionNo } from '../store/numbers.ts'
import { headFor } from '../store/provisions.server.ts'
import { dispatchStatus } from '../store/standing.server.ts'
import type {
  ProgrammeStatus, ProvisionRow, ProvisionState, ReceivedPerson, ReceivedProvision, ReconfirmationState,
} from '../views.ts'

/** The rosters that came to the acting municipality, newest first. */
export async function listReceived(ctx: Ctx): Promise<{ rows: ProvisionRow[]; status: ProgrammeStatus | null } | null> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !may(actor, 'provision.open', { recipientId: actor.bodyId })) return null
  return withActor(ctx, async (tx) => {
    const rows = await tx.provision.findMany({
      where: { recipientId: actor.bodyId },
      orderBy: { deliveredAt: 'desc' },
      include: {
        body: { select: { name: true } },
        provisionEntries: { select: { recallRequestedAt: true, recallAckAt: true } },
      },
    })
    return {
      status: await dispatchStatus(tx, actor.bodyId, ctx.clock.today()),
      rows: rows.map((row) => ({
        id: row.id,
        no: provisionNo(row.fiscalYear, row.no),
        otherName: row.body.name,
        state: row.state as ProvisionState,
        deliveredAt: row.deliveredAt,
        acceptedAt: row.termsAcceptedAt,
        expiresOn: fromDateColumn(row.expiresOn),
        people: row.provisionEntries.filter((entry) => !entry.recallRequestedAt).length,
        openRecalls: row.provisionEntries.filter((entry) => entry.recallRequestedAt && !entry.recallAckAt).length,
      })),
    }
  })
}

/** A received roster: covering letter and terms at once, the people only after the terms were accepted; audited. */
export async function getReceived(ctx: Ctx, id: string): Promise<(ReceivedProvision & { status: ProgrammeStatus | null }) | null> {
  return withActor(ctx, async (tx) => {
    const head = await headFor(tx, ctx, 'provision.open', id)
    if (!head) return null
    const today = ctx.clock.today()
    const people = head.state === 'received' ? await peopleOf(tx, id, head.recipientId, fiscalYear(today)) : []
    const recalled = await tx.provisionEntry.findMany({
      where: { provisionId: id, recallRequestedAt: { not: null } },
      orderBy: { recallRequestedAt: 'desc' },
    })
    const status = await dispatchStatus(tx, head.recipientId, today)
    await auditRead(tx, { action: 'provision.open', entity: 'provision', id, detail: { people: people.length, state: head.state } })
    return {
      head, people, today, status,
      recalls: recalled.map((row) => ({
        entryId: row.id, registrationNo: row.registrationNo, requestedAt: row.recallRequestedAt!, acknowledgedAt: row.recallAckAt,
      })),
    }
  })
}

async function peopleOf(tx: Tx, provisionId: string, recipientId: string, year: number): Promise<ReceivedPerson[]> {
  const profiles = await tx.provisionProfile.findMany({
    where: { recipientId, hiddenAt: null, entry: { provisionId } },
    orderBy: [{ kanaSort: 'asc' }, { entryId: 'asc' }],
  })
  const answers = await tx.reconfirmation.findMany({
    where: { bodyId: recipientId, fiscalYear: year, revokedAt: null },
    select: { personId: true, state: true },
  })
  const answerOf = new Map(answers.map((row) => [row.personId, row.state as ReconfirmationState]))
  return profiles.map((row) => ({
    entryId: row.entryId,
    personId: row.personId,
    registrationNo: row.registrationNo,
    name: row.name,
    kana: row.kana,
    workingName: row.workingName,
    area: row.homeArea || null,
    phone: openOptional('provision_profile.phone', row.entryId, row.phoneEnc),
    address: openOptional('provision_profile.address', row.entryId, row.addressEnc),
    peer: row.isPeer,
    answer: answerOf.get(row.personId) ?? null,
  }))
}
