import type { CaseEntry } from '#app/features/cases/domain/time-line.ts'
import type { RequestHead } from '../facts/request.ts'
import { wishWords } from '../messages/request.ts'
import { requestNo } from './request.ts'

const stateWords = { draft: '下書き', received: '同意待ち', consented: '候補を探す', coordinating: '候補を探す', placed: '計画・活動', closed: '終わりました' } as const

/** Wishes of a case: lines for its page and entries for its time line. */
export function presentForCase(
  requests: { head: RequestHead; consents: { givenAt: Date; callName: string; withdrawnAt: Date | null }[] }[],
): { entries: CaseEntry[]; requests: { href: string; no: string; state: string }[] } {
  return {
    requests: requests.map(({ head }) => ({ href: `/desk/requests/${head.id}`, no: requestNo(head), state: stateWords[head.state] })),
    entries: requests.flatMap(({ head, consents }) => {
      const href = `/desk/requests/${head.id}`
      const received: CaseEntry[] = head.receivedAt
        ? [{ kind: 'dispatch', at: head.receivedAt, label: '派遣', text: `派遣の希望を受け付けた（${wishWords[head.wish]}の希望）`, note: requestNo(head), href }]
        : []
      const stopped: CaseEntry[] = head.stoppedAt
        ? [{ kind: 'dispatch', at: head.stoppedAt, label: '派遣', text: '中止（ご本人の希望）', note: '理由は聞いていません', href }]
        : []
      return [...received, ...stopped, ...consents.map((consent): CaseEntry => ({
        kind: 'consent', at: consent.givenAt, label: '同意', text: `調整を始める同意（${consent.callName}）`,
        ...(consent.withdrawnAt && { note: '取りやめました' }), href,
      }))]
    }),
  }
}
