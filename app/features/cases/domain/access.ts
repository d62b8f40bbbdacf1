/** A reason must say something: at least so many characters, as the database counts them. */
export const reasonLength = 20

/** A case opened with a reason stays open for so long. */
export const openMinutes = 60

/** Whether a reason is long enough to be one. */
export function isReason(text: string): boolean {
  return [...text.trim()].length >= reasonLength
}

/** The instant at which a reasoned opening ends. @param now the instant of opening */
export function openUntil(now: Date): Date {
  return new Date(now.getTime() + openMinutes * 60_000)
}

/** How a coordinator stands to a case of the own body: it is in the caseload, opened for an hour, or neither. */
export type Standing = 'assigned' | 'opened' | 'outside'

/** From an assignment and the end of the latest reasoned opening. */
export function standing(assigned: boolean, openedUntil: Date | null, now: Date): Standing {
  if (assigned) return 'assigned'
  return openedUntil && openedUntil > now ? 'opened' : 'outside'
}
