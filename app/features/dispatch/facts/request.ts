import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { ClientNote } from '../domain/client-note.ts'
import type { Exclusion } from '../domain/exclusion.ts'
import type { Match, MatchFacts } from '../domain/matching.ts'
import type { ProposalState } from '../domain/proposal-lifecycle.ts'
import type { RequestState } from '../domain/request-lifecycle.ts'
import type { ConsentMethod, PartyKind, PeerWish, Slot, Wish } from '../domain/request.ts'

/** A wish for support as its desk knows it, without names. */
export interface RequestHead {
  id: string
  bodyId: string
  caseId: string | null
  fiscalYear: number
  no: number
  state: RequestState
  wish: Wish
  ladderMax: number
  area: string | null
  peer: PeerWish
  receivedAt: Date | null
  consentedAt: Date | null
  coordinationStartedAt: Date | null
  stoppedAt: Date | null
  version: number
  /** Coordinators whose caseload holds the case; empty for other readers. */
  coordinatorIds: string[]
}

export interface ConsentFacts {
  id: string
  partyId: string
  givenAt: Date
  method: ConsentMethod
  withdrawnAt: Date | null
  recordedBy: string | null
}

export interface CardFacts {
  id: string
  partyId: string
  issuedAt: Date
  expiresOn: TokyoDay
  revokedAt: Date | null
}

export interface PartyFacts {
  id: string
  kind: PartyKind
  callName: string
  consents: ConsentFacts[]
  card: CardFacts | null
  /** How the party may be reached, as the case told it. */
  rules: { name: string; text: string }[]
}

/** Name, phone and address of a party; opened on demand, and the opening is recorded. */
export interface PrivateFacts {
  partyId: string
  name: string | null
  phone: string | null
  address: string | null
}

export interface ProposalFacts {
  id: string
  state: ProposalState
  /** The supporter's name to use; null where the reader may not see the roster. */
  supporter: string | null
  sentAt: Date
  answeredAt: Date | null
  dueOn: TokyoDay | null
  version: number
}

export interface NoteFacts {
  taskId: string
  note: ClientNote
  at: Date
  dueOn: TokyoDay
  version: number
}

/** A request with everything that hangs on it before a plan is made. */
export interface RequestFacts {
  head: RequestHead
  purpose: string
  meeting: string | null
  supporterWish: string | null
  slots: Slot[]
  avoidCount: number
  parties: PartyFacts[]
  proposals: ProposalFacts[]
  notes: NoteFacts[]
  searchedAt: Date | null
  dispatch: { id: string; state: string } | null
  receivedBy: string
}

/** One line of the list of requests. */
export interface RequestLineFacts {
  head: RequestHead
  callNames: string[]
  consents: number
  openProposals: number
  interested: number
  notes: number
  dispatch: { id: string; state: string } | null
}

/** One supporter beside the wish. */
export interface CandidateFacts {
  reconfirmationId: string
  name: string
  kanaSort: string
  facts: MatchFacts
  match: Match
}

/** What the search found, and why not more. */
export interface CandidatesFacts {
  request: RequestFacts
  /** Null before the search was recorded, or after its five minutes. */
  found: {
    candidates: CandidateFacts[]
    received: number
    excluded: { reason: Exclusion; count: number }[]
    /** The wish as it was compared. */
    step: number
  } | null
}
