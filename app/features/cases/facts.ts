import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { Standing } from './domain/access.ts'
import type {
  CaseState, ContactKind, ContactMethod, ContactPartner, HearingAnswers, HearingState, Reach, Relation, RuleCode,
} from './domain/types.ts'

/** What the desk may see of any case of its body that is not restricted. */
export interface CaseHead {
  id: string
  bodyId: string
  alias: string
  fiscalYear: number
  no: number
  state: CaseState
  restricted: boolean
  openedOn: TokyoDay
  version: number
  standing: Standing
  /** Ids of the coordinators in charge, and of the reader while a reasoned opening lasts. */
  coordinatorIds: string[]
  /** Names of those in charge, the deputies last. */
  inCharge: string[]
}

export interface Member {
  id: string
  relation: Relation
  callName: string
  name: string | null
  phone: string | null
  address: string | null
}

export interface Rule {
  code: RuleCode
  note: string | null
}

export interface ContactFacts {
  id: string
  heldAt: Date
  kind: ContactKind
  reached: Reach
  minutes: number | null
  methods: ContactMethod[]
  partners: ContactPartner[]
  summary: string
  promise: string | null
  nextStep: string | null
  nextOn: TokyoDay | null
  recordedBy: string
}

export interface HearingFacts {
  no: number
  dueOn: TokyoDay
  heldOn: TokyoDay | null
  state: HearingState | null
  answers: HearingAnswers | null
  recordedBy: string | null
}

/** A case as those who work on it see it. */
export interface CaseFacts {
  head: CaseHead
  members: Member[]
  rules: Rule[]
  contacts: ContactFacts[]
  hearings: HearingFacts[]
}

/** What the phone-call form needs beside it. */
export interface ContactDeskFacts {
  head: CaseHead
  rules: Rule[]
  recent: ContactFacts[]
}

/** What the hearing form needs beside it. */
export interface HearingDeskFacts {
  head: CaseHead
  rules: Rule[]
  hearings: HearingFacts[]
}

/** One line of the case list. */
export interface CaseLineFacts {
  head: CaseHead
  /** Day of the next hearing sheet; null outside the own caseload. */
  hearingDueOn: TokyoDay | null
  lastContactAt: Date | null
}

/** What the case list is narrowed to. All but the name stands in the address. */
export interface CaseListFilter {
  state: CaseState
  /** `unknown`: something was typed that is no number. */
  number: { fiscalYear: number | null; no: number } | 'unknown' | null
  /** A part of the name the house uses. */
  name: string | null
  /** From 1. */
  page: number
}

export interface CaseListFacts {
  lines: CaseLineFacts[]
  /** Rows of all pages. */
  total: number
}
