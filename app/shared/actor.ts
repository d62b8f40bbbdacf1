/** What a one-use mailed link may be used for. */
export type LinkPurpose = 'application.confirm' | 'account.password' | 'reconfirmation.answer'

export const staffRoles = ['trainer', 'roster', 'dispatch', 'coordinator', 'auditor', 'admin'] as const

/** The hat a staff member wears in one body; a person may hold several and wears one at a time. */
export type StaffRole = (typeof staffRoles)[number]

export interface VisitorActor {
  kind: 'visitor'
}

/** The personal account of an applicant, trainee or supporter. */
export interface SupporterActor {
  kind: 'supporter'
  personId: string
}

/** A staff member acting for one body through one membership. */
export interface StaffActor {
  kind: 'staff'
  personId: string
  membershipId: string
  bodyId: string
  role: StaffRole
}

/** A card as it is shown: nobody has asked yet whose it is. */
export interface ShownCard {
  kind: 'card'
  cardHash: Uint8Array
}

/** The client, known by the card alone: no account, no login. */
export interface CardActor extends ShownCard {
  partyId: string
  requestId: string
  bodyId: string
}

/** Whoever holds a mailed one-use link. */
export interface LinkActor {
  kind: 'link'
  linkHash: Uint8Array
  purpose: LinkPurpose
  personId: string | null
}

/** The login machinery itself, before anybody is known. */
export interface AuthActor {
  kind: 'auth'
}

/** A background job. */
export interface JobActor {
  kind: 'job'
  name: string
}

/** Who acts. Everything that is read or changed is read or changed as exactly one of these. */
export type Actor =
  | VisitorActor
  | SupporterActor
  | StaffActor
  | CardActor
  | LinkActor
  | AuthActor
  | JobActor
