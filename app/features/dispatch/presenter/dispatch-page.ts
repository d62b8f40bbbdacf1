import type { Actor } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { allWithSan, withSan } from '#app/shared/call-name.ts'
import { jpDate, jpDateTime, jpDateWithYear, tokyoDay } from '#app/shared/tokyo-day.ts'
import { type DispatchState, isOpenDispatch, nextDispatchState } from '../domain/dispatch-lifecycle.ts'
import { dispatchNo } from '../domain/dispatch-no.ts'
import type { DispatchFacts } from '../facts/dispatch-page.ts'
import { dispatchStateNames, ladderWord, wishNames } from '../messages/plan.ts'
import type { DispatchPageView } from '../views/dispatch-page.ts'
import { agreementTable } from './plan.ts'
import { clientName } from './plan-desk.ts'

const chips: Record<DispatchState, DispatchPageView['chip']['kind']> = {
  preparing: 'stop', agreed: 'now', active: 'now', paused: 'plain', stopped: 'stop', ended: 'done',
}

/** One dispatch for the desk: where it stands, who agreed to what, what comes next. */
export function presentDispatch(facts: DispatchFacts, actor: Actor, now: Date): DispatchPageView {
  const { head } = facts
  const subject = { bodyId: head.bodyId, coordinatorIds: facts.coordinatorIds }
  const open = isOpenDispatch(head.state)
  const inForce = facts.plans.find((one) => one.plan.id === head.currentVersionId)?.plan
  const begin = nextDispatchState(head.state, 'begin') !== null && may(actor, 'dispatch.begin', subject)
  return {
    title: `${clientName(facts)}の派遣`,
    no: dispatchNo(head.fiscalYear, head.no),
    chip: { kind: chips[head.state], text: dispatchStateNames[head.state] },
    steps: open ? stepsOf(facts) : null,
    ...briefOf(facts),
    facts: factsOf(facts),
    supporters: facts.supporters.map((one) => ({
      text: withSan(one.name),
      note: one.endedAt ? `${jpDate(tokyoDay(one.endedAt))}まで` : 'いっしょに活動する人',
    })),
    agreements: agreementTable(facts.plans, { currentId: head.currentVersionId, open }, now),
    planHref: `/desk/dispatches/${head.id}/plan`,
    planLabel: open && may(actor, 'plan.write', subject) ? '計画を書く・直す' : '計画を読む',
    requestHref: facts.request && `/desk/requests/${facts.request.id}`,
    bookHref: head.state === 'active' && inForce && may(actor, 'visit.book', subject)
      ? `/desk/dispatches/${head.id}/visits/new`
      : null,
    begin: begin ? { version: head.version } : null,
    documents: facts.documents.map((document) => ({
      href: `/documents/${document.id}`,
      label: `派遣同意書・活動計画書（${jpDate(tokyoDay(document.issuedAt))}、PDF）`,
    })),
    stopped: facts.stoppedAt && `${jpDateTime(facts.stoppedAt)}に止まりました。`,
    stopHref: facts.request && open && may(actor, 'stop.record', subject) ? `/desk/requests/${facts.request.id}/stop` : null,
  }
}

function stepsOf({ head, plans, startedOn }: DispatchFacts): DispatchPageView['steps'] {
  const agreed = head.currentVersionId !== null
  const newest = plans[0]
  const waiting = newest?.parties.filter((party) => party.state === 'pending').length ?? 0
  const planNote = agreed ? 'みなさんの同意あり' : newest?.plan.state === 'offered' ? `返事待ち（あと${waiting}人）` : '書いています'
  const running = head.state === 'active' || head.state === 'paused'
  return [
    { name: '希望', note: '受け付けました', state: 'done' },
    { name: '同意', note: '調整の同意あり', state: 'done' },
    { name: '候補', note: 'お願いする人が決まりました', state: 'done' },
    { name: '計画の合意', note: planNote, state: agreed ? 'done' : 'now', waiting: newest?.plan.state === 'offered' },
    {
      name: '活動',
      note: running ? (head.state === 'paused' ? 'お休み中' : `${startedOn ? jpDate(tokyoDay(startedOn)) : ''}から`) : 'これから',
      state: agreed ? 'now' : 'wait',
    },
  ]
}

function briefOf({ head, plans }: DispatchFacts): Pick<DispatchPageView, 'due' | 'promised' | 'next'> {
  const [newest] = plans
  const inForce = plans.find((one) => one.plan.id === head.currentVersionId)?.plan
  const promised = inForce ? { text: inForce.text.frequency, note: `第${inForce.no}版　${inForce.text.place}` } : null
  const due = inForce ? { text: `${jpDateWithYear(inForce.text.to)}まで`, note: '約束の期間' } : null
  switch (head.state) {
    case 'preparing':
      return { due, promised, next: { text: newest?.plan.state === 'offered' ? 'みなさんの返事を待つ' : '計画を書いて、お示しする' } }
    case 'agreed':
      return { due, promised, next: { text: '活動を始める', note: '始めると、訪問の予定を入れられます' } }
    case 'active':
      return { due, promised, next: { text: '訪問の予定と、報告への返事', note: '下の一覧から' } }
    case 'paused':
      return { due, promised, next: { text: '様子を聞く', note: '再開は、ご本人の言葉から' } }
    case 'stopped':
    case 'ended':
      return { due: null, promised: null, next: null }
  }
}

function factsOf({ plans, head, request, callNames }: DispatchFacts): DispatchPageView['facts'] {
  const plan = (plans.find((one) => one.plan.id === head.currentVersionId) ?? plans[0])?.plan
  return [
    { name: '呼び名', value: allWithSan(callNames) || '—' },
    { name: '希望した人', value: request ? (wishNames[request.wish] ?? '不明') : '—' },
    { name: '会い方', value: plan ? ladderWord(plan.text.ladder) : '未定', note: request ? `いまは「${ladderWord(request.ladderMax)}」まで` : undefined },
    { name: '目的', value: plan?.text.purpose || '（まだ書かれていません）' },
    { name: '期間', value: plan ? `${jpDateWithYear(plan.text.from)}〜${jpDateWithYear(plan.text.to)}` : '—' },
  ]
}
