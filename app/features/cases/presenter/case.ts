import { may } from '#app/access/policy.ts'
import type { Actor } from '#app/shared/actor.ts'
import { addDays, dayParts, daysBetween, tokyoDay, tokyoDayOf, tokyoInstant } from '#app/shared/tokyo-day.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { openMinutes } from '../domain/access.ts'
import { caseNumber } from '../domain/case-number.ts'
import { type CaseEntry, countByKind, entryKinds, type EntryKind, newestFirst } from '../domain/time-line.ts'
import type { CaseFacts, CaseHead } from '../facts.ts'
import { entryWords } from '../messages/words.ts'
import type { CaseView, SealedCaseView } from '../views.ts'
import {
  contactEntry, dueOf, entryDate, hearingEntry, nextStepOf, presentMembers, presentRules, promisesOf,
} from './parts.ts'

interface Reader {
  actor: Actor
  today: TokyoDay
}

const stateWords = { open: '支援中', closed: '終了' } as const

/** A case outside the caseload. */
export function presentSealedCase(head: CaseHead): SealedCaseView {
  return {
    sealed: true,
    alias: head.alias,
    no: caseNumber(head.fiscalYear, head.no),
    state: stateWords[head.state],
    inCharge: head.inCharge.join('、') || '決まっていません',
  }
}

/** What the case page adds from other features: entries of the time line and the wishes received. */
interface FromElsewhere {
  entries: CaseEntry[]
  requests: { href: string; no: string; state: string }[]
}

/** The case page of those who work on it. */
export function presentCase(
  facts: CaseFacts,
  elsewhere: FromElsewhere,
  filter: string | null,
  { actor, today }: Reader,
): CaseView {
  const { head, contacts, hearings } = facts
  const held = hearings.flatMap((sheet) => (sheet.heldOn ? [hearingEntry(sheet, tokyoInstant(sheet.heldOn, '23:59'))] : []))
  const all = newestFirst([...contacts.map(contactEntry), ...held, ...elsewhere.entries])
  const kind = entryKinds.find((known) => known === filter) ?? null
  const href = `/desk/cases/${head.id}`
  return {
    sealed: false,
    id: head.id,
    alias: head.alias,
    no: caseNumber(head.fiscalYear, head.no),
    state: stateWords[head.state],
    open: head.state === 'open',
    openedUntil: head.standing === 'opened' ? `${openMinutes}分のあいだ開いています。見た記録が残ります。` : null,
    due: dueOf(facts, today),
    promised: promisesOf(contacts)[0] ?? null,
    next: nextStepOf(contacts),
    rules: presentRules(facts.rules),
    members: presentMembers(facts.members),
    entries: all.filter((entry) => kind === null || entry.kind === kind).map(entryLine),
    tabs: tabsOf(all, kind, href),
    ...laneView(all, today),
    requests: elsewhere.requests,
    hearingHref: `${href}/hearing/new`,
    contactHref: `${href}/contacts/new`,
    requestHref: `${href}/requests/new`,
    canRecord: head.state === 'open' && may(actor, 'contact.record', head),
  }
}

function entryLine(entry: CaseEntry) {
  return {
    kind: entry.kind,
    at: entry.at.toISOString(),
    date: entryDate(entry),
    label: entry.label,
    text: entry.text,
    note: entry.note ?? null,
    href: entry.href ?? null,
  }
}

function tabsOf(entries: CaseEntry[], chosen: EntryKind | null, href: string): CaseView['tabs'] {
  const counts = countByKind(entries)
  const kinds = entryKinds.filter((kind) => counts[kind] > 0)
  return [
    { label: 'すべて', href, count: entries.length, current: chosen === null },
    ...kinds.map((kind) => ({
      label: entryWords[kind], href: `${href}?kind=${kind}`, count: counts[kind], current: chosen === kind,
    })),
  ]
}

const shapes = { contact: 'dot', hearing: 'square', consent: 'triangle', dispatch: 'triangle', visit: 'bar', report: 'dot' } as const

/** The year that ends today, one lane for each kind of entry. */
function laneView(entries: CaseEntry[], today: TokyoDay): Pick<CaseView, 'lanes' | 'months' | 'yearFrom'> {
  const { year, month } = dayParts(addDays(today, -334))
  const from = tokyoDayOf(year, month, 1)!
  const span = Math.max(1, daysBetween(from, today))
  const place = (day: TokyoDay) => Math.round((daysBetween(from, day) / span) * 1000) / 10
  const within = entries.filter((entry) => tokyoDay(entry.at) >= from)
  return {
    yearFrom: `${year}年${month}月から`,
    lanes: entryKinds.flatMap((kind) => {
      const marks = within.filter((entry) => entry.kind === kind).map((entry) => ({ x: place(tokyoDay(entry.at)) }))
      return marks.length > 0 || kind === 'contact' || kind === 'hearing'
        ? [{ label: entryWords[kind], count: marks.length, shape: shapes[kind], marks }]
        : []
    }),
    months: monthsFrom(from, today).map((day) => ({ label: `${dayParts(day).month}月`, x: place(day) })),
  }
}

function monthsFrom(from: TokyoDay, today: TokyoDay): TokyoDay[] {
  const months: TokyoDay[] = []
  for (let day = from; day <= today; ) {
    months.push(day)
    const { year, month } = dayParts(day)
    day = tokyoDayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1)!
  }
  return months
}
