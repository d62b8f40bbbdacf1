import type { IncidentKind, IncidentState, Severity } from './domain/incident.ts'
import type { ReportText } from './report-text.ts'

/** One step of the contact tree. */
export interface TreeStep {
  stepNo: number
  title: string
  name: string
  phone: string
  hours: string
}

/** One call that was made. */
export interface CallFacts {
  stepNo: number
  calledAt: Date
  result: string
}

/** One line of a list. */
export interface IncidentLineFacts {
  id: string
  year: number
  no: number
  kind: IncidentKind
  severity: Severity
  state: IncidentState
  occurredAt: Date
}

/** An incident with everything about it. */
export interface IncidentFacts extends IncidentLineFacts {
  bodyId: string
  personId: string
  dispatchId: string | null
  version: number
  holdsDispatch: boolean
  place: string
  reports: { no: number; stage: string; at: Date; text: ReportText }[]
  calls: CallFacts[]
  treeNo: number
  tree: TreeStep[]
  documentId: string | null
  coordinatorIds: string[]
}
