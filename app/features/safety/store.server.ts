import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { openField, sealField } from '#app/platform/fields.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import type { IncidentKind, IncidentState, Severity } from './domain/incident.ts'
import { type ReportText, reportTextSchema } from './report-text.ts'

const reportPlace = 'incident_report.text'
const wherePlace = 'incident.place_text'

/** An incident as commands need it. */
export interface IncidentHead {
  id: string
  bodyId: string
  state: IncidentState
  personId: string
  dispatchId: string | null
  version: number
}

/** The incident, or null when this actor cannot see it. */
export async function loadIncident(tx: Tx, incidentId: string): Promise<IncidentHead | null> {
  const row = await tx.incident.findUnique({
    where: { id: incidentId },
    select: { id: true, bodyId: true, state: true, personId: true, dispatchId: true, version: true },
  })
  return row && { ...row, state: row.state as IncidentState }
}

/** Moves an incident on; false when somebody else was first. */
export async function moveIncident(
  tx: Tx,
  head: IncidentHead,
  version: number,
  state: IncidentState,
  closedOn: Date | null,
): Promise<boolean> {
  const moved = await tx.incident.updateMany({
    where: { id: head.id, version, state: head.state },
    data: { state, closedOn, version: { increment: 1 } },
  })
  return moved.count === 1
}

export interface NewIncident {
  bodyId: string
  dispatchId: string | null
  visitId: string | null
  kind: IncidentKind
  severity: Severity
  holdsDispatch: boolean
  occurredAt: Date
  place: string
}

/** Writes the incident with its number. */
export async function insertIncident(tx: Tx, ctx: Ctx, reporter: string, incident: NewIncident): Promise<string> {
  const id = ctx.ids.next()
  const year = fiscalYear(ctx.clock.today())
  const { place, ...columns } = incident
  const rows = await tx.$queryRaw<{ no: number }[]>`
    select app.next_no(${incident.bodyId}::uuid, 'incident', ${year}::int) as no`
  await tx.incident.createMany({
    data: [
      {
        id,
        ...columns,
        fiscalYear: year,
        no: rows[0]?.no ?? 0,
        personId: reporter,
        state: 'firstReport',
        placeTextEnc: sealField(wherePlace, id, place),
      },
    ],
  })
  return id
}

/** Adds a report; it is never changed afterwards. */
export async function insertReport(
  tx: Tx,
  report: { incidentId: string; bodyId: string; no: number; stage: string; text: ReportText; by: string; at: Date },
): Promise<void> {
  const { incidentId, bodyId, no, stage, text, by, at } = report
  const textEnc = sealField(reportPlace, `${incidentId}/${no}`, JSON.stringify(text))
  await tx.incidentReport.createMany({
    data: [{ incidentId, bodyId, no, stage, textEnc, recordedBy: by, recordedAt: at }],
  })
}

/** Opens the text of a stored report. */
export function openReport(row: { incidentId: string; no: number; textEnc: Uint8Array }): ReportText {
  const text: unknown = JSON.parse(openField(reportPlace, `${row.incidentId}/${row.no}`, row.textEnc))
  return reportTextSchema.parse(text)
}

/** Opens the place of an incident. */
export function openPlace(id: string, sealed: Uint8Array | null): string {
  return sealed ? openField(wherePlace, id, sealed) : ''
}

/** One row for having read an incident. */
export async function noteReading(tx: Tx, incidentId: string): Promise<void> {
  await auditRead(tx, { action: 'incident.view', entity: 'incident', id: incidentId })
}
