import type { HelpDesk } from '#app/shared/frame.ts'

/** A date, how, and by whom an answer came. */
export interface AnswerCell {
  word: string
  /** True while it waits for somebody. */
  waiting: boolean
  notes: string[]
}

/** Who answered what, version by version. */
export interface AgreementTable {
  versions: { no: number; label: string; word: string }[]
  rows: { key: string; name: string; role: string; cells: AnswerCell[] }[]
  /** 活動できるか, version by version. */
  verdicts: { word: string; note: string }[]
}

/** An answer that staff may write down. */
interface OpenAnswer {
  agreementId: string
  version: number
  name: string
}

/** The values of the plan's form. */
export type PlanValues = Record<
  'purpose' | 'from' | 'to' | 'frequency' | 'place' | 'dos' | 'donts' | 'emergency' | 'shares' | 'ladder', string
>

/** The plan as everybody will read it. */
export interface PlanSheet {
  purpose: string
  when: string[]
  place: string
  way: string
  dos: string[]
  donts: string[]
  emergency: string[]
  shares: { item: string; withWhom: string }[]
}

export interface PlanDeskView {
  list: { label: string; href: string }
  dispatchHref: string
  title: string
  no: string
  chip: { kind: 'now' | 'done' | 'stop' | 'plain'; text: string }
  due: { text: string; note: string } | null
  next: { text: string; note?: string } | null
  values: PlanValues
  newestNo: number
  version: number
  /** 「第3版から変えたところ」 against the version in force. */
  changes: { since: string; items: { name: string; before: string; after: string }[] } | null
  ladderOptions: { value: string; label: string }[]
  agreements: AgreementTable
  open: OpenAnswer[]
  wishes: { name: string; text: string }[]
  history: { text: string; note: string }[]
  sheet: PlanSheet
  /** Everybody who will be asked. */
  asked: string[]
  offer: { planVersionId: string; version: number; no: number } | null
  /** Why a draft cannot be laid before anybody yet. */
  notYet: string | null
  saveLabel: string
  /** What saving will do, where somebody has answered already. */
  consequence: string | null
  canWrite: boolean
  documents: { href: string; label: string }[]
}

/** The plan as the client or a supporter reads it. */
export interface PlanReadView {
  over: string
  sheet: PlanSheet
  supporters: string
  /** Who may see the record: the supporters, the desk. */
  readers: string[]
  /** What there is to do with the text. */
  lead: string
  planVersionId: string
  /** Fingerprint of exactly this text. */
  seen: string
  /** The reader is asked and has not answered. */
  asked: boolean
  /** What was answered, in the past tense. */
  answered: string | null
  /** A newer version lies open while an older one stays in force. */
  inForce: string | null
  agreedByAll: boolean
  documentHref: string | null
  help: HelpDesk | null
}
