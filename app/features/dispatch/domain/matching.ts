import { slotKey } from './request.ts'
import type { PeerWish, Slot } from './request.ts'

/** What the client wishes for, as far as it can be compared. */
export interface MatchWish {
  area: string | null
  /** The highest step that may be prepared now. */
  step: number
  slots: Slot[]
  peer: PeerWish
}

/** Whether a supporter may act on a day; without cover no visit can be booked. */
export type Cover = { kind: 'now'; until: string } | { kind: 'later'; from: string } | { kind: 'none' }

/** A supporter who is willing this year and free to be asked, as the search found them. */
export interface MatchFacts {
  areas: string[]
  slots: Slot[]
  /** Steps of the ladder the supporter takes part in; none given means all. */
  steps: number[]
  /** Null where the supporter did not let it be listed. */
  peer: boolean | null
  /** Something the two sides named to avoid may touch; nobody learns what. */
  near: boolean
  /** Running dispatches for this municipality. */
  load: number
  monthlyCap: number | null
  cover: Cover
}

/** A wish that is met. */
export type Reason =
  | { code: 'area' }
  | { code: 'slots'; slots: Slot[] }
  | { code: 'anySlot' }
  | { code: 'step' }
  | { code: 'peer' }
  | { code: 'notPeer' }

/** Something to look at before asking. Never the cause of a closeness. */
export type Caution =
  | { code: 'near' }
  | { code: 'otherArea' }
  | { code: 'noSharedSlot' }
  | { code: 'step' }
  | { code: 'notPeer' }
  | { code: 'isPeer' }
  | { code: 'peerUnknown' }
  | { code: 'coverLater'; from: string }
  | { code: 'noCover' }

/** One supporter beside the wish: what fits, what to look at. No score. */
export interface Match {
  reasons: Reason[]
  cautions: Caution[]
  /** False while a closeness must be looked into first. */
  mayAsk: boolean
}

/** Reasons for and against asking one supporter (S3 第3-3(2)ア: selected by the body). */
export function matchOf(wish: MatchWish, facts: MatchFacts): Match {
  const reasons: Reason[] = []
  const cautions: Caution[] = facts.near ? [{ code: 'near' }] : []
  compareArea(wish, facts, reasons, cautions)
  compareSlots(wish, facts, reasons, cautions)
  compareStep(wish, facts, reasons, cautions)
  comparePeer(wish, facts, reasons, cautions)
  if (facts.cover.kind === 'later') cautions.push({ code: 'coverLater', from: facts.cover.from })
  if (facts.cover.kind === 'none') cautions.push({ code: 'noCover' })
  return { reasons, cautions, mayAsk: !facts.near }
}

function compareArea(wish: MatchWish, facts: MatchFacts, reasons: Reason[], cautions: Caution[]): void {
  if (!wish.area) return
  if (facts.areas.includes(wish.area)) reasons.push({ code: 'area' })
  else cautions.push({ code: 'otherArea' })
}

function compareSlots(wish: MatchWish, facts: MatchFacts, reasons: Reason[], cautions: Caution[]): void {
  if (wish.slots.length === 0) return
  if (facts.slots.length === 0) {
    reasons.push({ code: 'anySlot' })
    return
  }
  const offered = new Set(facts.slots.map(slotKey))
  const shared = wish.slots.filter((slot) => offered.has(slotKey(slot)))
  if (shared.length > 0) reasons.push({ code: 'slots', slots: shared })
  else cautions.push({ code: 'noSharedSlot' })
}

function compareStep(wish: MatchWish, facts: MatchFacts, reasons: Reason[], cautions: Caution[]): void {
  if (facts.steps.length === 0 || facts.steps.includes(wish.step)) reasons.push({ code: 'step' })
  else cautions.push({ code: 'step' })
}

function comparePeer(wish: MatchWish, facts: MatchFacts, reasons: Reason[], cautions: Caution[]): void {
  if (wish.peer === 'any') return
  if (facts.peer === null) cautions.push({ code: 'peerUnknown' })
  else if (wish.peer === 'yes' && facts.peer) reasons.push({ code: 'peer' })
  else if (wish.peer === 'no' && !facts.peer) reasons.push({ code: 'notPeer' })
  else cautions.push({ code: facts.peer ? 'isPeer' : 'notPeer' })
}

/**
 * The order of the list: more wishes met first, then the lighter load, then the reading of the name.
 * Nothing is weighed and nobody gets points.
 */
export function byFit<C extends { match: Match; facts: MatchFacts; kanaSort: string }>(candidates: C[]): C[] {
  return [...candidates].sort(
    (a, b) =>
      b.match.reasons.length - a.match.reasons.length ||
      a.facts.load - b.facts.load ||
      (a.kanaSort < b.kanaSort ? -1 : a.kanaSort > b.kanaSort ? 1 : 0),
  )
}
