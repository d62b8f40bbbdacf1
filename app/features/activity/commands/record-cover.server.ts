import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'

export interface RecordCover {
  dispatchId: string
  personId: string
  /** Tokyo days, both included. */
  startsOn: TokyoDay
  endsOn: TokyoDay
}

/**
 * Writes down that a supporter of this dispatch is insured (S3 第3-3(3)ウ): without it no visit can be
 * booked on that day.
 */
export async function recordCover(ctx: Ctx, input: RecordCover): Promise<Result<{ coverId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !isUuid(input.dispatchId)) return refuse('notFound')
  return act(ctx, async (tx) => {
    const dispatch = await tx.dispatch.findUnique({
      where: { id: input.dispatchId },
      select: { bodyId: true, dispatchSupporters: { where: { endedAt: null }, select: { personId: true } } },
    })
    if (!dispatch || !may(actor, 'cover.record', dispatch)) return refuse('notFound')
    if (!dispatch.dispatchSupporters.some((one) => one.personId === input.personId)) {
      return refuse('cover.notOfDispatch', { field: 'personId' })
    }
    const id = ctx.ids.next()
    await tx.insuranceCover.createMany({
      data: [
        {
          id,
          bodyId: dispatch.bodyId,
          personId: input.personId,
          startsOn: toDateColumn(input.startsOn),
          endsOn: toDateColumn(input.endsOn),
          paidOk: true,
        },
      ],
    })
    const { startsOn, endsOn } = input
    await audit(tx, { action: 'cover.record', entity: 'insurance_cover', id, detail: { startsOn, endsOn } })
    return ok({ coverId: id })
  })
}
