import type { HelpDesk } from '#app/shared/frame.ts'

/** What the client sees before and after pressing the button. */
export interface ClientStopView {
  stopped: boolean
  /** 「12月3日（木）からの予定」, to be cancelled or cancelled; null when nothing was planned. */
  plannedFrom: string | null
  deskName: string
  receivedAt: string | null
  help: HelpDesk | null
}

/** One line of the desk's list of stops. */
export interface StopLine {
  id: string
  href: string
  receiptNo: string
  callNames: string
  receivedAt: string
  channel: string
  due: string | null
  done: boolean
}

/** What is shown before a stop is written down. */
export interface RecordStopView {
  title: string
  receiptNo: string
  requestHref: string
  stopped: boolean
  channels: { value: string; label: string; note?: string }[]
  coming: string[]
}

/** One stop at the desk. */
export interface StopView extends StopLine {
  version: number
  requestHref: string | null
  doneAt: string | null
  cancelledVisits: string[]
  canFinish: boolean
}
