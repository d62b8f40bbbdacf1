import { hasRole } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { announceIfAgreed, keepAnswer } from '../store/agreements.server.ts'
import { holdDispatch, loadPlan } from '../store/plans.server.ts'

export interface RecordAgreement {
  agreementId: string
  /** The dispatch on whose page it was written down. */
  dispatchId?: string
  version: number
  answer: 'agree' | 'change'
  method: 'inPerson' | 'paper' | 'phone'
}

/**
 * Staff write down an answer that came on paper, by phone (read back) or face to face; who wrote it down and when
 * stays with it. It counts as much as one by link.
 */
export async function recordAgreement(ctx: Ctx, input: RecordAgreement): Promise<Result<{ dispatchId: string; agreedByAll: boolean }>> {
  const { actor } = ctx
  if (!isUuid(input.agreementId) || !hasRole(actor, 'dispatch')) return refuse('notFound')
  return act(ctx, async (tx) => {
    const agreement = await tx.agreement.findUnique({ where: { id: input.agreementId } })
    if (!agreement || !may(actor, 'agreement.record', { bodyId: agreement.bodyId })) return refuse('notFound')
    if (input.dispatchId && agreement.dispatchId !== input.dispatchId) return refuse('notFound')
    await holdDispatch(tx, agreement.dispatchId)
    const plan = await loadPlan(tx, agreement.planVersionId)
    if (plan?.state !== 'offered' || agreement.state === 'void') return refuse('agreement.closed')
    if (agreement.state !== 'pending') return refuse('agreement.answered')
    const kept = await keepAnswer(tx, ctx, { ...input, seen: plan.contentHash, recordedBy: actor.personId })
    if (!kept) return refuse('stale')
    const document = input.answer === 'agree' ? await announceIfAgreed(tx, ctx, plan.id) : null
    await audit(tx, {
      action: 'agreement.record',
      entity: 'agreement',
      id: agreement.id,
      detail: { answer: input.answer, method: input.method, no: plan.no, ...(document ? { document } : {}) },
    })
    return ok({ dispatchId: agreement.dispatchId, agreedByAll: document !== null })
  })
}
