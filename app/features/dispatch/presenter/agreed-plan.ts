import { withSan } from '#app/shared/call-name.ts'
import type { HelpDesk } from '#app/shared/frame.ts'
import { fiscalNumber } from '#app/shared/fiscal-year.ts'
import { tokyoDay } from '#app/shared/tokyo-day.ts'
import type { DocumentData } from '#templates/kinds.ts'
import { emergencyOf, sharesOf } from '../domain/plan-text.ts'
import type { DispatchHead, PartyFacts, PlanFacts } from '../facts/plan.ts'
import { ladderWord } from '../messages/plan.ts'

/** Everything that is printed on the paper of an agreed plan. */
export interface AgreedPlanFacts {
  body: string
  desk: HelpDesk | null
  dispatch: DispatchHead
  plan: PlanFacts
  parties: PartyFacts[]
}

/** 派遣同意書・活動計画書 (S3 第3-3(2)ア): the data of its template. */
export function agreedPlanData({ body, desk, dispatch, plan, parties }: AgreedPlanFacts): DocumentData<'agreedPlan'> {
  const { text } = plan
  const client = parties.find((party) => party.who !== 'supporter')
  return {
    body: { name: body, contact: { office: desk?.name ?? body, phone: desk?.phone ?? null, email: desk?.mail ?? null } },
    dispatchNo: fiscalNumber(dispatch.fiscalYear, dispatch.no),
    versionNo: plan.no,
    offeredOn: plan.offeredAt && tokyoDay(plan.offeredAt),
    clientName: client?.callName ? withSan(client.callName) : null,
    plan: {
      purpose: text.purpose,
      plan: [text.frequency, text.place].join('\n'),
      content: text.dos,
      notDone: text.donts,
      way: ladderWord(text.ladder),
      place: text.place,
      frequency: text.frequency,
      from: text.from,
      to: text.to,
      supporters: supportersOf(parties),
      emergency: emergencyOf(text.emergency).slice(0, 8),
      shares: sharesOf(text.shares).slice(0, 12),
    },
    agreements: parties.slice(0, 10).map((party) => ({
      party: party.who,
      name: party.callName ? withSan(party.callName) : '—',
      agreed: party.decidedAt && {
        at: party.decidedAt.toISOString(),
        method: party.method ?? 'link',
        recordedBy: party.recordedBy,
        strokes: null,
      },
    })),
  }
}

function supportersOf(parties: PartyFacts[]): string[] {
  const names = parties.filter((party) => party.who === 'supporter').map((party) => party.callName ?? 'サポーター')
  return names.slice(0, 4).map(withSan)
}
