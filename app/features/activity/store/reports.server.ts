import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { openField, openOptional, sealField, sealOptional } from '#app/platform/fields.server.ts'
import { isUuid } from '#app/shared/ids.ts'
import { tokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'
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
  /** The day of the visit it is about. */
  visitOn: TokyoDay
}

const head = {
  id: true, bodyId: true, dispatchId: true, visitId: true, personId: true, state: true, currentNo: true, version: true,
  visit: { select: { startsAt: true } },
} as const

type HeadRow = Omit<ReportHead, 'state' | 'visitOn'> & { state: string; visit: { startsAt: Date } }

function headOf({ visit, ...row }: HeadRow): ReportHead {
  return { ...row, state: asReportState(row.state), visitOn: tokyoDay(visit.startsAt) }
}

/** One report; null when it is not there for this actor. */
export async function loadReport(tx: Tx, reportId: string): Promise<ReportHead | null> {
  if (!isUuid(reportId)) return null
  const row = await tx.report.findUnique({ where: { id: reportId }, select: head })
  return row && headOf(row)
}

/** A supporter's report on a visit, if there is one. */
export async function loadOwnReport(tx: Tx, visitId: string, personId: string): Promise<ReportHead | null> {
  const row = await tx.report.findUnique({ where: { visitId_personId: { visitId, personId } }, select: head })
  return row && headOf(row)
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
function layerRow(reportId: string, no: number): string {
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
  return {
    did: openShared(shared),
    arrivedAt: shared.arrivedAt,
    leftAt: shared.leftAt,
    worry: openOptional('report_private.text', layerRow(reportId, no), personal?.textEnc ?? null),
    self: (personal?.selfState as SelfState | null | undefined) ?? null,
  }
}

/** Layer 1 alone, of one version. */
export function openShared(shared: { reportId: string; no: number; textEnc: Uint8Array }): string {
  return openField('report_shared.text', layerRow(shared.reportId, shared.no), shared.textEnc)
}

/** An answer to a report, written once. */
export interface NewAdvice {
  id: string
  bodyId: string
  reportId: string
  givenBy: string
  text: string
  at: Date
}

/** Writes an answer, encrypted. */
export async function writeAdvice(tx: Tx, { text, ...row }: NewAdvice): Promise<void> {
  await tx.advice.createMany({ data: [{ ...row, textEnc: sealField('advice.text', row.id, text) }] })
}
