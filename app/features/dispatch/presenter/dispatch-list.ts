import { pageOfList } from '#app/shared/page-of-list.ts'
import { withSan } from '#app/shared/call-name.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { dispatchNo } from '../domain/dispatch-no.ts'
import type { DispatchState } from '../domain/dispatch-lifecycle.ts'
import { nextStepOf } from '../domain/next-step.ts'
import type { ListFacts, ListFilter, ListRow } from '../facts/dispatch-list.ts'
import { listHref } from '../forms/dispatch-list.ts'
import { dueWords, nextStepWords } from '../messages/dispatch-list.ts'
import { dispatchStateNames, ladderWord, ladderWords, wishNames } from '../messages/plan.ts'
import type { DispatchLine, DispatchListView } from '../views/dispatch-list.ts'

const dotsOf: Record<DispatchState, number | null> = {
  preparing: 3, agreed: 3, active: 4, paused: null, stopped: null, ended: null,
}
const tabs: [label: string, state: ListFilter['state'], states: DispatchState[]][] = [
  ['すべて', null, ['preparing', 'agreed', 'active', 'paused', 'stopped', 'ended']],
  ['合意待ち', 'preparing', ['preparing']],
  ['合意ずみ', 'agreed', ['agreed']],
  ['活動中', 'active', ['active']],
  ['お休み中', 'paused', ['paused']],
  ['中止・終了', 'closed', ['stopped', 'ended']],
]
const all = { value: '', label: 'すべて' }

export interface ListShown {
  filter: ListFilter
  /** What was typed into 「番号」. */
  typed: string
  size: number
  today: TokyoDay
}

/** The list in words: counts that add up, one line a dispatch, addresses that keep what was chosen. */
export function presentList(facts: ListFacts, { filter, typed, size, today }: ListShown): DispatchListView {
  const part = { total: facts.total, page: filter.page, size, address: listHref(filter, typed) }
  return {
    ...pageOfList(part, facts.rows.length),
    lines: facts.rows.map((row) => lineOf(row, today)),
    stages: tabs.map(([label, state, states]) => ({
      label,
      href: listHref(filter, typed, { state }),
      count: states.reduce((sum, one) => sum + (facts.counts.get(one) ?? 0), 0),
      current: filter.state === state,
    })),
    chosen: {
      state: filter.state ?? '', wish: filter.wish ?? '', ladder: filter.ladder ? String(filter.ladder) : '', q: typed,
      order: filter.order === 'number' ? 'number' : '',
    },
    name: filter.name ?? '',
    wishOptions: [all, ...Object.entries(wishNames).map(([value, label]) => ({ value, label }))],
    ladderOptions: [all, ...ladderWords.map((label, i) => ({ value: String(i + 1), label }))],
    orders: [
      { label: '動きの新しい順', href: listHref(filter, typed, { order: 'moved' }), current: filter.order === 'moved' },
      { label: '番号順', href: listHref(filter, typed, { order: 'number' }), current: filter.order === 'number' },
    ],
  }
}

function lineOf(row: ListRow, today: TokyoDay): DispatchLine {
  const step = nextStepOf(row.step, today)
  const due = dueWords(step.on, today)
  return {
    id: row.id,
    href: `/desk/dispatches/${row.id}`,
    no: dispatchNo(row.fiscalYear, row.no),
    name: row.callName ? withSan(row.callName) : '—',
    dots: dotsOf[row.step.state],
    stage: dispatchStateNames[row.step.state],
    wish: row.wish ? (wishNames[row.wish] ?? '不明') : '—',
    ladder: ladderWord(row.ladder),
    next: nextStepWords(step),
    due: due.text,
    dueToday: due.today,
  }
}
