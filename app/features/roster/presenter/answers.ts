import { daysBetween, jpDate, tokyoDay, type TokyoDay, addDays } from '#app/shared/tokyo-day.ts'
import { mayAsk } from '../domain/eligibility.ts'
import { isSelectable, reconfirmationStates, type ReconfirmationState } from '../domain/reconfirmation-lifecycle.ts'
import { partWords, stateWords, stepWords, weekdayWords } from '../messages.ts'
import type { AnswerBoard, AnswerRow, AskedQuestion } from '../views.ts'
import { planningSentence } from './received.ts'

const channelWords: Record<string, string> = { link: 'リンクから', screen: '画面から', phone: '電話で', paper: '紙で' }

function slotsText(slots: { weekday: number; part: string }[]): string {
  if (slots.length === 0) return 'いつでも相談できる'
  const days = [...new Set(slots.map((slot) => slot.weekday))].sort((a, b) => a - b)
  const parts = [...new Set(slots.map((slot) => slot.part))]
  return `${days.map((day) => weekdayWords[day]).join('・')}の${parts.map((part) => partWords[part]).join('・')}`
}

/** Where and when, and below it what: nothing for who does not go on. */
function detail(row: NonNullable<AnswerRow['reconfirmation']>): { where: string; what: string } {
  if (row.state !== 'willing') return { where: '—', what: '' }
  const cap = row.monthlyCap ? `月${row.monthlyCap}回まで` : '回数は相談'
  return {
    where: `${row.areas.join('、')}　${slotsText(row.slots)}　${cap}`,
    what: row.steps.map((step) => stepWords[step]).join('、'),
  }
}

/** When it was answered and how, or how long ago it was asked and until when it can be answered. */
function age(row: NonNullable<AnswerRow['reconfirmation']>, today: TokyoDay): { when: string; how: string } {
  if (row.answeredAt) {
    return { when: jpDate(tokyoDay(row.answeredAt)), how: row.channel ? (channelWords[row.channel] ?? '') : '' }
  }
  const days = daysBetween(tokyoDay(row.askedAt), today)
  return { when: `聞いてから${days}日`, how: row.dueOn ? `${jpDate(row.dueOn)}まで` : '' }
}

/** Everybody on the rosters with this year's answer: states, ages, and who can be chosen. */
export function presentAnswers(board: AnswerBoard, asked: string | null) {
  const { rows, today, municipality, areas, toAccept } = board
  const isState = (text: string | null): text is ReconfirmationState =>
    text !== null && (reconfirmationStates as readonly string[]).includes(text)
  const chosen = isState(asked) ? asked : asked === 'notAsked' ? ('notAsked' as const) : null
  const stateOf = (row: AnswerRow) => row.reconfirmation?.state ?? ('notAsked' as const)
  const count = (state: string) => rows.filter((row) => stateOf(row) === state).length
  const notAsked = count('notAsked')
  return {
    planning: planningSentence(municipality.status),
    toAccept,
    canAsk: mayAsk(municipality.status) && notAsked > 0,
    notAsked,
    dueDefault: addDays(today, 21),
    willing: rows.filter((row) => row.reconfirmation && isSelectable({ state: row.reconfirmation.state, revoked: false })).length,
    total: rows.length,
    stages: [
      { label: 'すべて', href: '/desk/reconfirmations', count: rows.length, current: chosen === null },
      { label: 'まだ聞いていない', href: '/desk/reconfirmations?state=notAsked', count: notAsked, current: chosen === 'notAsked' },
      ...reconfirmationStates.map((state) => ({
        label: stateWords[state], href: `/desk/reconfirmations?state=${state}`, count: count(state), current: chosen === state,
      })),
    ],
    rows: rows.filter((row) => !chosen || stateOf(row) === chosen).map((row) => ({
      key: row.personId,
      name: row.name,
      kana: row.kana,
      workingName: row.workingName ?? '—',
      provisionNo: row.provisionNo,
      state: row.reconfirmation ? stateWords[row.reconfirmation.state] : 'まだ聞いていない',
      selectable: row.reconfirmation?.state === 'willing',
      age: row.reconfirmation ? age(row.reconfirmation, today) : { when: '—', how: '' },
      detail: row.reconfirmation ? detail(row.reconfirmation) : { where: '—', what: '' },
    })),
    toRecord: rows.flatMap((row) =>
      row.reconfirmation
        ? [{ value: row.reconfirmation.id, label: `${row.name}さん（${stateWords[row.reconfirmation.state]}）`, version: row.reconfirmation.version }]
        : [],
    ),
    choices: availabilityChoices(areas),
  }
}

/** What somebody who goes on can choose from. */
export function availabilityChoices(areas: string[]) {
  const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))
  return {
    areas: areas.map((area) => ({ value: area, label: area })),
    weekdays: options(weekdayWords),
    parts: options(partWords),
    steps: options(stepWords),
  }
}

/** The page behind the mailed link: three equal answers, no reason. */
export function presentQuestion(question: AskedQuestion) {
  return {
    bodyName: question.bodyName,
    until: question.dueOn ? `${jpDate(question.dueOn)}まで考えられます。` : '',
    choices: availabilityChoices(question.areas),
    help: question.desk,
  }
}

/** What is said after the answer. */
export function presentThanks(answer: string | null) {
  const said: Record<string, string> = {
    willing: '今年度も活動できる、と受け取りました。お願いしたいことができたら、ご相談のメールを送ります。ことわってもかまいません。',
    resting: '今年度はお休み、と受け取りました。ご相談は送りません。登録はそのままです。',
    declined: '見送り、と受け取りました。ご相談は送りません。登録はそのままです。',
  }
  return { text: said[answer ?? ''] ?? 'お返事を受け取りました。' }
}
