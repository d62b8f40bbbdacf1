import { addDays, tokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'

/** How an incident moves (programme §3). */
export const incidentStates = ['firstReport', 'followUp', 'final', 'closed'] as const
export type IncidentState = (typeof incidentStates)[number]
export type IncidentEvent = 'addFollowUp' | 'addFinal' | 'close'

export const transitions = {
  firstReport: { addFollowUp: 'followUp', addFinal: 'final' },
  followUp: { addFollowUp: 'followUp', addFinal: 'final' },
  final: { close: 'closed' },
  closed: {},
} satisfies Record<IncidentState, Partial<Record<IncidentEvent, IncidentState>>>

/** The next state, or null when the event has no meaning in this state. */
export function nextState(state: IncidentState, event: IncidentEvent): IncidentState | null {
  const row: Partial<Record<IncidentEvent, IncidentState>> = transitions[state]
  return row[event] ?? null
}

/** Kinds of the report form, in its order. */
export const incidentKinds = [
  'injury', 'illness', 'selfHarm', 'violence', 'damage', 'traffic', 'leak', 'other',
] as const
export type IncidentKind = (typeof incidentKinds)[number]

/** `call` = help was asked for with the button, before anything was written. */
export type Severity = 'light' | 'severe' | 'call'

const severeKinds: readonly IncidentKind[] = ['illness', 'selfHarm', 'violence']

/** Kinds in which somebody may still be in danger: the dispatch rests until the body decides otherwise. */
export function severityOf(kind: IncidentKind): Severity {
  return severeKinds.includes(kind) ? 'severe' : 'light'
}

/** True when the dispatch is put on hold at once. */
export function holdsAtOnce(severity: Severity): boolean {
  return severity !== 'light'
}

/** The stage of the report that an event adds. */
export function stageOf(event: Exclude<IncidentEvent, 'close'>): 'followUp' | 'final' {
  return event === 'addFinal' ? 'final' : 'followUp'
}

/** The newest moment not after `now` at which it was this time of day in Tokyo ('23:50'): less than a day ago. */
export function callMoment(time: string, now: Date): Date {
  const today = tokyoDay(now)
  const moment = tokyoInstant(today, time)
  return moment > now ? tokyoInstant(addDays(today, -1), time) : moment
}
