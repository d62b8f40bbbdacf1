import { jpDate, jpTime, tokyoDay, tokyoTime } from '#app/shared/tokyo-day.ts'
import { caseNumber } from '../domain/case-number.ts'
import { hearingTopics } from '../domain/types.ts'
import { draftOf } from '../forms/contact.ts'
import type { CaseHead, ContactDeskFacts, HearingDeskFacts, HearingFacts, Member, Rule } from '../facts.ts'
import { topicWords } from '../messages/words.ts'
import type { ContactDeskView, HearingDeskView, HouseholdView } from '../views.ts'
import { contactLine, memberLabel, presentRules, promisesOf } from './parts.ts'

function headOf(head: CaseHead) {
  return { caseHref: `/desk/cases/${head.id}`, alias: head.alias, no: caseNumber(head.fiscalYear, head.no) }
}

/** The phone-call form: what to keep to, what is promised, what was said last, and the draft. */
export function presentContactDesk(
  { head, rules, recent }: ContactDeskFacts,
  typed: Record<string, string | string[]> | null,
  now: Date,
): ContactDeskView {
  return {
    ...headOf(head),
    rules: presentRules(rules),
    promises: promisesOf(recent),
    recent: recent.map(contactLine),
    today: tokyoDay(now),
    now: tokyoTime(now),
    typed,
    savedAt: typed ? `下書きがあります　${typeof typed.savedAt === 'string' ? typed.savedAt : ''}` : null,
  }
}

/** 「下書きを保存しました　14時39分」 */
export function savedSentence(now: Date): string {
  return `下書きを保存しました　${jpTime(now)}`
}

/** The hearing form: which sheet it is, and the first and the last one to look at. */
export function presentHearingDesk({ head, hearings }: HearingDeskFacts, now: Date): HearingDeskView {
  const held = hearings.filter((sheet) => sheet.heldOn !== null)
  const waiting = hearings.find((sheet) => sheet.heldOn === null)
  const [first] = held
  const last = held.length > 1 ? held.at(-1) : undefined
  return {
    ...headOf(head),
    sheetNo: waiting?.no ?? 1,
    dueOn: waiting ? `${jpDate(waiting.dueOn)}まで` : 'はじめの聞き取り',
    today: tokyoDay(now),
    first: first ? { ...said(first), topics: topicsOf(first) } : null,
    last: last ? said(last) : null,
  }
}

function said(sheet: HearingFacts): { date: string; ownWords: string } {
  return { date: sheet.heldOn ? jpDate(sheet.heldOn) : '', ownWords: sheet.answers?.ownWords ?? '' }
}

function topicsOf(sheet: HearingFacts): { name: string; text: string }[] {
  return hearingTopics.flatMap((topic) => {
    const text = sheet.answers?.topics[topic]
    return text ? [{ name: topicWords[topic], text }] : []
  })
}

/** The form for a new wish. */
export function presentHousehold({ head, members, rules }: { head: CaseHead; members: Member[]; rules: Rule[] }): HouseholdView {
  return {
    ...headOf(head),
    rules: presentRules(rules),
    members: members.map((member) => ({ id: member.id, label: memberLabel(member), self: member.relation === 'self' })),
  }
}

/** What is kept of a form under way, with when it was. */
export function draftToKeep(input: Record<string, unknown>, now: Date): Record<string, string | string[]> {
  return { ...draftOf(input), savedAt: jpTime(now) }
}
