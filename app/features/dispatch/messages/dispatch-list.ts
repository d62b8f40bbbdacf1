import { jpDate, type TokyoDay } from '#app/shared/tokyo-day.ts'
import type { NextStep } from '../domain/next-step.ts'

/** What the desk does next, in words. */
export function nextStepWords(step: NextStep): string {
  switch (step.code) {
    case 'writePlan':
      return '計画をつくる'
    case 'offerPlan':
      return '計画をお示しする'
    case 'changePlan':
      return '計画を直す'
    case 'begin':
      return '活動を始める'
    case 'bookVisit':
      return '次の予定を決める'
    case 'askAfter':
      return '様子を聞く'
    case 'awaitAnswers':
      return `返事を待つ（あと${step.count}人）`
    case 'advise':
      return '報告に助言'
    case 'lookIntoVisit':
      return '訪問の様子を聞く'
    case 'nextVisit':
      return `次の回 ${jpDate(step.on)}`
    case 'renewPlan':
      return '次の期間の計画'
    case 'none':
      return '—'
  }
}

/** The day of a next step: 「きょう」 for today, 「—」 for none. */
export function dueWords(on: TokyoDay | null, today: TokyoDay): { text: string; today: boolean } {
  if (!on) return { text: '—', today: false }
  return on === today ? { text: 'きょう', today: true } : { text: jpDate(on), today: false }
}
