import { contactTree } from '#app/features/directory/queries.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { IncidentKind, IncidentState, Severity } from './domain/incident.ts'
import type { IncidentFacts, IncidentLineFacts, TreeStep } from './facts.ts'
import { standing } from './standing.server.ts'
import { noteReading, openPlace, openReport } from './store.server.ts'

const listed = 50

/** What the supporter's first page needs: whom to call for this visit, in order; null when it is not theirs. */
export async function getEmergencyContacts(
  ctx: Ctx,
  visitId: string,
): Promise<{ bodyId: string; startsAt: Date; steps: TreeStep[] } | null> {
  if (!isUuid(visitId)) return null
  return withActor(ctx, async (tx) => {
    const visit = await tx.visit.findUnique({ where: { id: visitId }, select: { bodyId: true, startsAt: true } })
    if (!visit) return null
    const { steps } = await contactTree(tx, visit.bodyId, ctx.clock.today())
    return { ...visit, steps }
  })
}

/** Incidents that this actor may see, the newest first. */
export async function listIncidents(ctx: Ctx): Promise<IncidentLineFacts[]> {
  return withActor(ctx, async (tx) => {
    const rows = await tx.incident.findMany({ orderBy: [{ closedOn: { sort: 'asc', nulls: 'first' } }, { occurredAt: 'desc' }], take: listed })
    await auditRead(tx, { action: 'incident.list', entity: 'incident', id: 'list', detail: { rows: rows.length } })
    return rows.map(lineOf)
  })
}

/** One incident with its reports, the tree and the calls; null when it is not there for this actor. */
export async function getIncident(ctx: Ctx, incidentId: string): Promise<IncidentFacts | null> {
  if (!isUuid(incidentId)) return null
  return withActor(ctx, async (tx) => {
    const row = await tx.incident.findUnique({ where: { id: incidentId } })
    if (!row) return null
    const facts = await gather(tx, ctx, row)
    await noteReadingFor(tx, ctx, row.id, row.bodyId)
    return facts
  })
}

type IncidentRow = NonNullable<Awaited<ReturnType<Tx['incident']['findUnique']>>>

async function noteReadingFor(tx: Tx, ctx: Ctx, id: string, bodyId: string): Promise<void> {
  if (ctx.actor.kind === 'staff') return noteReading(tx, id)
  await auditRead(tx, { action: 'incident.view', entity: 'incident', id, bodyId })
}

function lineOf(row: IncidentRow): IncidentLineFacts {
  return {
    id: row.id,
    year: row.fiscalYear,
    no: row.no,
    kind: row.kind as IncidentKind,
    severity: row.severity as Severity,
    state: row.state as IncidentState,
    occurredAt: row.occurredAt,
  }
}

async function gather(tx: Tx, ctx: Ctx, row: IncidentRow): Promise<IncidentFacts> {
  const reports = await tx.incidentReport.findMany({ where: { incidentId: row.id }, orderBy: { no: 'asc' } })
  const ofStaff = ctx.actor.kind === 'staff'
  const calls = ofStaff
    ? await tx.incidentCall.findMany({ where: { incidentId: row.id }, orderBy: { calledAt: 'asc' } })
    : []
  const tree = await contactTree(tx, row.bodyId, ctx.clock.today())
  const document = ofStaff
    ? await tx.document.findFirst({
        where: { incidentId: row.id, kind: 'incidentReport' },
        orderBy: { issuedAt: 'desc' },
        select: { id: true },
      })
    : null
  const subject = ctx.actor.kind === 'staff' ? await standing(tx, ctx.actor, row) : {}
  return {
    ...lineOf(row),
    bodyId: row.bodyId,
    personId: row.personId,
    dispatchId: row.dispatchId,
    version: row.version,
    holdsDispatch: row.holdsDispatch,
    place: openPlace(row.id, row.placeTextEnc),
    reports: reports.map((one) => ({ no: one.no, stage: one.stage, at: one.recordedAt, text: openReport(one) })),
    calls: calls.map(({ stepNo, calledAt, result }) => ({ stepNo, calledAt, result })),
    treeNo: tree.no,
    tree: tree.steps,
    documentId: document?.id ?? null,
    coordinatorIds: [...(subject.coordinatorIds ?? [])],
  }
}
