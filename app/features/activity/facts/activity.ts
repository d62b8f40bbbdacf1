import type { HelpDesk } from '#app/shared/frame.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { DaySpan } from '../domain/booking.ts'
import type { ReportState, SelfState } from '../domain/report-lifecycle.ts'
import type { VisitOutcome, VisitState } from '../domain/visit-lifecycle.ts'

/** A visit of a dispatch, for the desk. */
export interface VisitLineFacts {
  id: string
  startsAt: Date
  endsAt: Date
  place: string
  state: VisitState
  outcome: VisitOutcome | null
  cancelledBy: string | null
  version: number
  people: string[]
  arrivedAt: Date | null
  leftAt: Date | null
  reports: { id: string; state: ReportState }[]
}

/** What booking needs to know. */
export interface BookingPageFacts {
  dispatchId: string
  bodyId: string
  no: { fiscalYear: number; no: number }
  state: string
  callNames: string[]
  period: DaySpan | null
  place: string
  frequency: string
  donts: string
  supporters: { personId: string; name: string; covers: DaySpan[] }[]
  coming: VisitLineFacts[]
}

/** A step of the contact tree, as the visit page shows it. */
export interface CallFacts {
  title: string
  name: string
  phone: string
  hours: string
}

/** A visit as one of its supporters sees it. */
export interface MyVisitFacts {
  id: string
  startsAt: Date
  endsAt: Date
  /** Null when access is over: then nothing says where the client is. */
  where: { place: string; note: string } | null
  state: VisitState
  outcome: VisitOutcome | null
  version: number
  /** Null when access is over: after a stop the name is gone. */
  callName: string | null
  donts: string
  emergency: string
  companions: string[]
  arrivedAt: Date | null
  leftAt: Date | null
  report: { state: ReportState; no: number } | null
  /** The newest version that was handed in. */
  written: ReportText | null
  costYen: number | null
  calls: CallFacts[]
  desk: HelpDesk | null
}

/** One version of a report with both layers open. */
export interface ReportText {
  did: string
  arrivedAt: Date | null
  leftAt: Date | null
  worry: string | null
  self: SelfState | null
}

export interface AdviceFacts {
  text: string
  by: string | null
  at: Date
}

/** A report at the desk. */
export interface ReportFacts {
  id: string
  bodyId: string
  dispatchId: string
  coordinatorIds: string[]
  dispatchNo: { fiscalYear: number; no: number }
  callNames: string[]
  writer: string
  state: ReportState
  no: number
  version: number
  submittedAt: Date | null
  answerDueOn: TokyoDay | null
  visit: { startsAt: Date; endsAt: Date; place: string; outcome: VisitOutcome | null }
  text: ReportText
  costYen: number | null
  advice: AdviceFacts[]
  earlier: { id: string; startsAt: Date; outcome: VisitOutcome | null; state: ReportState }[]
  nextVisitAt: Date | null
}

/** A line of the list of reports. */
export interface ReportLineFacts {
  id: string
  dispatchNo: { fiscalYear: number; no: number }
  callName: string | null
  visitAt: Date
  outcome: VisitOutcome | null
  writer: string | null
  state: ReportState
  submittedAt: Date | null
  answerDueOn: TokyoDay | null
}

/** A report as its writer reads it, with the answers. */
export interface MyReportFacts {
  id: string
  visitId: string
  visitAt: Date
  outcome: VisitOutcome | null
  state: ReportState
  answerDueOn: TokyoDay | null
  did: string
  advice: AdviceFacts[]
}

/** A report as the client reads it: layer 1 and nothing else. */
export interface CardReportFacts {
  id: string
  visitAt: Date
  outcome: VisitOutcome | null
  did: string
  people: string[]
}
