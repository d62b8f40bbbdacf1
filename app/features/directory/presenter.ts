import { roleNames } from '#app/shared/frame.ts'
import type { StaffRole } from '#app/shared/actor.ts'

interface SignedInFacts {
  displayName: string
  membershipId: string | null
  hats: { membershipId: string; bodyName: string; role: StaffRole; contractorName: string | null }[]
}

/** The hats to choose from, the one being worn marked. */
export function presentHats({ displayName, membershipId, hats }: SignedInFacts) {
  return {
    name: displayName,
    hats: hats.map((hat) => ({
      membershipId: hat.membershipId,
      label: `${hat.bodyName}の${roleNames[hat.role]}`,
      note: [
        hat.contractorName ? `${hat.contractorName}の職員として` : null,
        hat.membershipId === membershipId ? 'いま、この所属です' : null,
      ].filter(Boolean).join('　'),
    })),
  }
}

/** Where a login leads: where one was going, or to the desk, the choice of hats, or one's own page. */
export function afterLogIn(hats: number, wanted: string | null): string {
  const staff = hats > 0
  if (wanted && wanted.startsWith('/my')) return wanted
  if (wanted && staff && wanted.startsWith('/desk')) return wanted
  if (!staff) return '/my'
  return hats > 1 ? '/hat' : '/desk'
}
