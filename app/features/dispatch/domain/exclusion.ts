/** Why somebody on the received roster is not among the candidates, in the order the reasons are looked at. */
export const exclusions = [
  'notReconfirmed', 'resting', 'declined', 'notAvailable', 'alreadyAsked', 'otherArea', 'otherSlot', 'otherStep',
] as const
export type Exclusion = (typeof exclusions)[number]

/** What is known of one person of the received roster. */
export interface PoolFacts {
  /** State of this year's reconfirmation; null when nobody has asked yet. */
  reconfirmation: string | null
  /** The search named the person: registered, consented, not resting. Why not is nobody's business. */
  available: boolean
  /** This request has already been put to the person. */
  asked: boolean
  areaFits: boolean
  slotFits: boolean
  stepFits: boolean
}

/** The first reason that applies, or null for a candidate. Each person is counted once. */
export function exclusionOf(facts: PoolFacts): Exclusion | null {
  if (facts.reconfirmation === 'resting') return 'resting'
  if (facts.reconfirmation === 'declined') return 'declined'
  if (facts.reconfirmation !== 'willing') return 'notReconfirmed'
  if (!facts.available) return 'notAvailable'
  if (facts.asked) return 'alreadyAsked'
  if (!facts.areaFits) return 'otherArea'
  if (!facts.slotFits) return 'otherSlot'
  return facts.stepFits ? null : 'otherStep'
}

/** True where asking the client again, or looking wider, could still make the person a candidate. */
export function isMatterOfWish(reason: Exclusion): boolean {
  return reason === 'otherArea' || reason === 'otherSlot' || reason === 'otherStep'
}

/** How many each reason keeps out. */
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
