import { withSan } from '#app/shared/call-name.ts'
import { jpDate, jpDateWithYear, tokyoDay } from '#app/shared/tokyo-day.ts'
import { isOpenDispatch } from '../domain/dispatch-lifecycle.ts'
import type { PlanReadFacts } from '../facts/plan-read.ts'
import type { PlanReadView } from '../views/plan.ts'
import { sheetOf } from './plan.ts'

/** What there is to do with the text; whoever has answered is asked nothing more. */
function leadOf(facts: PlanReadFacts, asked: boolean, reader: 'my' | 'card'): string {
  const nameLater = facts.parties.some((party) => party.who !== 'supporter' && party.callName === null)
  return [
    asked ? '読んで、よいかどうかを教えてください。' : 'この約束は、いつでもここで読めます。',
    ...(asked && reader === 'card' ? ['ゆっくりでかまいません。'] : []),
    ...(nameLater && reader === 'my' ? ['お名前は、みなさんの同意がそろってからお伝えします。'] : []),
  ].join('')
}

/** The plan for one of its parties: the whole text, and what was or can be answered (drawn 13). */
export function presentPlanRead(facts: PlanReadFacts, reader: 'my' | 'card'): PlanReadView {
  const { plan, answer } = facts
  const names = facts.parties.flatMap((party) => (party.who === 'supporter' && party.callName ? [withSan(party.callName)] : []))
  const deskName = facts.desk?.name ?? '担当の窓口'
  const asked = plan.state === 'offered' && answer?.state === 'pending' && isOpenDispatch(facts.dispatch)
  return {
    lead: leadOf(facts, asked, reader),
    over: `第${plan.no}版　${plan.offeredAt ? jpDateWithYear(tokyoDay(plan.offeredAt)) : ''}`,
    sheet: sheetOf(plan.text),
    supporters: names.join('、') || '—',
    readers: [names.join('、'), `${deskName}の担当`].filter((one) => one !== ''),
    planVersionId: plan.id,
    seen: plan.contentHash ?? '',
    asked,
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
