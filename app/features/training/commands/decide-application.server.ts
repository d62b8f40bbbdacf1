import { personOf } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { receiptNo } from '#app/shared/receipt-no.ts'
import { ok, refuse, type Refusal, type Result } from '#app/shared/result.ts'
import { nextState } from '../domain/application-lifecycle.ts'
import { hasSeat } from '../domain/seats.ts'
import { findApplication, type FoundApplication } from '../queries/records.server.ts'
import { holdCourse, moveApplication, openEmail, seatsTaken } from '../store.server.ts'

export type Decision = 'accept' | 'waitlist' | 'decline'

export interface DecideApplication {
  applicationId: string
  version: number
  decision: Decision
  /** A whole sentence from the list the body chooses from; with a decline only. */
  reason?: string
}

/**
 * Answers an application: accepted while there is a seat, kept waiting, or declined with a reason. The
 * applicant is told by mail. Nobody is accepted before they confirmed their address.
 */
export async function decideApplication(ctx: Ctx, input: DecideApplication): Promise<Result<{ courseId: string }>> {
  return act(ctx, async (tx) => {
    const found = await findApplication(tx, input.applicationId, ctx.clock.today())
    if (!found || !may(ctx.actor, 'application.decide', { bodyId: found.bodyId })) return refuse('notFound')
    if (found.version !== input.version) return refuse('stale')
    await holdCourse(tx, found.courseId)
    const refusal = await check(tx, found, input)
    if (refusal) return refuse(refusal.code, refusal)
    const to = nextState(found.state, input.decision)!

    const moved = await moveApplication(tx, found, to, {
      decidedBy: personOf(ctx.actor) ?? undefined,
      decidedAt: ctx.clock.now(),
      ...(input.decision === 'decline' && { declineReason: input.reason, closedOn: ctx.clock.today() }),
    })
    if (!moved) return refuse('stale')
    await tell(tx, ctx, found, input)
    await audit(tx, {
      action: `application.${input.decision}`, entity: 'application', id: found.id, detail: { from: found.state, to },
    })
    return ok({ courseId: found.courseId })
  })
}

async function check(tx: Tx, found: FoundApplication, input: DecideApplication): Promise<Refusal | null> {
  if (!nextState(found.state, input.decision)) return { code: 'application.decided' }
  if (input.decision === 'decline') {
    return input.reason && found.declineReasons.includes(input.reason) ? null : { code: 'decline.reason', field: 'reason' }
  }
  if (!found.personId) return { code: 'application.unconfirmed' }
  const taken = await seatsTaken(tx, found.courseId)
  if (input.decision === 'accept' && !hasSeat({ capacity: found.capacity, taken })) {
    return { code: 'course.full', detail: { capacity: found.capacity ?? 0 } }
  }
  return null
}

async function tell(tx: Tx, ctx: Ctx, found: FoundApplication, { decision, reason }: DecideApplication): Promise<void> {
  if (decision === 'waitlist') return
  const to = openEmail(found.id, found.emailEnc)
  if (to === '') return
  const props = { receiptNo: receiptNo(found.receiptFy, 'KJ', found.receiptNo), courseTitle: found.courseTitle }
  const common = { bodyId: found.bodyId, to, ...(found.personId && { personId: found.personId }) }
  if (decision === 'accept') {
    await enqueueMail(tx, ctx, {
      ...common, kind: 'training.applicationAccepted', dedupeKey: `training.applicationAccepted:${found.id}`,
      props: { ...props, firstSessionAt: found.firstSessionAt?.toISOString() ?? null },
    })
    return
  }
  await enqueueMail(tx, ctx, {
    ...common, kind: 'training.applicationDeclined', dedupeKey: `training.applicationDeclined:${found.id}`,
    props: { ...props, reason: reason ?? '' },
  })
}
