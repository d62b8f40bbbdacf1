import type { HelpDesk } from '#app/shared/frame.ts'

/** A coming visit, as the client may know it. */
export interface CardVisit {
  startsAt: Date
  endsAt: Date
  place: string
  supporters: string[]
}

/** What both sides promised, in its agreed words. */
export interface CardPromise {
  planVersionId: string
  purpose: string
  dos: string
  donts: string
  shares: string
}

/** The client's page. */
export interface CardFacts {
  desk: HelpDesk | null
  bodyName: string
  stoppedAt: Date | null
  /** State of the newest dispatch; null before there is one. */
  dispatch: string | null
  consentedAt: Date | null
  visit: CardVisit | null
  promise: CardPromise | null
  /** A plan waits for the client's answer. */
  planWaits: boolean
  supporters: string[]
}

/** A card to be printed and handed over: it names nobody. */
export interface PrintedCard {
  cardId: string
  /** The whole address, for the picture and for typing. */
  address: string
  code: string
  codeAddress: string
  /** Side length of the picture in squares, and the dark ones as one path. */
  picture: { size: number; path: string }
  expiresOn: string
  desk: HelpDesk | null
}
