/** Whose wish it is. A family's wish alone allows nothing that touches the person (N5). */
export const wishes = ['person', 'family', 'unknown'] as const
export type Wish = (typeof wishes)[number]

/** Whether the supporter should be a peer; `any` is the usual answer and needs no reason. */
export const peerWishes = ['any', 'yes', 'no'] as const
export type PeerWish = (typeof peerWishes)[number]

/** Who the client is: the person, or a member of the family for the family's own support. */
export const partyKinds = ['person', 'family'] as const
export type PartyKind = (typeof partyKinds)[number]

/** How a consent to coordination reached the desk; all are equal. */
export const consentMethods = ['card', 'inPerson', 'phone', 'paper'] as const
export type ConsentMethod = (typeof consentMethods)[number]

/** Parts of a day, as supporters and clients name them. */
export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

/** A part of a weekday; 1 is Monday, 7 is Sunday. */
export interface Slot {
  weekday: number
  part: DayPart
}

/** 「2-afternoon」: a slot as one value of a form. */
export function slotKey({ weekday, part }: Slot): string {
  return `${weekday}-${part}`
}

/** The slot written in a form value, or null. */
export function parseSlot(key: string): Slot | null {
  const [day, part] = key.split('-')
  const weekday = Number(day)
  const known = dayParts.find((name) => name === part)
  return known && Number.isInteger(weekday) && weekday >= 1 && weekday <= 7 ? { weekday, part: known } : null
}
