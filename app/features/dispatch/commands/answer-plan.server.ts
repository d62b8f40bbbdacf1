import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { announceIfAgreed, keepAnswer } from '../store/agreements.server.ts'
import { holdDispatch } from '../store/plans.server.ts'

export interface PlanAnswer {
  planVersionId: string
  answer: 'agree' | 'change'
  /** Fingerprint in hex of the text that was on the screen. */
  seen: string
  /** What should be different, in the party's own words; never asked for. */
  wish?: string | null
}

/**
 * The client (by the card) or a supporter answers one version (S3 第3-3(2)ア: 双方の同意). Only the text that was
 * shown is agreed to. With the last missing yes the version comes into force and its paper is issued.
 */
export async function answerPlan(ctx: Ctx, input: PlanAnswer): Promise<Result<{ answer: 'agree' | 'change'; agreedByAll: boolean }>> {
  if (!isUuid(input.planVersionId)) return refuse('notFound')
  return act(ctx, async (tx) => {
    const mine = await loadMine(tx, ctx, input.planVersionId)
    if (!mine || !may(ctx.actor, 'agreement.answer', mine.subject)) return refuse('notFound')
    await holdDispatch(tx, mine.dispatchId)
    if (mine.state === 'void') return refuse('agreement.closed')
    if (mine.state !== 'pending') return refuse('agreement.answered')
    const { answer, seen } = input
    const kept = await keepAnswer(tx, ctx, {
      agreementId: mine.id, version: mine.version, answer, seen, method: 'link', recordedBy: null,
      wish: answer === 'change' ? input.wish : null,
    })
    if (!kept) return refuse('stale')
    const document = answer === 'agree' ? await announceIfAgreed(tx, ctx, input.planVersionId) : null
    await audit(tx, {
      action: answer === 'agree' ? 'agreement.agree' : 'agreement.change',
      entity: 'agreement',
      id: mine.id,
      bodyId: mine.bodyId,
      detail: { planVersion: input.planVersionId, ...(document ? { document } : {}) },
    })
    return ok({ answer, agreedByAll: document !== null })
  })
}

async function loadMine(tx: Tx, ctx: Ctx, planVersionId: string) {
  const { actor } = ctx
  const whose = actor.kind === 'card' ? { partyId: actor.partyId } : actor.kind === 'supporter' ? { personId: actor.personId } : null
  if (!whose) return null
  const row = await tx.agreement.findFirst({
    where: { planVersionId, ...whose },
    select: { id: true, bodyId: true, dispatchId: true, state: true, version: true },
  })
  if (!row) return null
  const subject = actor.kind === 'card' ? { requestId: actor.requestId } : whose
  return { ...row, subject }
}
