import { loadDispatch, loadPlan } from '#app/features/dispatch/store/plans.server.ts'
import { contactTree, deskOf } from '#app/features/directory/queries.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { asReportState } from '../domain/report-lifecycle.ts'
import { asOutcome, asVisitState } from '../domain/visit-lifecycle.ts'
import type { BookingPageFacts, MyVisitFacts, VisitLineFacts } from '../facts/activity.ts'
import { loadOwnReport, openText } from '../store/reports.server.ts'
import { loadPlace, loadVisit, supportersOf, visitPeople } from '../store/visits.server.ts'

const shownVisits = 30

/** The visits of a dispatch for the desk, the latest first; empty when it is not there for this reader. */
export async function visitsOf(ctx: Ctx, dispatchId: string): Promise<VisitLineFacts[]> {
  return isUuid(dispatchId) ? withActor(ctx, (tx) => loadLines(tx, dispatchId)) : []
}

async function loadLines(tx: Tx, dispatchId: string, from?: Date): Promise<VisitLineFacts[]> {
  const rows = await tx.visit.findMany({
    where: { dispatchId, ...(from ? { startsAt: { gte: from } } : {}) },
    include: { visitSignals: true, reports: { select: { id: true, state: true } } },
    orderBy: { startsAt: 'desc' },
    take: shownVisits,
  })
  const people = await tx.$queryRaw<{ visit_id: string; name: string }[]>`
    select v.id as visit_id, p as name from visit v, lateral app.visit_people(v.id) p where v.dispatch_id = ${dispatchId}::uuid`
  const at = (row: (typeof rows)[number], kind: string) => row.visitSignals.find((signal) => signal.kind === kind)?.at ?? null
  return rows.map((row) => ({
    id: row.id,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    place: row.placeText,
    state: asVisitState(row.state),
    outcome: asOutcome(row.outcome),
    cancelledBy: row.cancelledBy,
    version: row.version,
    people: people.filter((one) => one.visit_id === row.id).map((one) => one.name),
    arrivedAt: at(row, 'arrive'),
    leftAt: at(row, 'leave'),
    reports: row.reports.map((report) => ({ id: report.id, state: asReportState(report.state) })),
  }))
}

/** What the booking page needs; null when the dispatch is not there for this reader. */
export async function getBooking(ctx: Ctx, dispatchId: string): Promise<BookingPageFacts | null> {
  if (!isUuid(dispatchId)) return null
  return withActor(ctx, async (tx) => {
    const dispatch = await loadDispatch(tx, dispatchId)
    if (!dispatch) return null
    const plan = dispatch.currentVersionId ? await loadPlan(tx, dispatch.currentVersionId) : null
    const parties = await tx.dispatchParty.findMany({
      where: { requestId: { in: dispatch.requestId ? [dispatch.requestId] : [] } },
      orderBy: [{ kind: 'desc' }, { id: 'asc' }],
      select: { callName: true },
    })
    const facts = {
      dispatchId,
      bodyId: dispatch.bodyId,
      no: { fiscalYear: dispatch.fiscalYear, no: dispatch.no },
      state: dispatch.state,
      callNames: parties.map((party) => party.callName),
      period: plan && { from: plan.text.from, to: plan.text.to },
      place: plan?.text.place ?? '',
      frequency: plan?.text.frequency ?? '',
      donts: plan?.text.donts ?? '',
      supporters: await loadInsured(tx, dispatchId),
      coming: (await loadLines(tx, dispatchId, ctx.clock.now())).filter((line) => line.state === 'scheduled'),
    }
    await auditRead(tx, { action: 'visit.plan', entity: 'dispatch', id: dispatchId })
    return facts
  })
}

async function loadInsured(tx: Tx, dispatchId: string): Promise<BookingPageFacts['supporters']> {
  const people = await tx.$queryRaw<{ person_id: string; working_name: string }[]>`
    select person_id, working_name from app.dispatch_supporters(${dispatchId}::uuid) where ended_at is null`
  const covers = await tx.insuranceCover.findMany({
    where: { personId: { in: people.map((one) => one.person_id) } },
    orderBy: { startsOn: 'asc' },
  })
  return people.map((one) => ({
    personId: one.person_id,
    name: one.working_name,
    covers: covers.filter((cover) => cover.personId === one.person_id)
      .map((cover) => ({ from: fromDateColumn(cover.startsOn), to: fromDateColumn(cover.endsOn) })),
  }))
}

/**
 * A visit as one of its supporters sees it; null when it is not theirs. Name, place, the desk's note, companions and
 * what the plan says only while access lasts: after a stop there is the day, and the report to be written (N8, N15).
 */
export async function getMyVisit(ctx: Ctx, visitId: string): Promise<MyVisitFacts | null> {
  const { actor } = ctx
  if (actor.kind !== 'supporter' || !isUuid(visitId)) return null
  return withActor(ctx, async (tx) => {
    const visit = await loadVisit(tx, visitId)
    if (!visit || !(await supportersOf(tx, visitId)).includes(actor.personId)) return null
    const dispatch = await loadDispatch(tx, visit.dispatchId)
    const plan = dispatch?.currentVersionId ? await loadPlan(tx, dispatch.currentVersionId) : null
    const party = dispatch?.requestId
      ? await tx.dispatchParty.findFirst({ where: { requestId: dispatch.requestId }, orderBy: [{ kind: 'desc' }, { id: 'asc' }] })
      : null
    const signals = await tx.visitSignal.findMany({ where: { visitId, personId: actor.personId } })
    const report = await loadOwnReport(tx, visitId, actor.personId)
    const today = ctx.clock.today()
    const facts = {
      ...visit,
      where: await loadPlace(tx, visitId),
      callName: party?.callName ?? null,
      donts: plan?.text.donts ?? '',
      emergency: plan?.text.emergency ?? '',
      companions: await visitPeople(tx, visitId),
      arrivedAt: signals.find((signal) => signal.kind === 'arrive')?.at ?? null,
      leftAt: signals.find((signal) => signal.kind === 'leave')?.at ?? null,
      report: report && { state: report.state, no: report.currentNo },
      written: report && report.state !== 'draft' ? await openText(tx, report) : null,
      costYen: report ? await loadCost(tx, report.id) : null,
      calls: (await contactTree(tx, visit.bodyId, today)).steps.map(({ title, name, phone, hours }) => ({ title, name, phone, hours })),
      desk: await deskOf(tx, visit.bodyId, today),
    }
    await auditRead(tx, { action: 'visit.view', entity: 'visit', id: visitId, bodyId: visit.bodyId })
    return facts
  })
}

async function loadCost(tx: Tx, reportId: string): Promise<number | null> {
  const claim = await tx.costClaim.findFirst({ where: { reportId }, select: { amountYen: true } })
  return claim?.amountYen ?? null
}
