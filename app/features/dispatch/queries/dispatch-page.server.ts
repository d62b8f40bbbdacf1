import type { Actor } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { DispatchFacts, PlanWithParties } from '../facts/dispatch-page.ts'
import { loadBounds, loadDispatch, loadParties, loadPlans } from '../store/plans.server.ts'

const shownPlans = 4

/** One dispatch with its plans and answers for the desk; null when it is not there for this reader. */
export async function getDispatch(ctx: Ctx, dispatchId: string): Promise<DispatchFacts | null> {
  if (!isUuid(dispatchId)) return null
  return withActor(ctx, async (tx) => {
    const head = await loadDispatch(tx, dispatchId)
    if (!head) return null
    const coordinatorIds = await coordinatorsOf(tx, ctx.actor, dispatchId)
    if (!may(ctx.actor, 'dispatch.view', { bodyId: head.bodyId, coordinatorIds })) return null
    const facts = {
      head,
      coordinatorIds,
      ...(await loadFrame(tx, dispatchId)),
      supporters: await loadSupporters(tx, dispatchId),
      plans: await loadPlansWithParties(tx, dispatchId, head.currentVersionId),
      documents: await tx.document.findMany({
        where: { dispatchId, kind: 'agreedPlan' },
        select: { id: true, planVersionId: true, issuedAt: true },
        orderBy: { issuedAt: 'desc' },
        take: shownPlans,
      }),
    }
    await auditRead(tx, { action: 'dispatch.view', entity: 'dispatch', id: dispatchId })
    return facts
  })
}

/** The reader, where the dispatch belongs to a case of his caseload; otherwise nobody. */
export async function coordinatorsOf(tx: Tx, actor: Actor, dispatchId: string): Promise<string[]> {
  if (actor.kind !== 'staff' || actor.role !== 'coordinator') return []
  const [row] = await tx.$queryRaw<{ mine: boolean }[]>`
    select ${dispatchId}::uuid in (select app.my_case_dispatches()) as mine`
  return row?.mine ? [actor.personId] : []
}

async function loadFrame(tx: Tx, dispatchId: string): Promise<Pick<DispatchFacts, 'startedOn' | 'stoppedAt' | 'request' | 'callNames'>> {
  const row = await tx.dispatch.findUniqueOrThrow({
    where: { id: dispatchId },
    select: {
      startedOn: true,
      stoppedAt: true,
      request: {
        select: {
          id: true,
          dispatchParties: { select: { callName: true }, orderBy: [{ kind: 'desc' }, { id: 'asc' }] },
        },
      },
    },
  })
  const { request, startedOn, stoppedAt } = row
  const bounds = await loadBounds(tx, request?.id ?? null)
  return {
    startedOn,
    stoppedAt,
    request: request && bounds && { id: request.id, ...bounds },
    callNames: request?.dispatchParties.map((party) => party.callName) ?? [],
  }
}

async function loadSupporters(tx: Tx, dispatchId: string): Promise<DispatchFacts['supporters']> {
  const rows = await tx.$queryRaw<{ person_id: string | null; working_name: string; ended_at: Date | null }[]>`
    select person_id, working_name, ended_at from app.dispatch_supporters(${dispatchId}::uuid)`
  return rows.map((row) => ({ personId: row.person_id, name: row.working_name, endedAt: row.ended_at }))
}

async function loadPlansWithParties(tx: Tx, dispatchId: string, currentId: string | null): Promise<PlanWithParties[]> {
  const all = await loadPlans(tx, dispatchId)
  const shown = all.filter((plan, i) => i < shownPlans || plan.id === currentId)
  const plans: PlanWithParties[] = []
  for (const plan of shown) plans.push({ plan, parties: await loadParties(tx, plan.id) })
  return plans
}
