import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { asDispatchState, isOpenDispatch } from '../domain/dispatch-lifecycle.ts'
import { firstDraft } from '../store/first-draft.server.ts'
import { holdDispatch, planColumns } from '../store/plans.server.ts'

interface Interested {
  id: string
  bodyId: string
  requestId: string
  personId: string
  rosterEntryId: string
}

/**
 * Makes a dispatch out of an interested answer (S3 第3-3(2)ア): number, first draft of the plan, and the supporter
 * as its first acting party. A dispatch of the same request that is still in preparation is joined instead, so
 * that two people can go together.
 */
export async function prepareDispatch(ctx: Ctx, { proposalId, requestId }: { proposalId: string; requestId?: string }): Promise<Result<{ dispatchId: string }>> {
  if (!isUuid(proposalId) || !may(ctx.actor, 'dispatch.prepare')) return refuse('notFound')
  return act(ctx, async (tx) => {
    const proposal = await loadInterested(tx, proposalId)
    if (!proposal || !may(ctx.actor, 'dispatch.prepare', { bodyId: proposal.bodyId })) return refuse('notFound')
    if (requestId && proposal.requestId !== requestId) return refuse('notFound')
    if (!proposal.interested) return refuse('dispatch.notInterested')
    const open = await openDispatch(tx, proposal.requestId)
    if (open && open.state !== 'preparing') return refuse('dispatch.running')
    const dispatchId = open?.id ?? ctx.ids.next()
    if (!open) await createDispatch(tx, ctx, dispatchId, proposal)
    const joined = await join(tx, dispatchId, proposal)
    if (!joined) return refuse('dispatch.alreadyIn')
    await audit(tx, {
      action: open ? 'dispatch.join' : 'dispatch.prepare',
      entity: 'dispatch',
      id: dispatchId,
      detail: { proposal: proposal.id, request: proposal.requestId },
    })
    return ok({ dispatchId })
  })
}

async function loadInterested(tx: Tx, proposalId: string): Promise<(Interested & { interested: boolean }) | null> {
  const row = await tx.proposal.findUnique({
    where: { id: proposalId },
    select: {
      id: true, bodyId: true, requestId: true, personId: true, state: true,
      reconfirmation: { select: { provisionEntry: { select: { rosterEntryId: true } } } },
    },
  })
  if (!row) return null
  const { reconfirmation, state, ...proposal } = row
  return {
    ...proposal,
    interested: state === 'interested',
    rosterEntryId: reconfirmation.provisionEntry.rosterEntryId,
  }
}

async function openDispatch(tx: Tx, requestId: string) {
  const rows = await tx.dispatch.findMany({ where: { requestId }, select: { id: true, state: true } })
  return rows.find((row) => isOpenDispatch(asDispatchState(row.state))) ?? null
}

async function createDispatch(tx: Tx, ctx: Ctx, id: string, proposal: Interested): Promise<void> {
  const year = fiscalYear(ctx.clock.today())
  const [number] = await tx.$queryRaw<{ no: number }[]>`
    select app.next_no(${proposal.bodyId}::uuid, 'dispatch', ${year}::int) as no`
  const { bodyId, requestId } = proposal
  await tx.dispatch.createMany({
    data: [{ id, bodyId, requestId, kind: 'client', fiscalYear: year, no: number!.no, state: 'preparing' }],
  })
  const text = planColumns(await firstDraft(tx, ctx, { bodyId, requestId }))
  await tx.planVersion.createMany({
    data: [{ id: ctx.ids.next(), bodyId, dispatchId: id, no: 1, state: 'draft', ...text }],
  })
}

/** False when the supporter is in it already. */
async function join(tx: Tx, dispatchId: string, proposal: Interested): Promise<boolean> {
  await holdDispatch(tx, dispatchId)
  const { personId, bodyId, rosterEntryId } = proposal
  const before = await tx.dispatchSupporter.findMany({ where: { dispatchId, personId }, select: { endedAt: true } })
  if (before.some((period) => period.endedAt === null)) return false
  await tx.dispatchSupporter.createMany({
    data: [{ dispatchId, personId, bodyId, rosterEntryId, period: before.length + 1 }],
  })
  return true
}
