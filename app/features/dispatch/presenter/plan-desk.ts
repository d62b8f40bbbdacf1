import type { Actor } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { withSan } from '#app/shared/call-name.ts'
import { jpDate, tokyoDay } from '#app/shared/tokyo-day.ts'
import { isOpenDispatch } from '../domain/dispatch-lifecycle.ts'
import { dispatchNo } from '../domain/dispatch-no.ts'
import { checkOffer } from '../domain/plan-text.ts'
import type { DispatchFacts, PlanWithParties } from '../facts/dispatch-page.ts'
import { ladderWords, planMessages, planStateNames } from '../messages/plan.ts'
import type { PlanDeskView } from '../views/plan.ts'
import { agreementTable, changesOf, sheetOf, valuesOf } from './plan.ts'

const homeVisitStep = 6

/** Name to use of the client's side in titles inside the desk: the person, or the family. */
export function clientName(facts: Pick<DispatchFacts, 'callNames'>): string {
  return facts.callNames[0] ? withSan(facts.callNames[0]) : '—'
}

/** Where a page of a dispatch leads back to: a coordinator has no list of dispatches, but one of wishes. */
export function listOf(canList: boolean): { label: string; href: string } {
  return canList ? { label: '派遣の一覧', href: '/desk/dispatches' } : { label: '希望', href: '/desk/requests' }
}

/** The plan page of the desk (drawn 06). */
export function presentPlanDesk(facts: DispatchFacts, actor: Actor, now: Date): PlanDeskView | null {
  const [newest] = facts.plans
  if (!newest) return null
  const { head } = facts
  const { plan } = newest
  const name = clientName(facts)
  const open = isOpenDispatch(head.state)
  const inForce = facts.plans.find((one) => one.plan.id === head.currentVersionId)?.plan ?? null
  const compared = inForce && inForce.id !== plan.id ? inForce : null
  const refused = checkOffer(plan.text, facts.request ?? { wish: 'unknown', ladderMax: 0 }, tokyoDay(now))
  const subject = { bodyId: head.bodyId, coordinatorIds: facts.coordinatorIds }
  const waiting = newest.parties.filter((party) => plan.state === 'offered' && party.state === 'pending')
  return {
    list: listOf(may(actor, 'dispatch.list', subject)),
    dispatchHref: `/desk/dispatches/${head.id}`,
    title: `${name}の活動計画`,
    no: dispatchNo(head.fiscalYear, head.no),
    chip: chipOf(newest),
    due: plan.state === 'offered' && waiting.length > 0
      ? { text: `第${plan.no}版への返事`, note: plan.offeredAt ? `${jpDate(tokyoDay(plan.offeredAt))}にお示ししました` : '' }
      : null,
    next: nextOf(newest, open),
    values: valuesOf(plan.text),
    newestNo: plan.no,
    version: plan.version,
    changes: compared && { since: `第${compared.no}版`, items: changesOf(compared.text, plan.text) },
    ladderOptions: ladderOptions(facts),
    agreements: agreementTable(facts.plans, { currentId: head.currentVersionId, open }, now),
    open: may(actor, 'agreement.record', subject) && open
      ? waiting.flatMap(({ agreementId, version, callName }) =>
          agreementId ? [{ agreementId, version, name: callName ? withSan(callName) : 'ご本人' }] : [])
      : [],
    wishes: newest.parties.flatMap((party) => (party.wish ? [{ name: withSan(party.callName ?? ''), text: party.wish }] : [])),
    history: facts.plans.map((one) => historyOf(one)),
    sheet: sheetOf(plan.text),
    asked: newest.parties.map((party) => (party.callName ? withSan(party.callName) : 'ご本人')),
    offer: plan.state === 'draft' && open && !refused && may(actor, 'plan.offer', subject)
      ? { planVersionId: plan.id, version: plan.version, no: plan.no }
      : null,
    notYet: plan.state === 'draft' && refused ? planMessages[refused.code] : null,
    saveLabel: `第${plan.state === 'draft' ? plan.no : plan.no + 1}版の文面を確かめる`,
    consequence: consequenceOf(newest, inForce?.no ?? null),
    canWrite: open && may(actor, 'plan.write', subject),
    documents: facts.documents.map((document) => ({
      href: `/documents/${document.id}`,
      label: `派遣同意書・活動計画書（第${facts.plans.find((one) => one.plan.id === document.planVersionId)?.plan.no ?? '—'}版、PDF）`,
    })),
  }
}

function chipOf({ plan }: PlanWithParties): PlanDeskView['chip'] {
  if (plan.state === 'draft') return { kind: 'now', text: `第${plan.no}版を下書き中` }
  if (plan.state === 'offered') return { kind: 'stop', text: `第${plan.no}版の返事待ち` }
  return { kind: plan.state === 'agreed' ? 'done' : 'plain', text: `第${plan.no}版　${planStateNames[plan.state]}` }
}

function nextOf({ plan, parties }: PlanWithParties, open: boolean): PlanDeskView['next'] {
  if (!open) return null
  if (plan.state === 'draft') return { text: `第${plan.no}版を書いて、みなさんにお示しする` }
  if (parties.some((party) => party.state === 'declined')) {
    return { text: '変えてほしいところを聞いて、新しい版をつくる', note: '断る返事に理由はいりません' }
  }
  return plan.state === 'offered' ? { text: '返事を待つ。紙や電話のお返事は、ここに記録する' } : null
}

function consequenceOf({ plan, parties }: PlanWithParties, inForceNo: number | null): string | null {
  if (plan.state === 'draft' && inForceNo === null) return null
  const no = plan.state === 'draft' ? plan.no : plan.no + 1
  const stays = inForceNo ? `それまでの訪問は、第${inForceNo}版のまま続けられます。` : ''
  return `保存すると第${no}版になり、${parties.length}人全員に聞き直します。${stays}`
}

/** Steps that may be planned: up to what the client allows now, and none into the home on the family's wish alone. */
function ladderOptions({ request }: DispatchFacts): PlanDeskView['ladderOptions'] {
  const highest = request ? Math.min(request.ladderMax, request.wish === 'person' ? 7 : homeVisitStep - 1) : 7
  return ladderWords.slice(0, highest).map((label, i) => ({ value: String(i + 1), label }))
}

function historyOf({ plan, parties }: PlanWithParties): { text: string; note: string } {
  const day = jpDate(tokyoDay(plan.offeredAt ?? plan.createdAt))
  const agreed = parties.filter((party) => party.state === 'agreed').length
  return { text: `第${plan.no}版　${day}`, note: `${planStateNames[plan.state]}（同意 ${agreed}人）` }
}
