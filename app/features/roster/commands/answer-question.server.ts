import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import { consumeLink } from '#app/platform/links.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { type Answer, reconfirmationAfter, type ReconfirmationState } from '../domain/reconfirmation-lifecycle.ts'
import { areasOf, type Availability, holdConsent, writeAvailability } from '../store/reconfirmations.server.ts'

export interface AnswerQuestion extends Availability {
  answer: Answer
}

/**
 * The supporter's own answer through the mailed link (S3 第3-3(2)イ): willing, resting or declined, all
 * equal, without a reason. The link opens once; the municipality's desk can change the answer later.
 */
export async function answerQuestion(ctx: Ctx, { answer, ...said }: AnswerQuestion): Promise<Result<{ answer: Answer }>> {
  const { actor } = ctx
  if (actor.kind !== 'link') return refuse('notFound')
  return act(ctx, async (tx) => {
    const link = await consumeLink(tx, actor.linkHash, 'reconfirmation.answer')
    const id = link?.subjectId
    if (!id) return refuse('wall.YN143')
    await holdConsent(tx, id)
    const asked = await tx.reconfirmation.findUnique({ where: { id } })
    if (!asked || !may(actor, 'reconfirmation.answer', asked)) return refuse('notFound')
    if (asked.revokedAt) return refuse('reconfirmation.revoked')
    const state = reconfirmationAfter(asked.state as ReconfirmationState, answer)
    if (!state) return refuse('stale')
    const areas = await areasOf(tx, asked.bodyId, ctx.clock.today())
    if (!said.areas.every((area) => areas.includes(area))) return refuse('reconfirmation.area', { field: 'areas' })
    const moved = await tx.reconfirmation.updateMany({
      where: { id, version: asked.version, revokedAt: null },
      data: {
        state, answeredAt: ctx.clock.now(), channel: 'link', version: asked.version + 1,
        monthlyCap: answer === 'willing' ? said.monthlyCap : null,
      },
    })
    if (moved.count !== 1) return refuse('stale')
    await writeAvailability(tx, asked, answer, said)
    await audit(tx, { action: 'reconfirmation.answer', entity: 'reconfirmation', id, bodyId: asked.bodyId, detail: { state, channel: 'link' } })
    return ok({ answer })
  })
}
