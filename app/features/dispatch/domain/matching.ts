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
  /** Nothing stands at the one hour wished for in the next four weeks; null where several hours are wished for. */
  free: boolean | null
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
  | { code: 'busy' }

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
  compareWishes(wish, facts, reasons, cautions)
  comparePeer(wish, facts, reasons, cautions)
  if (facts.cover.kind === 'later') cautions.push({ code: 'coverLater', from: facts.cover.from })
  if (facts.cover.kind === 'none') cautions.push({ code: 'noCover' })
  if (facts.free === false) cautions.push({ code: 'busy' })
  return { reasons, cautions, mayAsk: !facts.near }
}

/** Which of the comparable wishes a supporter can meet; what one side left open fits everything. */
export function fitOf(
  wish: MatchWish,
  facts: Pick<MatchFacts, 'areas' | 'slots' | 'steps'>,
): { areaFits: boolean; slotFits: boolean; stepFits: boolean } {
  return {
    areaFits: wish.area === null || facts.areas.includes(wish.area),
    slotFits: wish.slots.length === 0 || facts.slots.length === 0 || sharedSlots(wish, facts).length > 0,
    stepFits: facts.steps.length === 0 || facts.steps.includes(wish.step),
  }
}

function sharedSlots(wish: MatchWish, facts: Pick<MatchFacts, 'slots'>): Slot[] {
  const offered = new Set(facts.slots.map(slotKey))
  return wish.slots.filter((slot) => offered.has(slotKey(slot)))
}

function compareWishes(wish: MatchWish, facts: MatchFacts, reasons: Reason[], cautions: Caution[]): void {
  const { areaFits, slotFits, stepFits } = fitOf(wish, facts)
  if (!areaFits) cautions.push({ code: 'otherArea' })
  else if (wish.area) reasons.push({ code: 'area' })
  if (!slotFits) cautions.push({ code: 'noSharedSlot' })
  else if (wish.slots.length > 0) {
    const slots = sharedSlots(wish, facts)
    reasons.push(slots.length > 0 ? { code: 'slots', slots } : { code: 'anySlot' })
  }
  if (stepFits) reasons.push({ code: 'step' })
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
