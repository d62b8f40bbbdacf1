import { withSan } from '#app/shared/call-name.ts'
import { jpDate, jpTime, tokyoDay } from '#app/shared/tokyo-day.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { CaseEntry } from '../domain/time-line.ts'
import type { CaseFacts, ContactFacts, HearingFacts, Member, Rule } from '../facts.ts'
import { kindWords, methodWords, partnerWords, reachWords, relationWords, ruleWords } from '../messages/words.ts'
import type { NameText, TextNote } from '../views.ts'

/** The rules of contact for the rules box; a household without any says so. */
export function presentRules(rules: Rule[]): NameText[] {
  const lines = rules.map(({ code, note }) => ({ name: ruleWords[code].name, text: note ?? ruleWords[code].text }))
  return lines.length > 0 ? lines : [{ name: 'きまり', text: 'まだ聞いていません。次の連絡で聞いてください。' }]
}

/** 「母」「あおぞらさん（本人）」 */
export function memberLabel({ relation, callName }: Pick<Member, 'relation' | 'callName'>): string {
  const word = relationWords[relation]
  return callName === word ? word : `${withSan(callName)}（${word}）`
}

/** The household, the person first. Names stay closed: the list says only that they are kept. */
export function presentMembers(members: Member[]): TextNote[] {
  return members.map((member) => {
    const kept = [member.name && '本名', member.phone && '電話', member.address && '住所'].filter(Boolean)
    return { text: memberLabel(member), note: kept.length > 0 ? `${kept.join('・')}は別に保管` : '呼び名だけを聞いています' }
  })
}

function who(contact: ContactFacts): string {
  return contact.partners.map((partner) => partnerWords[partner]).join('・')
}

/** A contact on the time line. */
export function contactEntry(contact: ContactFacts): CaseEntry {
  const length = contact.minutes ? `（${contact.minutes}分）` : ''
  const reached = contact.reached === 'talked' ? '' : `　${reachWords[contact.reached]}`
  const next = contact.nextStep ? `つぎ：${contact.nextStep}${contact.nextOn ? `（${jpDate(contact.nextOn)}）` : ''}` : ''
  return {
    kind: 'contact',
    at: contact.heldAt,
    label: contact.methods.map((method) => methodWords[method]).join('・'),
    text: `${who(contact)}${length}${reached}　${contact.summary}`,
    note: [next, contact.kind === 'consultation' ? '' : kindWords[contact.kind], contact.recordedBy].filter(Boolean).join('　'),
  }
}

/** A held hearing sheet on the time line. */
export function hearingEntry(sheet: HearingFacts, at: Date): CaseEntry {
  return {
    kind: 'hearing',
    at,
    wholeDay: true,
    label: 'シート',
    text: `${sheet.no}回目のヒアリングシート　「${sheet.answers?.ownWords ?? ''}」`,
    note: `聞き取り：${sheet.answers?.listeners ?? ''}　記録：${sheet.recordedBy ?? ''}`,
  }
}

/** One line for a contact beside a form. */
export function contactLine(contact: ContactFacts): TextNote {
  const ways = contact.methods.map((method) => methodWords[method]).join('・')
  const text = `${jpDate(tokyoDay(contact.heldAt))}　${who(contact)}と${ways}`
  return { text, note: contact.reached === 'talked' ? shorten(contact.summary) : reachWords[contact.reached] }
}

function shorten(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')]
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : letters.join('')
}

/** The latest promises, with when they were made. */
export function promisesOf(contacts: ContactFacts[]): TextNote[] {
  return contacts.flatMap((contact) =>
    contact.promise ? [{ text: contact.promise, note: `${jpDate(tokyoDay(contact.heldAt))}、${who(contact)}と` }] : [],
  )
}

/** What comes next of the newest contact that names it. */
export function nextStepOf(contacts: ContactFacts[]): TextNote | null {
  const [newest] = contacts.filter((contact) => contact.nextStep)
  if (!newest) return null
  return { text: newest.nextStep ?? '', note: newest.nextOn ? `${jpDate(newest.nextOn)}まで　${newest.recordedBy}` : newest.recordedBy }
}

/** What is due first: the next step's day or the next hearing sheet. */
export function dueOf({ contacts, hearings }: CaseFacts, today: TokyoDay): TextNote | null {
  const sheet = hearings.find((one) => one.heldOn === null)
  const step = contacts.find((contact) => contact.nextOn)
  const sheetText = sheet && `次のヒアリングシートは${jpDate(sheet.dueOn)}まで`
  if (step?.nextOn && (!sheet || step.nextOn <= sheet.dueOn)) {
    const day = step.nextOn === today ? 'きょう' : jpDate(step.nextOn)
    return { text: `${day}　${step.nextStep}`, ...(sheetText && { note: sheetText }) }
  }
  return sheet ? { text: `${jpDate(sheet.dueOn)}　ヒアリングシート`, note: '3か月ごと。早めてもかまいません' } : null
}

/** Date of an entry, with the hour where it counts. */
export function entryDate(entry: CaseEntry): string {
  const day = jpDate(tokyoDay(entry.at))
  return entry.wholeDay ? day : `${day}${jpTime(entry.at)}`
}
