import { fromDateColumn } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { Cover } from '../domain/matching.ts'
import { parseSlot } from '../domain/request.ts'
import type { PartyKind, Slot } from '../domain/request.ts'

/** One row of the database's search. */
export interface FoundRow {
  personId: string
  reconfirmationId: string
  name: string
  kanaSort: string
  isPeer: boolean | null
  monthlyCap: number | null
  areas: string[]
  slots: Slot[]
  steps: number[]
  load: number
  near: boolean
  free: boolean | null
}

interface SearchRow {
  person_id: string
  reconfirmation_id: string
  working_name: string
  kana_sort: string
  is_peer: boolean | null
  monthly_cap: number | null
  areas: string[]
  slots: string[]
  steps: number[]
  active_dispatches: number
  near: boolean
  free: boolean | null
}

/** How long a recorded search shows its result. */
const searchMinutes = 5

/** Whether this reader's recorded search still holds; asked first, because the database refuses with an error. */
export async function searchHolds(tx: Tx, requestId: string, personId: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - searchMinutes * 60_000)
  const last = await tx.candidateSearch.findFirst({
    where: { requestId, searchedBy: personId, at: { gt: since } },
    select: { id: true },
  })
  return last !== null
}

/** Everybody who is willing and free to be asked. @throws YN042 without a recorded search of the last minutes */
export async function findCandidates(tx: Tx, requestId: string, only: Slot | null): Promise<FoundRow[]> {
  const rows = await tx.$queryRaw<SearchRow[]>`
    select * from app.candidates(${requestId}::uuid, ${only?.weekday ?? null}::int, ${only?.part ?? null}::text)`
  return rows.map((row) => ({
    personId: row.person_id,
    reconfirmationId: row.reconfirmation_id,
    name: row.working_name,
    kanaSort: row.kana_sort,
    isPeer: row.is_peer,
    monthlyCap: row.monthly_cap,
    areas: row.areas,
    slots: row.slots.flatMap((slot) => parseSlot(slot.replace(':', '-')) ?? []),
    steps: row.steps,
    load: row.active_dispatches,
    near: row.near,
    free: row.free,
  }))
}

/** Kinds of the parties whose consent to coordination is in force. */
export async function consentKinds(tx: Tx, requestId: string): Promise<PartyKind[]> {
  const rows = await tx.coordinationConsent.findMany({
    where: { requestId, withdrawnAt: null },
    select: { party: { select: { kind: true } } },
  })
  return rows.map(({ party }) => party.kind as PartyKind)
}

/** Insurance of each person for this body: in force, from later on, or none. */
export async function coversOf(tx: Tx, personIds: string[], today: TokyoDay): Promise<Map<string, Cover>> {
  const rows = await tx.insuranceCover.findMany({
    where: { personId: { in: personIds } },
    orderBy: { startsOn: 'asc' },
  })
  const covers = new Map<string, Cover>()
  for (const row of rows) {
    const [from, until] = [fromDateColumn(row.startsOn), fromDateColumn(row.endsOn)]
    if (until < today) continue
    const known = covers.get(row.personId)
    if (from <= today) covers.set(row.personId, { kind: 'now', until })
    else if (!known) covers.set(row.personId, { kind: 'later', from })
  }
  return covers
}

/** Everybody on the received roster, with the answer of this year. */
export async function rosterPool(
  tx: Tx,
  fiscalYear: number,
): Promise<{ personId: string; reconfirmation: string | null }[]> {
  const people = await tx.provisionProfile.findMany({
    where: { hiddenAt: null },
    select: { personId: true },
    distinct: ['personId'],
  })
  const answers = await tx.reconfirmation.findMany({
    where: { fiscalYear, revokedAt: null },
    select: { personId: true, state: true },
  })
  const states = new Map(answers.map((row) => [row.personId, row.state]))
  return people.map(({ personId }) => ({ personId, reconfirmation: states.get(personId) ?? null }))
}

/** People this request was already put to. */
export async function askedPeople(tx: Tx, requestId: string): Promise<Set<string>> {
  const rows = await tx.proposal.findMany({ where: { requestId }, select: { personId: true } })
  return new Set(rows.map((row) => row.personId))
}
