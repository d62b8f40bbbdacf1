/** Why somebody on the received roster is not among the candidates, in the order the reasons are looked at. */
export const exclusions = [
  'notReconfirmed', 'resting', 'declined', 'otherArea', 'otherSlot', 'otherStep', 'alreadyAsked', 'notAvailable',
] as const
export type Exclusion = (typeof exclusions)[number]

/** What is known of one person of the received roster. */
export interface PoolFacts {
  /** State of this year's reconfirmation; null when nobody has asked yet. */
  reconfirmation: string | null
  /** This request has already been put to the person. */
  asked: boolean
  /** Null: the search does not look at it. */
  areaFits: boolean | null
  slotFits: boolean | null
  stepFits: boolean | null
  /** The search itself named the person. */
  found: boolean
}

/** The first reason that applies, or null for a candidate. Each person is counted once. */
export function exclusionOf(facts: PoolFacts): Exclusion | null {
  if (facts.found) return null
  if (facts.reconfirmation === 'resting') return 'resting'
  if (facts.reconfirmation === 'declined') return 'declined'
  if (facts.reconfirmation !== 'willing') return 'notReconfirmed'
  if (facts.areaFits === false) return 'otherArea'
  if (facts.slotFits === false) return 'otherSlot'
  if (facts.stepFits === false) return 'otherStep'
  return facts.asked ? 'alreadyAsked' : 'notAvailable'
}

/** How many each reason keeps out; pauses, load and places to avoid are one number, so that nobody is shown. */
export function countExclusions(pool: PoolFacts[]): { reason: Exclusion; count: number }[] {
  const counts = new Map<Exclusion, number>()
  for (const facts of pool) {
    const reason = exclusionOf(facts)
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return exclusions.flatMap((reason) => {
    const count = counts.get(reason)
    return count ? [{ reason, count }] : []
  })
}
