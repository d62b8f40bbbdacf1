/** How full a course is. */
export interface Seats {
  /** Seats in all; null: no limit. */
  capacity: number | null
  taken: number
}

/** True while one more person can be accepted. */
export function hasSeat({ capacity, taken }: Seats): boolean {
  return capacity === null || taken < capacity
}

/** Seats that are left; null: no limit. Never negative. */
export function seatsLeft({ capacity, taken }: Seats): number | null {
  return capacity === null ? null : Math.max(0, capacity - taken)
}

/** What can be answered to an application now: without a seat, waiting takes the place of accepting. */
export function possibleAnswers(seats: Seats): readonly ('accept' | 'waitlist' | 'decline')[] {
  return hasSeat(seats) ? ['accept', 'waitlist', 'decline'] : ['waitlist', 'decline']
}
