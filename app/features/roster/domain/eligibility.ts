import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { EntryState } from './entry-lifecycle.ts'

/** What must be known of a completed person to say whether their data may go to one municipality. */
export interface Standing {
  /** The newest consent of this person to this body, if any. */
  consent: { state: 'explained' | 'signed' | 'withdrawn' | 'lapsed'; coversPlanned: boolean; names: boolean } | null
  /** The newest registration, if any. */
  entry: { state: EntryState; validFrom: TokyoDay; validTo: TokyoDay } | null
}

/** Why somebody is not handed over this time; the order is the order in which it is asked. */
export const leftOutReasons = [
  'notExplained', 'withdrawn', 'notRegistered', 'expired', 'paused', 'notCovered',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

/**
 * Whether a person's data may be handed to a municipality on a day: null when it may, otherwise why not
 * (S3 第3-2(2)イ, (3)ア; N2). `consent.names` says whether the consent names that municipality.
 */
export function whyLeftOut({ consent, entry }: Standing, today: TokyoDay): LeftOutReason | null {
  if (consent?.state === 'withdrawn') return 'withdrawn'
  if (consent?.state !== 'signed') return 'notExplained'
  if (!entry) return 'notRegistered'
  if (entry.state === 'ended' || today < entry.validFrom || today > entry.validTo) return 'expired'
  if (entry.state === 'paused') return 'paused'
  return consent.names || consent.coversPlanned ? null : 'notCovered'
}

export type ProgrammeStatus = 'none' | 'planned' | 'operating' | 'ended'

/** A municipality may be handed a roster while it runs dispatch or is about to (S3 第3-2(2)イ; N2). */
export function mayReceive(status: ProgrammeStatus | null): boolean {
  return status === 'planned' || status === 'operating'
}

/** Only a municipality that runs dispatch asks the supporters again; a planning one waits. */
export function mayAsk(status: ProgrammeStatus | null): boolean {
  return status === 'operating'
}
