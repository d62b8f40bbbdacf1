import type { HelpDesk } from '#app/shared/frame.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { ConsentState } from './domain/lifecycle.ts'
import type { ConsentText } from './domain/text.ts'

/** A municipality that would receive the roster now. */
export interface Recipient {
  id: string
  name: string
  status: 'operating' | 'planned'
}

export interface Choices {
  phone: boolean
  address: boolean
  peer: boolean
  photo: boolean
}

/** A scan of the signed paper and what became of it. */
export interface Paper {
  id: string
  sha256: string
  uploadedAt: Date
  confirmedAt: Date | null
  rejectedAt: Date | null
  rejectReason: string | null
}

/** One consent with everything its pages show. */
export interface ConsentFacts {
  id: string
  bodyId: string
  bodyName: string
  personId: string
  state: ConsentState
  version: number
  text: ConsentText & { sha256: string }
  reads: { no: number; at: Date }[]
  explainedAt: Date | null
  signedAt: Date | null
  method: 'drawn' | 'paperScan' | 'typed' | null
  withdrawnAt: Date | null
  coversPlanned: boolean
  /** When the choices were made; null while they say nothing yet. */
  chosenAt: Date | null
  choices: Choices
  recipients: Recipient[]
  papers: Paper[]
  documentId: string | null
  desk: HelpDesk | null
  today: TokyoDay
}

/** What the application knows of the person, as far as the reader may see it. */
export interface ApplicantFacts {
  name: string
  kana: string
  preferredName: string | null
  email: string | null
  phone: string | null
  address: string | null
}

/** Who holds the data now, told by the roster. */
export interface Holder {
  name: string
  releasedOn: TokyoDay
  recall: { requestedOn: TokyoDay; acknowledgedOn: TokyoDay | null } | null
}

/** A completed person in the desk's list, with the newest consent. */
export interface ConsentRow {
  personId: string
  name: string
  kana: string
  completedOn: TokyoDay
  consent: {
    id: string
    state: ConsentState
    explainedAt: Date | null
    chosenAt: Date | null
    signedAt: Date | null
    withdrawnAt: Date | null
    paperWaiting: boolean
    registered: boolean
  } | null
}

/** A name and what is said of it. */
export interface NamedLine {
  name: string
  value: string
}

/** What the page of one's own consent shows. */
export interface OwnConsentView {
  title: string
  lead: string
  next: { at: number; label: string; href: string; note: string } | null
  path: { when: string; what: string; done: boolean }[] | null
  returned: { text: string; href: string } | null
  signed: NamedLine[] | null
  pdf: { href: string; label: string; about: string } | null
  recipients: { items: NamedLine[]; on: string } | null
  holders: { name: string; text: string }[]
  hasHolders: boolean
  withdraw: { told: string } | null
  whole: NamedLine[]
  wholeTitle: string
  help: HelpDesk | null
}

/** The desk's list of completed people and their consents. */
export interface ConsentTableView {
  stages: { label: string; href: string; count: number; current: boolean }[]
  rows: {
    key: string
    name: string
    kana: string
    href: string | null
    completedOn: string
    stage: string
    waits: boolean
    signedOn: string
    next: string
  }[]
  waiting: number
}

/** One consent at the desk. */
export interface DeskConsentView {
  version: number
  name: string
  kana: string
  stage: string
  isWaiting: boolean
  brief: { due: { text: string; note: string } | null; next: { text: string } | null; promised: { text: string } | null }
  facts: NamedLine[]
  pdf: string | null
  paper: { href: string; receivedOn: string; today: TokyoDay } | null
  canReceivePaper: boolean
  papers: { key: string; text: string; note: string | null; href: string | null }[]
  register: {
    defaults: { name: string; kana: string; workingName: string; homeArea: string; phone: string; address: string }
    phone: string | null
    address: string | null
    peer: boolean
  } | null
}
