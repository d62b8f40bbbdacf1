import { may } from '#app/access/policy.ts'
import { bodyNames, deskOf } from '#app/features/directory/queries.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromOptionalDate } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { ProposalState } from '../domain/proposal-lifecycle.ts'
import type { DayPart } from '../domain/request.ts'
import type { OwnProposal } from '../facts/proposal.ts'

/** One question to the supporter; null when it is another's. */
export async function getOwnProposal(ctx: Ctx, proposalId: string): Promise<OwnProposal | null> {
  if (!may(ctx.actor, 'proposal.view') || !isUuid(proposalId)) return null
  return withActor(ctx, async (tx) => {
    const row = await tx.proposal.findUnique({ where: { id: proposalId } })
    if (!row || !may(ctx.actor, 'proposal.view', { personId: row.personId })) return null
    const [facts] = await withNames(tx, [row])
    const desk = await deskOf(tx, row.bodyId, ctx.clock.today())
    await auditRead(tx, { action: 'proposal.view', entity: 'proposal', id: row.id, bodyId: row.bodyId })
    return facts ? { ...facts, desk } : null
  })
}

type Row = Awaited<ReturnType<Tx['proposal']['findMany']>>[number]

async function withNames(tx: Tx, rows: Row[]): Promise<OwnProposal[]> {
  const names = await bodyNames(tx, rows.map((row) => row.bodyId))
  return rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    bodyName: names.get(row.bodyId) ?? '',
    state: row.state as ProposalState,
    area: row.area,
    ladder: row.ladder ?? 1,
    weekday: row.weekday,
    part: row.part as DayPart | null,
    message: row.message,
    dueOn: fromOptionalDate(row.answerDueOn),
    sentAt: row.sentAt,
    answeredAt: row.answeredAt,
    version: row.version,
    desk: null,
  }))
}
