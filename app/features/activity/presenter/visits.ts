import type { Actor } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { dispatchNo } from '#app/features/dispatch/domain/dispatch-no.ts'
import { emergencyOf, linesOf } from '#app/features/dispatch/domain/plan-text.ts'
import { allWithSan, withSan } from '#app/shared/call-name.ts'
import { jpDate, jpDateTime, jpDateWithYear, jpTime, tokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { checkCancel, visitMoment } from '../domain/visit-lifecycle.ts'
import type { BookingPageFacts, MyVisitFacts, VisitLineFacts } from '../facts/activity.ts'
import { outcomeChoices, outcomeNames, reportStateNames, visitStateNames } from '../messages/activity.ts'
import type { BookingView, MyVisitView, VisitLine } from '../views/activity.ts'

const graceMs = 30 * 60_000
const careful = ['15分たったら、手紙を置いて帰ります。', 'こわい、つらいと思ったら、すぐ帰ってかまいません。']

/** 「12月3日（木）14時〜14時30分」. */
export function spanOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string {
  return `${jpDateTime(startsAt)}〜${jpTime(endsAt)}`
}

/** The visits of a dispatch in words; `bodyId` is the dispatch's. */
export function presentVisits(lines: readonly VisitLineFacts[], actor: Actor, bodyId: string): VisitLine[] {
  return lines.map((line) => {
    const report = line.reports[0]
    return {
      id: line.id,
      day: jpDate(tokyoDay(line.startsAt)),
      time: `${jpTime(line.startsAt)}〜${jpTime(line.endsAt)}`,
      place: line.place || '—',
      people: (allWithSan(line.people) || '—').split(/(?<=、)/),
      state: line.outcome ? `${visitStateNames.held}（${outcomeNames[line.outcome]}）` : stateOf(line),
      signals: signalsOf(line),
      version: line.version,
      canCancel: !checkCancel(line) && may(actor, 'visit.cancel', { bodyId }),
      reportHref: report && report.state !== 'draft' && report.state !== 'void' ? `/desk/reports/${report.id}` : null,
      reportLabel: report ? reportStateNames[report.state] : '—',
    }
  })
}

function stateOf({ state, cancelledBy }: VisitLineFacts): string {
  return state === 'cancelled' && cancelledBy === 'stop' ? '取り消し（ご本人の希望）' : visitStateNames[state]
}

function signalsOf({ arrivedAt, leftAt }: VisitLineFacts): string[] {
  return [...(arrivedAt ? [`${jpTime(arrivedAt)}に着`] : []), ...(leftAt ? [`${jpTime(leftAt)}に出`] : [])]
}

function closedOf(state: string): string | null {
  if (state === 'active') return null
  if (state === 'stopped') return '中止の申し出がありました。新しい予定は入れられません。'
  if (state === 'ended') return 'この派遣は終わっています。新しい予定は入れられません。'
  if (state === 'paused') return 'いまはお休み中です。再開してから、予定を入れられます。'
  return '活動がまだ始まっていません。みなさんの同意がそろい、活動を始めてから、予定を入れられます。'
}

/** The booking page: what was agreed beside the form, insurance beside each name. */
export function presentBooking(facts: BookingPageFacts, today: TokyoDay): BookingView {
  const { period } = facts
  return {
    title: `${facts.callNames[0] ? withSan(facts.callNames[0]) : '—'}の訪問の予定`,
    no: dispatchNo(facts.no.fiscalYear, facts.no.no),
    dispatchHref: `/desk/dispatches/${facts.dispatchId}`,
    period: period ? `${jpDateWithYear(period.from)}〜${jpDateWithYear(period.to)}` : '—',
    frequency: facts.frequency || '—',
    place: facts.place,
    donts: linesOf(facts.donts),
    supporters: facts.supporters.map(({ personId, name, covers }) => ({
      value: personId,
      label: withSan(name),
      note: covers.length > 0
        ? `保険　${covers.map((cover) => `${jpDateWithYear(cover.from)}〜${jpDateWithYear(cover.to)}`).join('、')}`
        : '保険の記録がありません。このままでは予定を入れられません。',
    })),
    coming: facts.coming.map((line) => ({ text: spanOf(line), note: allWithSan(line.people) })),
    closed: closedOf(facts.state),
    firstDay: period && period.from > today ? period.from : '',
  }
}

/** A visit on the supporter's phone: where, with whom, the one button that counts now, whom to call. */
export function presentMyVisit(facts: MyVisitFacts, now: Date): MyVisitView {
  const day = tokyoDay(facts.startsAt)
  const moment = visitMoment(facts, now, day === tokyoDay(now))
  const begun = facts.startsAt <= now
  return {
    id: facts.id,
    over: jpDateWithYear(day),
    when: `${jpTime(facts.startsAt)}から${jpTime(facts.endsAt)}`,
    name: facts.callName && withSan(facts.callName),
    place: facts.where && (facts.where.place || '—'),
    companions: facts.companions.length > 0 ? allWithSan(facts.companions) : null,
    moment,
    arrived: facts.arrivedAt && jpTime(facts.arrivedAt),
    expected: jpTime(new Date(facts.endsAt.getTime() + graceMs)),
    keep: facts.where ? [...linesOf(facts.where.note), ...linesOf(facts.donts), ...careful] : [],
    urgent: [
      { name: 'けが、急な病気、火事', tel: '119', large: true },
      { name: '暴力、事件、こわいとき', tel: '110', large: true },
    ],
    calls: callsOf(facts),
    reportHref: `/my/visits/${facts.id}/report`,
    reportNote: reportNoteOf(facts),
    incidentHref: `/my/visits/${facts.id}/incident`,
    canPassOn: facts.where !== null,
    canReport: begun && facts.state !== 'cancelled' && facts.report?.state !== 'answered',
    outcome: facts.outcome && (outcomeChoices.find((one) => one.value === facts.outcome)?.label ?? null),
    version: facts.version,
    outcomes: outcomeChoices,
    help: facts.desk,
  }
}

/** The body's contact tree; without one, whom the plan names with a number. */
function callsOf({ calls, emergency }: MyVisitFacts): MyVisitView['calls'] {
  if (calls.length > 0) {
    return calls.map((call) => ({ name: call.name, tel: call.phone, note: [call.title, call.hours].filter(Boolean).join('　') }))
  }
  return emergencyOf(emergency).flatMap(({ who, phone, note }) => (phone ? [{ name: who, tel: phone, note: note ?? '' }] : []))
}

function reportNoteOf({ report }: MyVisitFacts): string {
  if (!report || report.state === 'draft') return '書いている途中でも、自動で保存されます'
  return report.state === 'answered' ? '担当から返事があります' : `第${report.no}版を受け取りました。直せます`
}
