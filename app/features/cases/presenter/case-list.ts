import { may } from '#app/access/policy.ts'
import type { Actor } from '#app/shared/actor.ts'
import { pageOfList } from '#app/shared/page-of-list.ts'
import { jpDate, jpDateTime, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { caseNumber } from '../domain/case-number.ts'
import type { CaseLineFacts, CaseListFacts, CaseListFilter } from '../facts.ts'
import { caseListHref } from '../forms/case-list.ts'
import type { CaseLine, CaseListView } from '../views.ts'

const standingWords = { assigned: '担当', opened: '理由を書いて開いています', outside: '担当外' } as const

const listTabs = [['支援中', 'open'], ['終了', 'closed']] as const

/** The list of cases that the desk may see. @param shown `typed` is what stands in 「番号」 */
export function presentCases(
  { lines, total }: CaseListFacts,
  { filter, typed, size }: { filter: CaseListFilter; typed: string; size: number },
  { actor, today }: { actor: Actor; today: TokyoDay },
): CaseListView {
  const bodyId = actor.kind === 'staff' ? actor.bodyId : ''
  const part = { total, page: filter.page, size, address: caseListHref(filter, typed) }
  return {
    ...pageOfList(part, lines.length),
    lines: lines.map((line) => caseLine(line, today)),
    stages: listTabs.map(([label, state]) => ({
      label, href: caseListHref(filter, typed, { state }), current: filter.state === state,
    })),
    state: filter.state,
    typed,
    name: filter.name ?? '',
    canOpen: may(actor, 'case.open', { bodyId }),
  }
}

function caseLine({ head, hearingDueOn, lastContactAt }: CaseLineFacts, today: TokyoDay): CaseLine {
  const mine = head.standing !== 'outside'
  return {
    id: head.id,
    href: `/desk/cases/${head.id}`,
    no: caseNumber(head.fiscalYear, head.no),
    alias: `${head.alias}の世帯`,
    standing: standingWords[head.standing],
    mine,
    inCharge: head.inCharge.join('、') || '決まっていません',
    lastContact: lastContactAt ? jpDateTime(lastContactAt) : mine ? 'まだありません' : '—',
    hearing: hearingDueOn ? (hearingDueOn === today ? 'きょう' : jpDate(hearingDueOn)) : mine ? 'まだありません' : '—',
    hearingDue: hearingDueOn !== null && hearingDueOn <= today,
  }
}
