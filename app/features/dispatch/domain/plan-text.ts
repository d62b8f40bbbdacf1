import type { TokyoDay } from '#app/shared/tokyo-day.ts'

/**
 * What both sides agree to (S3 第3-3(2)ア): purpose, plan and content. Lists (`dos`, `donts`, `emergency`,
 * `shares`) are texts with one thing a line.
 */
export interface PlanText {
  purpose: string
  from: TokyoDay
  to: TokyoDay
  /** How often, at what time, how long. */
  frequency: string
  place: string
  dos: string
  donts: string
  emergency: string
  /** 「ことがら：見る人」, one a line. */
  shares: string
  /** Step of the ladder of contact, 1–7. */
  ladder: number
}

/** The parts of a plan in the order in which they are read. */
export const planParts = [
  'purpose', 'from', 'to', 'frequency', 'place', 'dos', 'donts', 'emergency', 'shares', 'ladder',
] as const satisfies readonly (keyof PlanText)[]
export type PlanPart = (typeof planParts)[number]

export interface PlanChange {
  part: PlanPart
  before: string
  after: string
}

/** What differs from an earlier version, part by part; empty when the two say the same. */
export function planChanges(before: PlanText, after: PlanText): PlanChange[] {
  return planParts
    .filter((part) => before[part] !== after[part])
    .map((part) => ({ part, before: String(before[part]), after: String(after[part]) }))
}

/** The lines of a list text, without empty ones. */
export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
}

export interface Share {
  item: string
  withWhom: string
}

/** 「来る日：ご家族」 as a pair; a line without 「：」 concerns everybody of this plan. */
export function sharesOf(text: string): Share[] {
  return linesOf(text).map((line) => {
    const at = line.search(/[：:]/)
    if (at <= 0) return { item: line, withWhom: 'この約束にかかわる人' }
    return { item: line.slice(0, at).trim(), withWhom: line.slice(at + 1).trim() || 'だれにも見せません' }
  })
}

/** Whom to call. */
export interface Contact {
  who: string
  phone: string | null
  note: string | null
}

const phonePattern = /0\d{1,4}-\d{1,4}-\d{3,4}/

/** A line of 「緊急のとき」 as whom to call, the number and the rest. */
export function emergencyOf(text: string): Contact[] {
  return linesOf(text).map((line) => {
    const phone = phonePattern.exec(line)?.[0] ?? null
    if (!phone) return { who: line, phone: null, note: null }
    const [before = '', after = ''] = line.split(phone).map((part) => part.replace(/^[\s:：()（）]+|[\s:：()（）]+$/g, ''))
    return { who: before || '連絡先', phone, note: after || null }
  })
}

/** Steps that lead into somebody's home. */
const homeVisitStep = 6

export interface PlanFrame {
  wish: 'person' | 'family' | 'unknown'
  /** The highest step that is allowed now. */
  ladderMax: number
}

export type PlanRefusal =
  | { code: 'plan.incomplete'; field: PlanPart }
  | { code: 'plan.periodReversed'; field: 'to' }
  | { code: 'plan.periodOver'; field: 'to' }
  | { code: 'plan.beyondLadder'; field: 'ladder' }
  | { code: 'plan.familyWish'; field: 'ladder' }

const mustHave = ['purpose', 'frequency', 'place', 'dos', 'donts', 'emergency', 'shares'] as const

/**
 * May this text be laid before everybody? Null when it may. A visit at home on the family's wish alone is never
 * planned (N5); the step stays within what the client allows now.
 */
export function checkOffer(plan: PlanText, frame: PlanFrame, today: TokyoDay): PlanRefusal | null {
  const missing = mustHave.find((part) => plan[part].trim() === '')
  if (missing) return { code: 'plan.incomplete', field: missing }
  if (plan.to < plan.from) return { code: 'plan.periodReversed', field: 'to' }
  if (plan.to < today) return { code: 'plan.periodOver', field: 'to' }
  if (frame.wish !== 'person' && plan.ladder >= homeVisitStep) return { code: 'plan.familyWish', field: 'ladder' }
  if (plan.ladder > frame.ladderMax) return { code: 'plan.beyondLadder', field: 'ladder' }
  return null
}
