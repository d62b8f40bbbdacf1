import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { isOpenDispatch } from '../domain/dispatch-lifecycle.ts'
import { editOf } from '../domain/plan-lifecycle.ts'
import { planChanges, type PlanText } from '../domain/plan-text.ts'
import type { PlanFacts } from '../facts/plan.ts'
import { holdDispatch, loadDispatch, loadPlans, planColumns } from '../store/plans.server.ts'

export interface WritePlan {
  dispatchId: string
  /** Number and row version of the newest version that the writer saw. */
  newestNo: number
  version: number
  text: PlanText
}

/**
 * Writes purpose, plan and content (S3 第3-3(2)ア). A draft is changed in place; anything that somebody has seen
 * is left as it is and a new version begins, to which nobody has agreed yet. The agreed one stays in force (N6).
 */
export async function writePlan(ctx: Ctx, input: WritePlan): Promise<Result<{ planVersionId: string; no: number }>> {
  if (!isUuid(input.dispatchId)) return refuse('notFound')
  return act(ctx, async (tx) => {
    const dispatch = await loadDispatch(tx, input.dispatchId)
    if (!dispatch || !may(ctx.actor, 'plan.write', { bodyId: dispatch.bodyId })) return refuse('notFound')
    if (!isOpenDispatch(dispatch.state)) return refuse('dispatch.stopped')
    await holdDispatch(tx, dispatch.id)
    const newest = (await loadPlans(tx, dispatch.id))[0]
    if (!newest || newest.no !== input.newestNo || newest.version !== input.version) return refuse('stale')
    if (editOf(newest.state) === 'sameVersion') return change(tx, newest, input.text)
    if (planChanges(newest.text, input.text).length === 0) return refuse('plan.nothingChanged')
    return begin(tx, ctx, newest, { bodyId: dispatch.bodyId, text: input.text })
  })
}

async function change(tx: Tx, draft: PlanFacts, text: PlanText): Promise<Result<{ planVersionId: string; no: number }>> {
  const done = await tx.planVersion.updateMany({
    where: { id: draft.id, version: draft.version, state: 'draft' },
    data: { ...planColumns(text), version: { increment: 1 } },
  })
  if (done.count !== 1) return refuse('stale')
  await audit(tx, { action: 'plan.write', entity: 'plan_version', id: draft.id, detail: { no: draft.no } })
  return ok({ planVersionId: draft.id, no: draft.no })
}

interface NewVersion {
  bodyId: string
  text: PlanText
}

async function begin(tx: Tx, ctx: Ctx, newest: PlanFacts, { bodyId, text }: NewVersion): Promise<Result<{ planVersionId: string; no: number }>> {
  const { dispatchId } = newest
  if (newest.state === 'offered') {
    await tx.agreement.updateMany({
      where: { planVersionId: newest.id, state: 'pending' },
      data: { state: 'void', version: { increment: 1 } },
    })
    await tx.planVersion.updateMany({
      where: { id: newest.id, state: 'offered' },
      data: { state: 'superseded', version: { increment: 1 } },
    })
  }
  const id = ctx.ids.next()
  const no = newest.no + 1
  await tx.planVersion.createMany({ data: [{ id, bodyId, dispatchId, no, state: 'draft', ...planColumns(text) }] })
  const changed = planChanges(newest.text, text).map((part) => part.part).join(',')
  await audit(tx, { action: 'plan.newVersion', entity: 'plan_version', id, detail: { no, changed } })
  return ok({ planVersionId: id, no })
}
