import { withSan } from '#app/shared/call-name.ts'
import { jpDate, jpDateWithYear, tokyoDay } from '#app/shared/tokyo-day.ts'
import { isOpenDispatch } from '../domain/dispatch-lifecycle.ts'
import type { PlanReadFacts } from '../facts/plan-read.ts'
import type { PlanReadView } from '../views/plan.ts'
import { sheetOf } from './plan.ts'

/** The plan for one of its parties: the whole text, and what was or can be answered (drawn 13). */
export function presentPlanRead(facts: PlanReadFacts, reader: 'my' | 'card'): PlanReadView {
  const { plan, answer } = facts
  const names = facts.parties.flatMap((party) => (party.who === 'supporter' && party.callName ? [withSan(party.callName)] : []))
  const deskName = facts.desk?.name ?? '担当の窓口'
  return {
    over: `第${plan.no}版　${plan.offeredAt ? jpDateWithYear(tokyoDay(plan.offeredAt)) : ''}`,
    sheet: sheetOf(plan.text),
    supporters: names.join('、') || '—',
    readers: [names.join('、'), `${deskName}の担当`].filter((one) => one !== ''),
    nameLater: facts.parties.some((party) => party.who !== 'supporter' && party.callName === null),
    planVersionId: plan.id,
    seen: plan.contentHash ?? '',
    asked: plan.state === 'offered' && answer?.state === 'pending' && isOpenDispatch(facts.dispatch),
    answered: answeredOf(facts),
    inForce: facts.inForceNo && plan.state === 'offered'
      ? `いまは第${facts.inForceNo}版のままです。新しい約束は、みなさんが「よい」と言うまで始まりません。`
      : null,
    agreedByAll: plan.state === 'agreed',
    documentHref: facts.documentId && `/documents/${facts.documentId}?as=${reader}`,
    help: facts.desk,
  }
}

function answeredOf({ answer }: PlanReadFacts): string | null {
  if (!answer?.decidedAt) return null
  const day = jpDate(tokyoDay(answer.decidedAt))
  if (answer.state === 'agreed') return `${day}に「この約束でよい」と受け取りました。`
  if (answer.state === 'declined') return `${day}に「変えてほしい」と受け取りました。担当が、新しい案をつくります。`
  return null
}
