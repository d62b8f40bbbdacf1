import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { openField, openOptional, sealField, sealOptional } from '#app/platform/fields.server.ts'
import { asReportState, type ReportState, type SelfState } from '../domain/report-lifecycle.ts'
import type { ReportText } from '../facts/activity.ts'

/** A report's head. */
export interface ReportHead {
  id: string
  bodyId: string
  dispatchId: string
  visitId: string
  personId: string
  state: ReportState
  currentNo: number
  version: number
}

const head = {
  id: true, bodyId: true, dispatchId: true, visitId: true, personId: true, state: true, currentNo: true, version: true,
} as const

/** One report; null when it is not there for this actor. */
export async function loadReport(tx: Tx, reportId: string): Promise<ReportHead | null> {
  const row = await tx.report.findUnique({ where: { id: reportId }, select: head })
  return row && { ...row, state: asReportState(row.state) }
}

/** A supporter's report on a visit, if there is one. */
export async function loadOwnReport(tx: Tx, visitId: string, personId: string): Promise<ReportHead | null> {
  const row = await tx.report.findUnique({ where: { visitId_personId: { visitId, personId } }, select: head })
  return row && { ...row, state: asReportState(row.state) }
}

/** Both layers of one version, written once. */
export interface Layers {
  reportId: string
  bodyId: string
  no: number
  did: string
  arrivedAt: Date
  leftAt: Date
  worry: string | null
  selfState: SelfState | null
}

/** The row a layer's text is bound to: report and version. */
export function layerRow(reportId: string, no: number): string {
  return `${reportId}:${no}`
}

/** Writes both layers of a version, encrypted. */
export async function writeLayers(tx: Tx, layers: Layers): Promise<void> {
  const { reportId, bodyId, no, arrivedAt, leftAt, selfState } = layers
  const row = layerRow(reportId, no)
  await tx.reportShared.createMany({
    data: [{ reportId, bodyId, no, arrivedAt, leftAt, textEnc: sealField('report_shared.text', row, layers.did) }],
  })
  await tx.reportPrivate.createMany({
    data: [{ reportId, bodyId, no, selfState, textEnc: sealOptional('report_private.text', row, layers.worry) }],
  })
}

/** Both layers of the current version. */
export async function openText(tx: Tx, { id: reportId, currentNo: no }: ReportHead): Promise<ReportText> {
  const key = { reportId_no: { reportId, no } }
  const shared = await tx.reportShared.findUniqueOrThrow({ where: key })
  const personal = await tx.reportPrivate.findUnique({ where: key })
  const row = layerRow(reportId, no)
  return {
    did: openField('report_shared.text', row, shared.textEnc),
    arrivedAt: shared.arrivedAt,
    leftAt: shared.leftAt,
    worry: openOptional('report_private.text', row, personal?.textEnc ?? null),
    self: (personal?.selfState as SelfState | null | undefined) ?? null,
  }
}
