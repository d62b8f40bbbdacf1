import type { PartyKind, Wish } from './request.ts'

/**
 * The ladder of contact, the lightest first: letter, family only, text chat or online, through the door,
 * an accompanied place, the home, accompaniment. The client says which step may be prepared now, and may
 * step down at any time.
 */
export const ladderSteps = [1, 2, 3, 4, 5, 6, 7] as const
export type LadderStep = (typeof ladderSteps)[number]

/** Without the person's own wish, letters and meeting the family are the most that may be prepared (N5). */
export const familyOnlyStep: LadderStep = 2

/** The step at which somebody comes into the home. */
export const homeVisitStep: LadderStep = 6

/** True for a step of the ladder. */
export function isLadderStep(value: number): value is LadderStep {
  return ladderSteps.some((step) => step === value)
}

/** The highest step that a wish may ask for. @param wish whose wish it is */
export function highestFor(wish: Wish): LadderStep {
  return wish === 'person' ? 7 : familyOnlyStep
}

/**
 * The highest step that may be prepared: what was asked for, but no more than the family's part until the
 * person's own consent to coordination is there (N5, S3 第3-3(3)イ).
 * @param consentOf kinds of parties whose consent is in force
 */
export function allowedStep(asked: number, consentOf: readonly PartyKind[]): LadderStep {
  const most = consentOf.includes('person') ? 7 : familyOnlyStep
  const step = Math.min(asked, most)
  return isLadderStep(step) ? step : 1
}
