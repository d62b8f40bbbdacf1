import type { PageOfList } from '#app/shared/page-of-list.ts'

/** A name and what it says, as boxes and lists of facts take it. */
export interface NameText {
  name: string
  text: string
}

export interface TextNote {
  text: string
  note?: string
}

/** One line of the case list. */
export interface CaseLine {
  id: string
  href: string
  no: string
  alias: string
  /** 担当, 1時間だけ開いています, or nothing to see. */
  standing: string
  mine: boolean
  inCharge: string
  lastContact: string
  hearing: string
  hearingDue: boolean
}

export interface CaseListView extends PageOfList {
  lines: CaseLine[]
  stages: { label: string; href: string; current: boolean }[]
  state: 'open' | 'closed'
  /** The number that was typed. */
  typed: string
  /** The name that was searched for; it stands in no address. */
  name: string
  canOpen: boolean
}

/** Somebody else's case: its head, and the way to open it with a reason. */
export interface SealedCaseView {
  sealed: true
  alias: string
  no: string
  state: string
  inCharge: string
}

export interface EntryLine {
  kind: string
  at: string
  date: string
  label: string
  text: string
  note: string | null
  href: string | null
}

/** A dot of the year's lanes; `x` in percent of the year that ends today. */
export interface LaneMark {
  x: number
}

export interface CaseView {
  sealed: false
  id: string
  alias: string
  no: string
  state: string
  open: boolean
  /** 「15時30分まで」 while a reasoned opening lasts. */
  openedUntil: string | null
  due: TextNote | null
  promised: TextNote | null
  next: TextNote | null
  rules: NameText[]
  members: TextNote[]
  entries: EntryLine[]
  tabs: { label: string; href: string; count: number; current: boolean }[]
  lanes: { label: string; count: number; shape: 'dot' | 'square' | 'triangle' | 'bar'; marks: LaneMark[] }[]
  months: { label: string; x: number }[]
  yearFrom: string
  requests: { href: string; no: string; state: string }[]
  hearingHref: string
  contactHref: string
  requestHref: string
  canRecord: boolean
}

/** Beside the phone-call form. */
export interface ContactDeskView {
  caseHref: string
  alias: string
  no: string
  rules: NameText[]
  promises: TextNote[]
  recent: TextNote[]
  today: string
  now: string
  typed: Record<string, string | string[]> | null
  savedAt: string | null
}

/** Beside the hearing form, and what the first sheet said. */
export interface HearingDeskView {
  caseHref: string
  alias: string
  no: string
  sheetNo: number
  dueOn: string
  today: string
  first: { date: string; ownWords: string; topics: { name: string; text: string }[] } | null
  last: { date: string; ownWords: string } | null
}

/** What the form for a new wish starts from. */
export interface HouseholdView {
  caseHref: string
  alias: string
  no: string
  rules: NameText[]
  members: { id: string; label: string; self: boolean }[]
}
