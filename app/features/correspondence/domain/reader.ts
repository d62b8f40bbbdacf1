import type { StaffRole } from '#app/shared/actor.ts'
import type { MailKind } from '#app/shared/mail-kinds.ts'

/** Who is to read a mail that names neither an address nor a person. */
export type Readers =
  | { of: 'supportersOfStop' }
  | { of: 'desk'; roles: readonly (readonly StaffRole[])[] }

/** The officer first; if nobody holds that post today, whoever can pass it on. */
const dispatchDesk = [['dispatch'], ['coordinator'], ['admin']] as const

/** The kinds that are addressed to a circle of readers; each reader gets a mail of their own. */
export const readersOf: Partial<Record<MailKind, Readers>> = {
  'stop.notice': { of: 'supportersOfStop' },
  'stop.staff': { of: 'desk', roles: dispatchDesk },
  'incident.reported': { of: 'desk', roles: dispatchDesk },
  'provision.delivered': { of: 'desk', roles: dispatchDesk },
  'recall.request': { of: 'desk', roles: dispatchDesk },
}
