import type { HelpDesk } from '#app/shared/frame.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { ProgrammeStatus, Standing } from './domain/eligibility.ts'
import type { EntryState } from './domain/entry-lifecycle.ts'
import type { Allowed, ProvidedItem } from './domain/items.ts'
import type { ProvisionState } from './domain/provision-lifecycle.ts'
import type { ReconfirmationState } from './domain/reconfirmation-lifecycle.ts'

export type { Allowed, EntryState, ProgrammeStatus, ProvidedItem, ProvisionState, ReconfirmationState }

/** A municipality and how its dispatch programme stands this year. */
export interface Municipality {
  id: string
  name: string
  status: ProgrammeStatus | null
}

/** One registration in the officer's list. */
export interface EntryRow {
  id: string
  personId: string
  consentId: string
  registrationNo: string
  name: string
  kana: string
  workingName: string | null
  homeArea: string | null
  state: EntryState
  validTo: TokyoDay
  allowed: Allowed
  heldBy: number
}

/** One's own registration. */
export interface OwnEntry {
  id: string
  bodyId: string
  bodyName: string
  consentId: string
  registrationNo: string
  name: string
  workingName: string | null
  homeArea: string | null
  state: EntryState
  validFrom: TokyoDay
  validTo: TokyoDay
}

/** Who holds one's data, and whether it was asked back. */
export interface HolderFacts {
  recipientId: string
  name: string
  releasedOn: TokyoDay
  recall: { requestedOn: TokyoDay; acknowledgedOn: TokyoDay | null } | null
}

/** A completed person with consent and registration, seen from one recipient. */
export interface PersonStanding extends Standing {
  personId: string
  entryId: string | null
  registrationNo: string
  name: string
  kana: string
  kanaSort: string
  workingName: string | null
  homeArea: string | null
  allowed: Allowed
}

/** The covering facts of a provision, the same from both ends. */
export interface ProvisionHead {
  id: string
  bodyId: string
  bodyName: string
  recipientId: string
  recipientName: string
  recipientStatus: ProgrammeStatus | null
  no: string
  purpose: string
  items: ProvidedItem[]
  terms: string[]
  state: ProvisionState
  version: number
  preparedOn: TokyoDay
  deliveredAt: Date | null
  acceptedAt: Date | null
  expiresOn: TokyoDay
  documentId: string | null
}

/** A provision from the giving end. */
export interface GivenProvision {
  head: ProvisionHead
  /** Before delivery: who would be given now. Afterwards: who was. */
  people: (PersonStanding & { recalledAt: Date | null; recallAckAt: Date | null })[]
  leftOut: PersonStanding[]
  previous: { no: string; deliveredOn: TokyoDay; people: { personId: string; registrationNo: string; items: string }[] } | null
  seen: string
  today: TokyoDay
}

/** One line of the list of provisions, from either end. */
export interface ProvisionRow {
  id: string
  no: string
  otherName: string
  state: ProvisionState
  deliveredAt: Date | null
  acceptedAt: Date | null
  expiresOn: TokyoDay
  people: number
  openRecalls: number
}

/** A recall from the giving end: one person who withdrew and one holder. */
export interface RecallRow {
  personId: string
  registrationNo: string
  name: string
  requestedAt: Date
  recipientId: string
  recipientName: string
  acknowledgedAt: Date | null
}

/** One person of a received roster; an item that was not allowed is null. */
export interface ReceivedPerson {
  entryId: string
  personId: string
  registrationNo: string
  name: string
  kana: string
  workingName: string | null
  area: string | null
  phone: string | null
  address: string | null
  peer: boolean | null
  answer: ReconfirmationState | null
}

export interface ReceivedProvision {
  head: ProvisionHead
  /** Empty until the terms are accepted. */
  people: ReceivedPerson[]
  recalls: { entryId: string; registrationNo: string; requestedAt: Date; acknowledgedAt: Date | null }[]
  today: TokyoDay
}

/** What one supporter answered to the acting municipality. */
export interface AnswerRow {
  entryId: string
  personId: string
  name: string
  kana: string
  workingName: string | null
  provisionNo: string
  reconfirmation: {
    id: string
    version: number
    state: ReconfirmationState
    askedAt: Date
    dueOn: TokyoDay | null
    answeredAt: Date | null
    remindedAt: Date | null
    channel: string | null
    areas: string[]
    slots: { weekday: number; part: string }[]
    steps: number[]
    monthlyCap: number | null
  } | null
}

export interface AnswerBoard {
  municipality: Municipality
  rows: AnswerRow[]
  areas: string[]
  /** Provisions that wait for their terms to be accepted. */
  toAccept: number
  today: TokyoDay
}

/** What the page behind the mailed link shows. */
export interface AskedQuestion {
  id: string
  bodyName: string
  dueOn: TokyoDay | null
  state: ReconfirmationState
  areas: string[]
  desk: HelpDesk | null
}

/** What somebody who goes on can choose from. */
export interface AvailabilityChoices {
  areas: { value: string; label: string }[]
  weekdays: { value: string; label: string }[]
  parts: { value: string; label: string }[]
  steps: { value: string; label: string }[]
}
