import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { type Answer, reconfirmationAfter, type ReconfirmationState } from '../domain/reconfirmation-lifecycle.ts'
import { areasOf, type Availability, holdConsent, writeAvailability } from '../store/reconfirmations.server.ts'

export interface RecordAnswer extends Availability {
  reconfirmationId: string
  version: number
  channel: 'phone' | 'paper'
  answer: Answer
}

/** The desk writes down what a supporter said by phone or on paper; also when somebody changes their mind. */
export async function recordAnswer(
  ctx: Ctx,
  { reconfirmationId: id, version, channel, answer, ...said }: RecordAnswer,
): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !isUuid(id)) return refuse('notFound')
  return act(ctx, async (tx) => {
    const asked = await tx.reconfirmation.findUnique({ where: { id } })
    if (!asked || !may(actor, 'reconfirmation.record', asked)) return refuse('notFound')
    await holdConsent(tx, id)
    if (asked.revokedAt) return refuse('reconfirmation.revoked')
    const state = reconfirmationAfter(asked.state as ReconfirmationState, answer)
    if (!state) return refuse('stale')
    const areas = await areasOf(tx, asked.bodyId, ctx.clock.today())
    if (!said.areas.every((area) => areas.includes(area))) return refuse('reconfirmation.area', { field: 'areas' })
    const moved = await tx.reconfirmation.updateMany({
      where: { id, version, revokedAt: null },
      data: {
        state, answeredAt: ctx.clock.now(), channel, recordedBy: actor.personId, version: version + 1,
        monthlyCap: answer === 'willing' ? said.monthlyCap : null,
      },
    })
    if (moved.count !== 1) return refuse('stale')
    await writeAvailability(tx, asked, answer, said)
    await audit(tx, { action: 'reconfirmation.record', entity: 'reconfirmation', id, detail: { state, channel } })
    return ok(null)
  })
}
