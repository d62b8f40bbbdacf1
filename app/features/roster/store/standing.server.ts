import { fromDateColumn } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import { kanaSortKey } from '#app/shared/kana.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { ProgrammeStatus } from '../domain/eligibility.ts'
import type { EntryState } from '../domain/entry-lifecycle.ts'
import type { Municipality, PersonStanding } from '../views.ts'
import { registrationNo } from './numbers.ts'

type Consent = { state: 'explained' | 'signed' | 'withdrawn' | 'lapsed' }

/**
 * Everybody who completed a course of the body, with newest consent and registration, as they stand
 * towards one recipient; in the order of kana. Four statements, whatever the number of people.
 */
export async function standingsTowards(tx: Tx, bodyId: string, recipientId: string): Promise<PersonStanding[]> {
  const completions = await tx.completion.findMany({
    where: { bodyId, voidedAt: null },
    orderBy: { completedOn: 'asc' },
    select: { personId: true, application: { select: { name: true, kana: true } } },
  })
  const consents = await tx.rosterConsent.findMany({
    where: { bodyId },
    orderBy: { createdAt: 'asc' },
    include: { rosterConsentRecipients: { where: { recipientId } } },
  })
  const entries = await tx.rosterEntry.findMany({ where: { bodyId }, orderBy: { createdAt: 'asc' } })
  const consentOf = new Map(consents.map((row) => [row.personId, row]))
  const entryOf = new Map(entries.map((row) => [row.personId, row]))
  const people = new Map(completions.map((row) => [row.personId, row.application]))
  const found = [...people].map(([personId, application]): PersonStanding => {
    const [consent, entry] = [consentOf.get(personId) ?? null, entryOf.get(personId) ?? null]
    const kana = entry?.kana ?? application.kana
    return {
      personId,
      entryId: entry?.id ?? null,
      registrationNo: entry ? registrationNo(entry.fiscalYear, entry.registrationNo) : '—',
      name: entry?.name ?? application.name,
      kana,
      kanaSort: entry?.kanaSort ?? kanaSortKey(kana),
      workingName: entry?.workingName ?? null,
      homeArea: entry?.homeArea ?? null,
      allowed: {
        phone: consent?.allowPhone ?? false, address: consent?.allowAddress ?? false, peer: consent?.allowPeer ?? false,
      },
      consent: consent && {
        state: consent.state as Consent['state'],
        coversPlanned: consent.coversPlanned,
        names: consent.rosterConsentRecipients.length > 0,
      },
      entry: entry && {
        state: entry.state as EntryState,
        validFrom: fromDateColumn(entry.validFrom),
        validTo: fromDateColumn(entry.validTo),
      },
    }
  })
  return found.sort((a, b) => (a.kanaSort < b.kanaSort ? -1 : a.kanaSort > b.kanaSort ? 1 : 0))
}

/** How a body's dispatch programme stands in the fiscal year of a day; null where it has none. */
export async function dispatchStatus(tx: Tx, bodyId: string, today: TokyoDay): Promise<ProgrammeStatus | null> {
  const programme = await tx.programme.findFirst({
    where: { bodyId, kind: 'dispatch', fiscalYear: fiscalYear(today) },
    select: { status: true },
  })
  return (programme?.status as ProgrammeStatus | undefined) ?? null
}

/** The municipalities of the body's area, with the state of their dispatch programme this year. */
export async function municipalitiesOf(tx: Tx, bodyId: string, today: TokyoDay): Promise<Municipality[]> {
  const bodies = await tx.body.findMany({
    where: { OR: [{ id: bodyId }, { prefectureId: bodyId }], kind: { in: ['designatedCity', 'municipality'] } },
    orderBy: { localGovCode: 'asc' },
    select: {
      id: true, name: true,
      programmes: { where: { kind: 'dispatch', fiscalYear: fiscalYear(today) }, select: { status: true } },
    },
  })
  return bodies.map(({ programmes, ...body }) => ({
    ...body,
    status: (programmes[0]?.status as ProgrammeStatus | undefined) ?? null,
  }))
}
