import type { Actor } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { dispatchNo } from '#app/features/dispatch/domain/dispatch-no.ts'
import { allWithSan, withSan } from '#app/shared/call-name.ts'
import { jpDate, jpDateTime, jpDateWithYear, jpTime, tokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { answerAge } from '../domain/report-lifecycle.ts'
import type { AdviceFacts, CardReportFacts, MyReportFacts, ReportFacts, ReportLineFacts } from '../facts/activity.ts'
import { answerRule, outcomeChoices, outcomeNames, reportStateNames, selfNames } from '../messages/activity.ts'
import type { CardReportView, MyReportView, ReportLine, ReportView } from '../views/activity.ts'
import { spanOf } from './visits.ts'

function paragraphs(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

function adviceOf({ text, by, at }: AdviceFacts): { text: string[]; note: string } {
  return { text: paragraphs(text), note: [jpDateTime(at), by].filter(Boolean).join('　') }
}

/** A line of the desk's list: how long it waits, and by when it is answered. */
export function presentReportLine(facts: ReportLineFacts, today: TokyoDay): ReportLine {
  const submittedOn = facts.submittedAt && tokyoDay(facts.submittedAt)
  const waiting = facts.state === 'submitted'
  const age = waiting && submittedOn && facts.answerDueOn ? answerAge(submittedOn, facts.answerDueOn, today) : null
  return {
    id: facts.id,
    href: `/desk/reports/${facts.id}`,
    no: dispatchNo(facts.dispatchNo.fiscalYear, facts.dispatchNo.no),
    name: facts.callName ? withSan(facts.callName) : '—',
    visit: jpDate(tokyoDay(facts.visitAt)),
    outcome: facts.outcome ? outcomeNames[facts.outcome] : '—',
    writer: facts.writer ? withSan(facts.writer) : '—',
    submitted: submittedOn ? jpDate(submittedOn) : '—',
    waited: age ? `${age.waited}日` : '—',
    due: age && facts.answerDueOn ? (facts.answerDueOn === today ? 'きょう' : jpDate(facts.answerDueOn)) : '—',
    dueToday: facts.answerDueOn === today && waiting,
    state: reportStateNames[facts.state],
    answered: !waiting,
  }
}

/** One report at the desk: both layers, and the answers beside them (drawn 11). */
export function presentReport(facts: ReportFacts, actor: Actor, today: TokyoDay): ReportView {
  const { text, visit } = facts
  const clientName = facts.callNames[0] ? withSan(facts.callNames[0]) : '—'
  const submittedOn = facts.submittedAt && tokyoDay(facts.submittedAt)
  const age = submittedOn && facts.answerDueOn && facts.state === 'submitted'
    ? answerAge(submittedOn, facts.answerDueOn, today)
    : null
  return {
    title: '活動報告と助言',
    beside: `${clientName}　${jpDate(tokyoDay(visit.startsAt))}`,
    no: dispatchNo(facts.dispatchNo.fiscalYear, facts.dispatchNo.no),
    chip: age ? { kind: 'now', text: `助言待ち　${age.waited}日` } : { kind: 'done', text: reportStateNames[facts.state] },
    due: age && facts.answerDueOn
      ? { text: age.over > 0 ? `${jpDate(facts.answerDueOn)}を${age.over}日すぎています` : `${jpDate(facts.answerDueOn)}まで`, note: answerRule }
      : null,
    next: age
      ? { text: '助言を書いて送る', note: facts.nextVisitAt ? `次の訪問（${jpDateTime(facts.nextVisitAt)}）より前に` : undefined }
      : null,
    facts: [
      { name: '活動', value: spanOf(visit), note: visit.place },
      { name: '書いた人', value: withSan(facts.writer), note: facts.submittedAt ? `${jpDateTime(facts.submittedAt)}に提出（第${facts.no}版）` : undefined },
      { name: '会えたか', value: visit.outcome ? outcomeNames[visit.outcome] : '—', note: timesOf(text.arrivedAt, text.leftAt) },
      { name: '交通費', value: facts.costYen === null ? 'なし' : `${facts.costYen.toLocaleString('ja-JP')}円` },
    ],
    clientName,
    did: paragraphs(text.did),
    worry: text.worry ? paragraphs(text.worry) : ['（書かれていません）'],
    self: text.self ? selfNames[text.self] : '（書かれていません）',
    advice: facts.advice.map(adviceOf),
    earlier: facts.earlier.map((one) => ({
      text: `${jpDate(tokyoDay(one.startsAt))}　${one.outcome ? outcomeNames[one.outcome] : '—'}`,
      note: reportStateNames[one.state],
      href: `/desk/reports/${one.id}`,
    })),
    dispatchHref: `/desk/dispatches/${facts.dispatchId}`,
    canAdvise: may(actor, 'report.advise', { bodyId: facts.bodyId, coordinatorIds: facts.coordinatorIds }),
    version: facts.version,
    writer: withSan(facts.writer),
  }
}

function timesOf(arrivedAt: Date | null, leftAt: Date | null): string | undefined {
  return arrivedAt && leftAt ? `${jpTime(arrivedAt)}に着き、${jpTime(leftAt)}に出ました` : undefined
}

function sayOutcome(outcome: MyReportFacts['outcome']): string {
  return outcomeChoices.find((one) => one.value === outcome)?.label ?? '—'
}

/** The supporter's own report and what was answered. */
export function presentMyReport(facts: MyReportFacts): MyReportView {
  return {
    id: facts.id,
    title: `${jpDate(tokyoDay(facts.visitAt))}の活動`,
    outcome: sayOutcome(facts.outcome),
    did: paragraphs(facts.did),
    waiting: facts.state === 'submitted' && facts.answerDueOn
      ? `担当が読んでいます。${jpDate(facts.answerDueOn)}ごろまでにお返事します。`
      : null,
    advice: facts.advice.map(adviceOf),
    editHref: facts.state === 'submitted' ? `/my/visits/${facts.visitId}/report` : null,
  }
}

/** Layer 1 for the client. */
export function presentCardReport(facts: CardReportFacts): CardReportView {
  return {
    id: facts.id,
    title: jpDateWithYear(tokyoDay(facts.visitAt)),
    outcome: sayOutcome(facts.outcome),
    did: paragraphs(facts.did),
    people: allWithSan(facts.people),
  }
}
