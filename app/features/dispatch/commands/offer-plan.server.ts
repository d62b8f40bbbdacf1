import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { isOpenDispatch } from '../domain/dispatch-lifecycle.ts'
import { nextPlanState } from '../domain/plan-lifecycle.ts'
import { checkOffer, type PlanFrame } from '../domain/plan-text.ts'
import type { DispatchHead, PlanFacts } from '../facts/plan.ts'
import { holdDispatch, liveSupporters, loadBounds, loadDispatch, loadPlan } from '../store/plans.server.ts'

interface Asked {
  parties: string[]
  supporters: string[]
}

/**
 * Lays a version before everybody it concerns (S3 第3-3(2)ア): the client's side and every acting supporter are
 * asked, one answer each, to exactly this text. Refused while a part is missing, beyond what the client allows
 * now, or for a visit at home on the family's wish alone (N5).
 */
export async function offerPlan(ctx: Ctx, input: { planVersionId: string; version: number; dispatchId?: string }): Promise<Result<{ dispatchId: string }>> {
  if (!isUuid(input.planVersionId)) return refuse('notFound')
  return act(ctx, async (tx) => {
    const plan = await loadPlan(tx, input.planVersionId)
    const dispatch = plan && (await loadDispatch(tx, plan.dispatchId))
    if (!dispatch || !may(ctx.actor, 'plan.offer', { bodyId: dispatch.bodyId })) return refuse('notFound')
    if (input.dispatchId && dispatch.id !== input.dispatchId) return refuse('notFound')
    if (!isOpenDispatch(dispatch.state)) return refuse('dispatch.stopped')
    if (!nextPlanState(plan.state, 'offer')) return refuse('plan.notDraft')
    const frame = await loadFrame(tx, dispatch)
    const refused = checkOffer(plan.text, frame, ctx.clock.today())
    if (refused) return refuse(refused.code, { field: refused.field })
    await holdDispatch(tx, dispatch.id)
    const asked = { parties: frame.parties, supporters: await liveSupporters(tx, dispatch.id) }
    if (asked.supporters.length === 0) return refuse('plan.noSupporter')
    if (asked.parties.length === 0) return refuse('plan.noParty')
    const offered = await offer(tx, ctx, plan, input.version)
    if (!offered) return refuse('stale')
    await askEverybody(tx, ctx, { dispatch, plan, asked })
    const detail = { no: plan.no, asked: asked.parties.length + asked.supporters.length }
    await audit(tx, { action: 'plan.offer', entity: 'plan_version', id: plan.id, detail })
    return ok({ dispatchId: dispatch.id })
  })
}

async function loadFrame(tx: Tx, dispatch: DispatchHead): Promise<PlanFrame & { parties: string[] }> {
  const bounds = await loadBounds(tx, dispatch.requestId)
  const parties = await tx.dispatchParty.findMany({
    where: { requestId: { in: dispatch.requestId ? [dispatch.requestId] : [] } },
    select: { id: true },
    orderBy: { kind: 'desc' },
  })
  return { wish: 'unknown', ladderMax: 0, ...bounds, parties: parties.map((party) => party.id) }
}

/** The database fixes the text by its hash; false when somebody changed the draft meanwhile. */
async function offer(tx: Tx, ctx: Ctx, plan: PlanFacts, version: number): Promise<boolean> {
  const done = await tx.planVersion.updateMany({
    where: { id: plan.id, version, state: 'draft' },
    data: { state: 'offered', offeredAt: ctx.clock.now(), version: { increment: 1 } },
  })
  return done.count === 1
}

async function askEverybody(
  tx: Tx,
  ctx: Ctx,
  { dispatch, plan, asked }: { dispatch: DispatchHead; plan: PlanFacts; asked: Asked },
): Promise<void> {
  const row = () => ({ id: ctx.ids.next(), bodyId: dispatch.bodyId, dispatchId: dispatch.id, planVersionId: plan.id })
  await tx.agreement.createMany({
    data: [
      ...asked.parties.map((partyId) => ({ ...row(), partyId })),
      ...asked.supporters.map((personId) => ({ ...row(), personId })),
    ],
  })
  for (const personId of asked.supporters) {
    await enqueueMail(tx, ctx, {
      bodyId: dispatch.bodyId,
      kind: 'plan.offered',
      dedupeKey: `plan.offered:${plan.id}:${personId}`,
      props: { planVersionId: plan.id },
      personId,
      dispatchId: dispatch.id,
    })
  }
}
