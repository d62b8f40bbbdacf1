import type { HelpDesk } from '#app/shared/frame.ts'
import type { VisitMoment } from '../domain/visit-lifecycle.ts'

/** A visit in a table of the desk. */
export interface VisitLine {
  id: string
  day: string
  time: string
  place: string
  /** 「あかねさん、」「はなさん」: whole names, between which the line may break. */
  people: string[]
  state: string
  /** 「15時に着」「15時20分に出」. */
  signals: string[]
  version: number
  canCancel: boolean
  reportHref: string | null
  reportLabel: string
}

export interface BookingView {
  title: string
  no: string
  dispatchHref: string
  period: string
  frequency: string
  place: string
  donts: string[]
  supporters: { value: string; label: string; note: string }[]
  coming: { text: string; note: string }[]
  /** Why nothing can be booked at all, or null. */
  closed: string | null
  firstDay: string
}

/** A visit on the supporter's phone (drawn 10, 10b). */
export interface MyVisitView {
  id: string
  over: string
  when: string
  name: string | null
  /** Null when access is over; then there is nothing to keep in mind either. */
  place: string | null
  companions: string | null
  moment: VisitMoment
  arrived: string | null
  /** Until when 「出ました」 is expected. */
  expected: string
  keep: string[]
  urgent: { name: string; tel: string; large: true }[]
  calls: { name: string; tel: string; note: string }[]
  reportHref: string
  reportNote: string
  incidentHref: string
  canReport: boolean
  /** Whether a stop that was heard can still be passed on: while the dispatch is open to the supporter. */
  canPassOn: boolean
  outcome: string | null
  version: number
  outcomes: { value: string; label: string; note?: string }[]
  help: HelpDesk | null
}

/** Writing a report on the phone (drawn 09). */
export interface ReportFormView {
  over: string
  name: string
  reader: string
  visitHref: string
  values: Record<'outcome' | 'arrived' | 'left' | 'did' | 'worry' | 'self' | 'cost', string>
  savedAt: string | null
  outcomes: { value: string; label: string; note?: string }[]
  selves: { value: string; label: string }[]
  /** Says why no report is needed or possible any more. */
  closed: string | null
  /** What the reader of layer 1 sees, before it is sent. */
  confirm: { shared: { name: string; value: string }[]; personal: { name: string; value: string }[] } | null
  again: boolean
  help: HelpDesk | null
}

/** A line of the desk's list of reports. */
export interface ReportLine {
  id: string
  href: string
  no: string
  name: string
  visit: string
  outcome: string
  writer: string
  submitted: string
  waited: string
  due: string
  dueToday: boolean
  state: string
  answered: boolean
}

/** A report at the desk, with its answers (drawn 11). */
export interface ReportView {
  title: string
  beside: string
  no: string
  chip: { kind: 'now' | 'done'; text: string }
  due: { text: string; note?: string } | null
  next: { text: string; note?: string } | null
  facts: { name: string; value: string; note?: string }[]
  clientName: string
  did: string[]
  worry: string[]
  self: string
  advice: { text: string[]; note: string }[]
  earlier: { text: string; note: string; href: string }[]
  dispatchHref: string
  canAdvise: boolean
  version: number
  writer: string
}

/** The supporter's reports with the answers. */
export interface MyReportView {
  id: string
  title: string
  outcome: string
  did: string[]
  waiting: string | null
  advice: { text: string[]; note: string }[]
  editHref: string | null
}

/** A report on the client's card. */
export interface CardReportView {
  id: string
  title: string
  outcome: string
  did: string[]
  people: string
}
