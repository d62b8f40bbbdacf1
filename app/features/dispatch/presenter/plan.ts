import { withSan } from '#app/shared/call-name.ts'
import { jpDate, jpDateWithYear, tokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { linesOf, planChanges, type PlanPart, type PlanText, sharesOf } from '../domain/plan-text.ts'
import type { PartyFacts } from '../facts/plan.ts'
import type { PlanWithParties } from '../facts/dispatch-page.ts'
import {
  agreementMethodNames, agreementStateNames, ladderWord, planPartNames, planStateNames,
} from '../messages/plan.ts'
import type { AgreementTable, AnswerCell, PlanSheet, PlanValues } from '../views/plan.ts'

const roleNames: Record<PartyFacts['who'], string> = { client: '本人', family: '家族に関わる部分', supporter: 'サポーター' }

/** The plan as everybody reads it. */
export function sheetOf(text: PlanText): PlanSheet {
  return {
    purpose: text.purpose,
    when: [`${jpDateWithYear(text.from)}から`, `${jpDateWithYear(text.to)}まで`, text.frequency],
    place: text.place,
    way: ladderWord(text.ladder),
    dos: linesOf(text.dos),
    donts: linesOf(text.donts),
    emergency: linesOf(text.emergency),
    shares: sharesOf(text.shares),
  }
}

/** The plan as values of its form. */
export function valuesOf(text: PlanText): PlanValues {
  return { ...text, ladder: String(text.ladder) }
}

function partWords(part: PlanPart, value: string): string {
  if (part === 'ladder') return ladderWord(Number(value))
  if (part === 'from' || part === 'to') return jpDateWithYear(value as TokyoDay)
  return value.trim() === '' ? '（なし）' : value
}

/** What differs from an earlier version, in words. */
export function changesOf(before: PlanText, after: PlanText): { name: string; before: string; after: string }[] {
  return planChanges(before, after).map((change) => ({
    name: planPartNames[change.part],
    before: partWords(change.part, change.before),
    after: partWords(change.part, change.after),
  }))
}

function nameOf(party: PartyFacts): string {
  return party.callName ? withSan(party.callName) : 'ご本人'
}

function keyOf(party: PartyFacts): string {
  return party.partyId ?? party.personId ?? `${party.who}:${party.callName}`
}

/** One answer in one cell. A draft was laid before nobody yet. */
function cellOf(party: PartyFacts | undefined, state: PlanWithParties['plan']['state'], now: Date): AnswerCell {
  if (!party) return { word: '—', waiting: false, notes: [] }
  if (state === 'draft') return { word: 'まだ', waiting: false, notes: [] }
  if (party.state === 'pending') return { word: agreementStateNames.pending, waiting: true, notes: [] }
  if (!party.decidedAt) return { word: agreementStateNames[party.state], waiting: false, notes: [] }
  const method = party.method ? agreementMethodNames[party.method] : ''
  const by = party.recordedBy ? `${method}（${party.recordedBy}）` : method
  const day = tokyoDay(party.decidedAt)
  const date = day.slice(0, 4) === tokyoDay(now).slice(0, 4) ? jpDate(day) : jpDateWithYear(day)
  return { word: agreementStateNames[party.state], waiting: false, notes: [date, by].filter((note) => note !== '') }
}

/** 「同意のようす」: the newest versions side by side, the oldest first (drawn 06). */
export function agreementTable(
  plans: readonly PlanWithParties[],
  { currentId, open }: { currentId: string | null; open: boolean },
  now: Date,
): AgreementTable {
  const shown = plans.slice(0, 3).reverse()
  const people = new Map<string, PartyFacts>()
  for (const { parties } of plans) for (const party of parties) if (!people.has(keyOf(party))) people.set(keyOf(party), party)
  return {
    versions: shown.map(({ plan }) => ({
      no: plan.no,
      label: `第${plan.no}版`,
      word: plan.id !== currentId ? planStateNames[plan.state] : open ? 'いま使う版' : '使っていた版',
    })),
    rows: [...people].map(([key, party]) => ({
      key,
      name: nameOf(party),
      role: roleNames[party.who],
      cells: shown.map(({ plan, parties }) => cellOf(parties.find((one) => keyOf(one) === key), plan.state, now)),
    })),
    verdicts: shown.map((version) => (open ? verdictOf(version) : { word: '—', note: '派遣は終わりました' })),
  }
}

function verdictOf({ plan, parties }: PlanWithParties): { word: string; note: string } {
  const agreed = parties.filter((party) => party.state === 'agreed').length
  if (plan.state === 'agreed') return { word: 'できる', note: `${agreed}人とも同意` }
  if (plan.state === 'superseded') return { word: '—', note: '前の版' }
  if (plan.state === 'draft' || agreed === 0) return { word: 'まだ', note: 'まだだれも同意していません' }
  return { word: 'まだ', note: `あと${parties.length - agreed}人` }
}
