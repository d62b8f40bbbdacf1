import type { HelpDesk } from '#app/shared/frame.ts'

/** Whom to call, in order; 119 and 110 come first. */
export interface ContactView {
  name: string
  tel: string
  note?: string
  large?: boolean
}

/** The supporter's first page: safety, then calls, then two ways on. */
export interface EmergencyView {
  contacts: ContactView[]
  recordHref: string
  help: HelpDesk | null
  /** Days and times offered as typed values. */
  defaults: { occurredOn: string; occurredAt: string }
  kinds: { value: string; label: string }[]
}

export interface NamedValue {
  name: string
  value: string
}

/** What the supporter sees after reporting. */
export interface OwnIncidentView {
  receiptNo: string
  state: string
  reportedAt: string
  facts: NamedValue[]
  help: HelpDesk | null
}

export interface IncidentLine {
  id: string
  href: string
  receiptNo: string
  title: string
  occurredAt: string
  state: string
  urgent: boolean
  open: boolean
}

/** An incident at the desk. */
export interface IncidentView extends IncidentLine {
  version: number
  facts: NamedValue[]
  reports: { stage: string; at: string; facts: NamedValue[] }[]
  walked: { time: string; who: string; note?: string; done: boolean }[]
  steps: { value: string; label: string }[]
  treeName: string
  hold: string | null
  documentHref: string | null
  canReport: boolean
  canClose: boolean
  now: string
}
