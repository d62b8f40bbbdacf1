import { may } from '#app/access/policy.ts'
import { liveSupporters, loadDispatch, loadPlan, holdDispatch } from '#app/features/dispatch/store/plans.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { fromDateColumn, toDateColumn } from '#app/platform/db/days.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { addDays, type TokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { type BookedSupporter, type BookingAsk, checkBooking } from '../domain/booking.ts'

const reminderTime = '10:00'

export interface BookVisit {
  dispatchId: string
  day: TokyoDay
  /** Clock times in Tokyo, 'HH:MM'. */
  from: string
  to: string
  supporters: string[]
  place: string
  note: string | null
}

/**
 * Books a visit (S3 第3-3(2)ア): inside an active dispatch and its agreed period, on a day with insurance, before it
 * begins, nobody in two places (N7). What the desk cannot know, the database refuses. The supporters are told, and
 * reminded on the day before unless it is stopped.
 */
export async function bookVisit(ctx: Ctx, input: BookVisit): Promise<Result<{ visitId: string }>> {
  if (!isUuid(input.dispatchId)) return refuse('notFound')
  return act(ctx, async (tx) => {
    const dispatch = await loadDispatch(tx, input.dispatchId)
    if (!dispatch || !may(ctx.actor, 'visit.book', { bodyId: dispatch.bodyId })) return refuse('notFound')
    await holdDispatch(tx, dispatch.id)
    const plan = dispatch.currentVersionId ? await loadPlan(tx, dispatch.currentVersionId) : null
    const ask = askOf(input)
    const supporters = await loadSupporters(tx, dispatch.id, ask)
    const period = plan && { from: plan.text.from, to: plan.text.to }
    const refused = checkBooking(ask, { state: dispatch.state, period, supporters, now: ctx.clock.now() })
    if (refused) return refuse(refused.code, refused)
    const { bodyId, requestId, id: dispatchId } = dispatch
    const id = ctx.ids.next()
    await tx.visit.createMany({
      data: [{
        id, bodyId, dispatchId, planVersionId: plan!.id, startsAt: ask.startsAt, endsAt: ask.endsAt,
        day: toDateColumn(ask.day), placeText: input.place, note: input.note ?? '', state: 'scheduled',
      }],
    })
    await addPeople(tx, { id, bodyId, requestId, ask })
    await tellSupporters(tx, ctx, { id, bodyId, dispatchId, ask })
    await audit(tx, { action: 'visit.book', entity: 'visit', id, detail: { dispatch: dispatchId, day: ask.day } })
    return ok({ visitId: id })
  })
}

function askOf({ day, from, to, supporters }: BookVisit): BookingAsk {
  return { day, startsAt: tokyoInstant(day, from), endsAt: tokyoInstant(day, to), supporterIds: supporters }
}

async function loadSupporters(tx: Tx, dispatchId: string, ask: BookingAsk): Promise<BookedSupporter[]> {
  const ids = await liveSupporters(tx, dispatchId)
  const names = await tx.$queryRaw<{ person_id: string; working_name: string }[]>`
    select person_id, working_name from app.dispatch_supporters(${dispatchId}::uuid) where ended_at is null`
  const covers = await tx.insuranceCover.findMany({ where: { personId: { in: ids } }, orderBy: { startsOn: 'asc' } })
  const busy = await tx.visitSupporter.findMany({
    where: { personId: { in: ids }, live: true, startsAt: { lt: ask.endsAt }, endsAt: { gt: ask.startsAt } },
  })
  return ids.map((personId) => ({
    personId,
    callName: names.find((row) => row.person_id === personId)?.working_name ?? 'サポーター',
    covers: covers.filter((row) => row.personId === personId)
      .map((row) => ({ from: fromDateColumn(row.startsOn), to: fromDateColumn(row.endsOn) })),
    busy: busy.filter((row) => row.personId === personId),
  }))
}

async function addPeople(tx: Tx, visit: { id: string; bodyId: string; requestId: string | null; ask: BookingAsk }): Promise<void> {
  const { id: visitId, bodyId, ask: { startsAt, endsAt, supporterIds } } = visit
  // one order for everybody: bookings of two supporters queue, they do not cross
  const ids = [...supporterIds].sort()
  await tx.visitSupporter.createMany({
    data: ids.map((personId) => ({ visitId, personId, bodyId, startsAt, endsAt, live: true })),
  })
  const requests = visit.requestId ? [visit.requestId] : []
  const parties = await tx.dispatchParty.findMany({ where: { requestId: { in: requests } }, select: { id: true } })
  await tx.visitClient.createMany({ data: parties.map((party) => ({ visitId, partyId: party.id, bodyId })) })
}

async function tellSupporters(tx: Tx, ctx: Ctx, visit: { id: string; bodyId: string; dispatchId: string; ask: BookingAsk }): Promise<void> {
  const { id: visitId, bodyId, dispatchId, ask } = visit
  const props = { visitId, startsAt: ask.startsAt.toISOString() }
  const remindAt = tokyoInstant(addDays(ask.day, -1), reminderTime)
  for (const personId of ask.supporterIds) {
    const about = { bodyId, dispatchId, personId, props }
    await enqueueMail(tx, ctx, { ...about, kind: 'visit.booked', dedupeKey: `visit.booked:${visitId}:${personId}` })
    if (remindAt <= ctx.clock.now()) continue
    await enqueueMail(tx, ctx, {
      ...about, kind: 'visit.reminder', dedupeKey: `visit.reminder:${visitId}:${personId}`, runAt: remindAt,
    })
  }
}
