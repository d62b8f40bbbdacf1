import type { StaffActor } from '#app/access/actor.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import type { Clock } from '#app/shared/clock.ts'
import { addDays, tokyoInstant, type TokyoDay } from '#app/shared/tokyo-day.ts'
import type { AwaitedAnswer, ComingSession, TodayBeside, TodayVisit, WaitingReport } from '../facts/today.ts'
import { callNamesOf } from './call-names.server.ts'

const listed = 8
const soonDays = 14
const doneDays = 7
const nothing: TodayBeside = { visits: [], reports: [], awaited: [], sessions: [], done: [] }

/** What stands beside the day's work for this hat: visits, reports and answers that wait, what was finished lately. */
export async function besideFor(tx: Tx, actor: StaffActor, clock: Clock): Promise<TodayBeside> {
  const today = clock.today()
  if (actor.role === 'trainer') return { ...nothing, sessions: await sessions(tx, clock.now(), today) }
  if (actor.role !== 'dispatch' && actor.role !== 'coordinator') return nothing
  return {
    visits: await visits(tx, today),
    reports: await reports(tx),
    awaited: await awaited(tx),
    sessions: [],
    done: await done(tx, today),
  }
}

async function visits(tx: Tx, today: TokyoDay): Promise<TodayVisit[]> {
  const rows = await tx.visit.findMany({
    where: { state: { not: 'cancelled' }, startsAt: { gte: tokyoInstant(today, '00:00'), lt: tokyoInstant(addDays(today, 1), '00:00') } },
    orderBy: { startsAt: 'asc' },
    take: listed,
    select: {
      id: true, dispatchId: true, startsAt: true, endsAt: true, placeText: true,
      visitSignals: { select: { kind: true, at: true }, orderBy: { at: 'asc' } },
    },
  })
  const names = await callNamesOf(tx, { dispatchIds: rows.map((row) => row.dispatchId) })
  return rows.map(({ placeText, visitSignals, ...visit }) => ({
    ...visit,
    place: placeText,
    callNames: names(visit.dispatchId),
    arrivedAt: visitSignals.find(({ kind }) => kind === 'arrive')?.at ?? null,
    leftAt: visitSignals.find(({ kind }) => kind === 'leave')?.at ?? null,
  }))
}

async function reports(tx: Tx): Promise<WaitingReport[]> {
  const rows = await tx.report.findMany({
    where: { state: 'submitted', submittedAt: { not: null } },
    orderBy: { submittedAt: 'asc' },
    take: listed,
    select: { id: true, dispatchId: true, submittedAt: true },
  })
  const names = await callNamesOf(tx, { dispatchIds: rows.map((row) => row.dispatchId) })
  return rows.map(({ id, dispatchId, submittedAt }) => ({ id, submittedAt: submittedAt!, callNames: names(dispatchId) }))
}

async function awaited(tx: Tx): Promise<AwaitedAnswer[]> {
  const proposals = await tx.proposal.findMany({
    where: { state: 'sent' },
    orderBy: { sentAt: 'asc' },
    take: listed,
    select: { requestId: true, sentAt: true, answerDueOn: true },
  })
  const offered = await tx.planVersion.findMany({
    where: { state: 'offered' },
    orderBy: { offeredAt: 'asc' },
    take: listed,
    select: { id: true, dispatchId: true, offeredAt: true, createdAt: true },
  })
  const pending = await tx.agreement.findMany({
    where: { planVersionId: { in: offered.map(({ id }) => id) }, state: 'pending' },
    select: { planVersionId: true, dispatchId: true, partyId: true },
  })
  const names = await callNamesOf(tx, {
    requestIds: proposals.map(({ requestId }) => requestId),
    dispatchIds: offered.map(({ dispatchId }) => dispatchId),
  })
  const ofPlans = pending.map((agreement): AwaitedAnswer => {
    const plan = offered.find(({ id }) => id === agreement.planVersionId)
    return {
      kind: agreement.partyId ? 'planByClient' : 'planBySupporter',
      callNames: names(agreement.dispatchId),
      href: `/desk/dispatches/${agreement.dispatchId}/plan`,
      sentAt: plan?.offeredAt ?? plan!.createdAt,
      dueOn: null,
    }
  })
  const ofProposals = proposals.map((proposal): AwaitedAnswer => ({
    kind: 'proposal',
    callNames: names(proposal.requestId),
    href: `/desk/requests/${proposal.requestId}`,
    sentAt: proposal.sentAt,
    dueOn: proposal.answerDueOn,
  }))
  return [...ofProposals, ...ofPlans].sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime())
}

function sessions(tx: Tx, now: Date, today: TokyoDay): Promise<ComingSession[]> {
  return tx.courseSession.findMany({
    where: { endsAt: { gte: now }, startsAt: { lt: tokyoInstant(addDays(today, soonDays), '00:00') } },
    orderBy: { startsAt: 'asc' },
    take: listed,
    select: { id: true, title: true, startsAt: true },
  })
}

async function done(tx: Tx, today: TokyoDay): Promise<TodayBeside['done']> {
  const rows = await tx.task.findMany({
    where: { state: 'done', doneAt: { gte: tokyoInstant(addDays(today, -doneDays), '00:00') } },
    orderBy: { doneAt: 'desc' },
    take: listed,
    select: { kind: true, doneAt: true },
  })
  return rows.map(({ kind, doneAt }) => ({ kind, doneAt: doneAt! }))
}
