import { auditRead } from '#app/platform/audit.server.ts'
import { deskOf } from '#app/features/directory/queries.server.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { AgreementState } from '../domain/plan-lifecycle.ts'
import type { PlanFacts } from '../facts/plan.ts'
import type { PlanReadFacts } from '../facts/plan-read.ts'
import { loadDispatch, loadParties, loadPlan, planOf } from '../store/plans.server.ts'

type Whose = { partyId: string } | { personId: string }

/** The plan that lies open for the client, or the one in force; null while there is none. */
export async function getPlanOfCard(ctx: Ctx): Promise<PlanReadFacts | null> {
  const { actor } = ctx
  if (actor.kind !== 'card') return null
  return withActor(ctx, async (tx) => {
    const newest = await tx.planVersion.findFirst({
      where: { state: { in: ['offered', 'agreed'] }, dispatch: { requestId: actor.requestId } },
      orderBy: [{ createdAt: 'desc' }, { no: 'desc' }],
    })
    return newest && readPlan(tx, ctx, planOf(newest), { partyId: actor.partyId })
  })
}

/** A version as a supporter of that dispatch reads it; null when it is not theirs. */
export async function getPlanOfSupporter(ctx: Ctx, planVersionId: string): Promise<PlanReadFacts | null> {
  const { actor } = ctx
  if (actor.kind !== 'supporter' || !isUuid(planVersionId)) return null
  return withActor(ctx, async (tx) => {
    const plan = await loadPlan(tx, planVersionId)
    return plan && readPlan(tx, ctx, plan, { personId: actor.personId })
  })
}

async function readPlan(tx: Tx, ctx: Ctx, plan: PlanFacts, whose: Whose): Promise<PlanReadFacts | null> {
  const dispatch = await loadDispatch(tx, plan.dispatchId)
  if (!dispatch) return null
  const answer = await tx.agreement.findFirst({
    where: { planVersionId: plan.id, ...whose },
    select: { state: true, decidedAt: true },
  })
  const inForce = dispatch.currentVersionId && dispatch.currentVersionId !== plan.id
    ? await loadPlan(tx, dispatch.currentVersionId)
    : null
  const document = await tx.document.findFirst({
    where: { planVersionId: plan.id, kind: 'agreedPlan' },
    select: { id: true },
  })
  const facts = {
    plan,
    dispatch: dispatch.state,
    parties: await loadParties(tx, plan.id),
    answer: answer && { state: answer.state as AgreementState, decidedAt: answer.decidedAt },
    inForceNo: inForce?.no ?? null,
    documentId: document?.id ?? null,
    desk: await deskOf(tx, dispatch.bodyId, ctx.clock.today()),
  }
  await auditRead(tx, { action: 'plan.view', entity: 'plan_version', id: plan.id, bodyId: dispatch.bodyId })
  return facts
}
