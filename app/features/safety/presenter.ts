import type { Actor } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import type { HelpDesk } from '#app/shared/frame.ts'
import { receiptNo } from '#app/shared/receipt-no.ts'
import { jpDateTime, jpTime, tokyoDay, tokyoTime } from '#app/shared/tokyo-day.ts'
import { incidentKinds, nextState } from './domain/incident.ts'
import type { IncidentFacts, IncidentLineFacts, TreeStep } from './facts.ts'
import { kindNames, stageNames, stateNames } from './messages.ts'
import type { ReportText } from './report-text.ts'
import type { ContactView, EmergencyView, IncidentLine, IncidentView, NamedValue, OwnIncidentView } from './views.ts'

const publicNumbers: ContactView[] = [
  { name: 'けが、急な病気、火事', tel: '119', large: true },
  { name: '暴力、事件、こわいとき', tel: '110', large: true },
]

function contactOf(step: TreeStep): ContactView {
  const note = [step.title, step.hours].filter(Boolean).join('　')
  return { name: step.name, tel: step.phone, note }
}

/** The page that opens first when something happened. */
export function presentEmergency(steps: TreeStep[], visitId: string, now: Date, help: HelpDesk | null): EmergencyView {
  return {
    contacts: [...publicNumbers, ...steps.map(contactOf)],
    recordHref: `/my/visits/${visitId}/incident?step=record`,
    help,
    defaults: { occurredOn: tokyoDay(now), occurredAt: tokyoTime(now) },
    kinds: incidentKinds.map((value) => ({ value, label: kindNames[value] })),
  }
}

function headFacts(facts: IncidentFacts): NamedValue[] {
  return [
    { name: 'どんなことか', value: kindNames[facts.kind] },
    { name: '起きた時', value: jpDateTime(facts.occurredAt) },
    { name: '場所', value: facts.place || '—' },
  ]
}

function textFacts(text: ReportText): NamedValue[] {
  const all: [string, string | null][] = [
    ['起きたこと', text.summary],
    ['すぐにしたこと', text.firstResponse],
    ['いまの様子', text.presentState],
    ['原因', text.cause],
    ['これから気をつけること', text.prevention],
  ]
  return all.flatMap(([name, value]) => (value ? [{ name, value }] : []))
}

/** What the supporter sees of their own report. */
export function presentOwnIncident(facts: IncidentFacts, help: HelpDesk | null): OwnIncidentView {
  const first = facts.reports[0]
  return {
    receiptNo: receiptNo(facts.year, 'JK', facts.no),
    state: stateNames[facts.state],
    reportedAt: first ? jpDateTime(first.at) : '',
    facts: [...headFacts(facts), ...(first ? textFacts(first.text) : [])],
    help,
  }
}

/** One line of the desk's list. */
export function presentIncidentLine(facts: IncidentLineFacts): IncidentLine {
  return {
    id: facts.id,
    href: `/desk/incidents/${facts.id}`,
    receiptNo: receiptNo(facts.year, 'JK', facts.no),
    title: facts.severity === 'call' ? '助けがほしいとの知らせ' : kindNames[facts.kind],
    occurredAt: jpDateTime(facts.occurredAt),
    state: stateNames[facts.state],
    urgent: facts.severity !== 'light' && facts.state === 'firstReport',
    open: facts.state !== 'closed',
  }
}

/** An incident at the desk, with what its reader may do. */
export function presentIncident(facts: IncidentFacts, actor: Actor, now: Date): IncidentView {
  const allowed = may(actor, 'incident.handle', facts)
  return {
    ...presentIncidentLine(facts),
    version: facts.version,
    facts: headFacts(facts),
    reports: facts.reports.map((one) => ({
      stage: stageNames[one.stage] ?? one.stage,
      at: jpDateTime(one.at),
      facts: textFacts(one.text),
    })),
    walked: walkedTree(facts),
    steps: facts.tree.map((step) => ({ value: String(step.stepNo), label: `${step.stepNo} ${step.title} ${step.name}` })),
    treeName: facts.treeNo > 0 ? `第${facts.treeNo}版。上から順に` : 'まだ登録されていません',
    hold: facts.holdsDispatch ? 'この派遣は、念のため休みにしました（中止ではありません）。' : null,
    documentHref: facts.documentId && `/documents/${facts.documentId}?as=desk`,
    canReport: allowed && nextState(facts.state, 'addFinal') !== null,
    canClose: allowed && nextState(facts.state, 'close') !== null,
    now: tokyoTime(now),
  }
}

/** Calls that were made, in their time, then the steps that nobody has called yet. */
function walkedTree(facts: IncidentFacts): IncidentView['walked'] {
  const made = facts.calls.map((call) => {
    const step = facts.tree.find((one) => one.stepNo === call.stepNo)
    return { time: jpTime(call.calledAt), who: step ? `${step.title} ${step.name}` : '連絡先', note: call.result, done: true }
  })
  const left = facts.tree.filter((step) => !facts.calls.some((call) => call.stepNo === step.stepNo))
  return [
    ...made,
    ...left.map((step) => ({ time: 'これから', who: `${step.title} ${step.name}`, note: step.phone, done: false })),
  ]
}
