import type { PageOfList } from '#app/shared/page-of-list.ts'
import type { LineStep, NameText, TextNote } from './parts.ts'

/** One line of the list of wishes. */
export interface RequestLine {
  id: string
  href: string
  no: string
  name: string
  dots: number | null
  stage: string
  wish: string
  ladder: string
  waiting: string
  next: string
}

export interface RequestListView extends PageOfList {
  lines: RequestLine[]
  stages: { label: string; href: string; count: number; current: boolean }[]
  chosen: { stage: string; wish: string }
  wishOptions: { value: string; label: string }[]
}

export interface PartyLine {
  id: string
  label: string
  consent: string
  consentNote: string
  consented: boolean
  card: { id: string; text: string; printHref: string } | null
}

export interface ProposalLine {
  id: string
  name: string
  state: string
  note: string
  version: number
  open: boolean
  interested: boolean
}

export interface NoteLine {
  id: string
  text: string
  at: string
  version: number
}

/** The page of one wish. */
export interface RequestView {
  id: string
  no: string
  name: string
  state: string
  chip: 'now' | 'stop' | 'done'
  version: number
  due: TextNote | null
  promised: TextNote | null
  next: TextNote | null
  steps: LineStep[]
  refusal: { why: string; missing: string; can: TextNote[] } | null
  stopped: string | null
  /** Where a stop that was told to somebody is written down. */
  stopHref: string | null
  facts: { name: string; value: string; note?: string }[]
  rungs: { label: string; allowed: boolean }[]
  rungSentence: string
  ladderNote: string
  rules: NameText[]
  history: TextNote[]
  parties: PartyLine[]
  waitingParties: { value: string; label: string }[]
  ladderOptions: { value: string; label: string }[]
  proposals: ProposalLine[]
  notes: NoteLine[]
  privateHref: string
  caseHref: string | null
  candidatesHref: string | null
  dispatchHref: string | null
  auditHref: string
  today: string
  now: string
  canRecord: boolean
  canCard: boolean
  canCancel: boolean
  canPrepare: boolean
}

export interface PrivateLine {
  name: string
  facts: { name: string; value: string }[]
}

/** The card to be printed. */
export interface CardPrintView {
  code: string
  codeAddress: string
  size: number
  path: string
  expires: string
  deskName: string
  deskLines: string[]
  backHref: string
}
