import { jpDateWithYear, tokyoDay } from '#app/shared/tokyo-day.ts'
import type { Choices, ConsentFacts, Recipient } from '../views.ts'

/** 「2026年11月21日（土）」 of an instant, in Tokyo. */
export function dayOf(at: Date): string {
  return jpDateWithYear(tokyoDay(at))
}

/** What each choice is called. */
export const choiceNames: Record<keyof Choices, string> = {
  phone: '電話番号',
  address: '住所',
  peer: '同じような経験があること',
  photo: '写真',
}

/** 「電話番号、写真」, or what is so when nothing was chosen. */
export function chosenNames(choices: Choices): string {
  const names = (Object.keys(choiceNames) as (keyof Choices)[]).filter((key) => choices[key])
  return names.length > 0 ? names.map((key) => choiceNames[key]).join('、') : 'お名前、フリガナ、活動名、活動できる地域だけ'
}

/** The live list in three lines: who runs it, who is about to, and who gets nothing. */
export function recipientLines(recipients: Recipient[]): { name: string; value: string }[] {
  const names = (status: Recipient['status']) =>
    recipients.filter((recipient) => recipient.status === status).map((recipient) => recipient.name).join('、')
  return [
    { name: '活動中', value: names('operating') || '今はありません' },
    { name: 'これから', value: names('planned') || '今はありません' },
    { name: '渡さない', value: 'ほかの市町村、会社、学校' },
  ]
}

export const methodNames: Record<NonNullable<ConsentFacts['method']>, string> = {
  drawn: '画面に書きました',
  paperScan: '紙に書きました',
  typed: 'お名前を入力しました',
}

/** Within so many days the desk answers a paper: what it is held to, and what its sender was told. */
export const answerPaperDays = 3

/** 「3日くらい」, to whoever sends a paper. */
export const answerPaperWords = `${answerPaperDays}日くらい`
