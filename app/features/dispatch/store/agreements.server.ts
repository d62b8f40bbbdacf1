import { issueDocument } from '#app/features/correspondence/store.server.ts'
import { deskOf } from '#app/features/directory/queries.server.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { sealOptional } from '#app/platform/fields.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { AgreementMethod } from '../domain/plan-lifecycle.ts'
import type { DispatchHead, PlanFacts } from '../facts/plan.ts'
import { agreedPlanData } from '../presenter/agreed-plan.ts'
import { loadDispatch, loadParties, loadPlan } from './plans.server.ts'

/** An answer to be written down. */
export interface AnswerToKeep {
  agreementId: string
  version: number
  answer: 'agree' | 'change'
  /** What the answer is about, in hex; an agreement to another text is refused by the wall (YN063). */
  seen: string | null
  method: AgreementMethod
  recordedBy: string | null
  /** What should be different, in the party's own words. */
  wish?: string | null
}

/** Writes an answer, once; false when it was given already or somebody was first. The dispatch must be held. */
export async function keepAnswer(tx: Tx, ctx: Ctx, kept: AnswerToKeep): Promise<boolean> {
  const agreed = kept.answer === 'agree'
  const done = await tx.agreement.updateMany({
    where: { id: kept.agreementId, version: kept.version, state: 'pending' },
    data: {
      state: agreed ? 'agreed' : 'declined',
      contentHash: agreed && kept.seen ? Uint8Array.from(Buffer.from(kept.seen, 'hex')) : null,
      decidedAt: ctx.clock.now(),
      method: kept.method,
      ...(kept.recordedBy ? { recordedBy: kept.recordedBy } : {}),
      ...(kept.wish ? { wishEnc: sealOptional('agreement.wish', kept.agreementId, kept.wish) } : {}),
      version: { increment: 1 },
    },
  })
  return done.count === 1
}

/**
 * When this was the last answer missing, the database has put the version in force by itself: then the paper is
 * issued and the supporters are told.
 * @returns the id of the document, or null while somebody has not agreed
 */
export async function announceIfAgreed(tx: Tx, ctx: Ctx, planVersionId: string): Promise<string | null> {
  const plan = await loadPlan(tx, planVersionId)
  if (plan?.state !== 'agreed') return null
  const dispatch = await loadDispatch(tx, plan.dispatchId)
  if (!dispatch) return null
  return issueAgreedPlan(tx, ctx, dispatch, plan)
}

async function issueAgreedPlan(tx: Tx, ctx: Ctx, dispatch: DispatchHead, plan: PlanFacts): Promise<string> {
  const parties = await loadParties(tx, plan.id)
  const body = await tx.body.findUniqueOrThrow({ where: { id: dispatch.bodyId }, select: { name: true } })
  const desk = await deskOf(tx, dispatch.bodyId, ctx.clock.today())
  const issued = await issueDocument(tx, ctx, {
    kind: 'agreedPlan',
    bodyId: dispatch.bodyId,
    subject: { dispatchId: dispatch.id, planVersionId: plan.id },
    data: agreedPlanData({ body: body.name, desk, dispatch, plan, parties }),
  })
  for (const { personId } of parties) {
    if (!personId) continue
    await enqueueMail(tx, ctx, {
      bodyId: dispatch.bodyId,
      kind: 'plan.agreed',
      dedupeKey: `plan.agreed:${plan.id}:${personId}`,
      props: { planVersionId: plan.id },
      personId,
      dispatchId: dispatch.id,
    })
  }
  return issued.id
}
