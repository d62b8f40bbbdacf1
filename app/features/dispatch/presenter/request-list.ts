import { pageOfList } from '#app/shared/page-of-list.ts'
import { allWithSan } from '#app/shared/call-name.ts'
import { daysBetween, tokyoDay } from '#app/shared/tokyo-day.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { stepOf } from '../domain/request-lifecycle.ts'
import type { RequestLineFacts } from '../facts/request.ts'
import { ladderWords, wishWords } from '../messages/request.ts'
import type { RequestLine, RequestListView } from '../views/request.ts'
import { requestNo } from './request.ts'

const stages = [
  ['all', 'すべて'], ['consent', '同意待ち'], ['search', '候補を探す'], ['plan', '計画・活動'], ['closed', '中止・終了'],
] as const
const stageWords = { 1: '希望を受付', 2: '同意待ち', 3: '候補を探す', 4: '合意待ち', 5: '活動中' } as const

type Stage = (typeof stages)[number][0]

/** The list of wishes. */
export function presentRequests(
  found: { lines: RequestLineFacts[]; total: number; counts: Record<Stage, number> },
  chosen: { stage: Stage; wish: string; page: number; size: number },
  today: TokyoDay,
): RequestListView {
  const keep = chosen.wish === 'all' ? '' : `wish=${chosen.wish}`
  const stageHref = (stage: Stage) => hrefOf([stage === 'all' ? '' : `stage=${stage}`, keep])
  const part = { total: found.total, page: chosen.page, size: chosen.size, address: stageHref(chosen.stage) }
  return {
    ...pageOfList(part, found.lines.length),
    lines: found.lines.map((line) => requestLine(line, today)),
    stages: stages.map(([stage, label]) => ({
      label, href: stageHref(stage), count: found.counts[stage], current: stage === chosen.stage,
    })),
    chosen: { stage: chosen.stage, wish: chosen.wish },
    wishOptions: [{ value: 'all', label: 'すべて' }, ...Object.entries(wishWords).map(([value, label]) => ({ value, label }))],
  }
}

function hrefOf(parts: string[]): string {
  const query = parts.filter(Boolean).join('&')
  return query ? `/desk/requests?${query}` : '/desk/requests'
}

function requestLine(line: RequestLineFacts, today: TokyoDay): RequestLine {
  const { head } = line
  const step = stepOf(head.state, line.consents, line.dispatch?.state ?? null)
  const since = step === 2 ? head.receivedAt : step === 3 ? head.consentedAt : null
  return {
    id: head.id,
    href: `/desk/requests/${head.id}`,
    no: requestNo(head),
    name: allWithSan(line.callNames) || '—',
    dots: step === null ? null : step - 1,
    stage: step === null ? (head.stoppedAt ? '中止' : '終了') : stageWords[step],
    wish: wishWords[head.wish],
    ladder: ladderWords[head.ladderMax] ?? '未定',
    waiting: since ? `${Math.max(0, daysBetween(tokyoDay(since), today))}日` : '—',
    next: nextOf(line, step),
  }
}

function nextOf(line: RequestLineFacts, step: number | null): string {
  if (step === null) return '—'
  if (line.notes > 0) return 'ご本人の連絡に答える'
  if (step <= 2) return '同意の説明とお返事'
  if (step === 3) return line.interested > 0 ? '計画をつくる' : line.openProposals > 0 ? '打診の返事を待つ' : '候補を出す'
  return step === 4 ? '双方の同意を待つ' : '派遣のページで'
}
