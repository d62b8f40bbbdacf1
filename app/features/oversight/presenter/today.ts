import type { StaffRole } from '#app/access/actor.ts'
import { allWithSan } from '#app/shared/call-name.ts'
import { daysBetween, jpDate, jpTime, tokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'
import type { DueFacts } from '../facts/due.ts'
import type { TodayFacts, TodayVisit } from '../facts/today.ts'
import { awaitedWords, doneWords, dueTexts } from '../messages.ts'
import type { DueLine, TodayView } from '../views.ts'

function dueLine({ kind, id, count, dueOn, callNames }: DueFacts, today: TokyoDay): DueLine {
  const { text, act, href } = dueTexts[kind]
  const due = dueOn && tokyoDay(dueOn)
  return {
    text,
    note: count > 1 ? `${count}件` : allWithSan(callNames) || null,
    href: href(id),
    act,
    due: due ? (due <= today ? 'きょう' : jpDate(due)) : '—',
  }
}

function visitNote({ arrivedAt, leftAt, startsAt, place }: TodayVisit, now: Date): string {
  if (leftAt) return `${jpTime(leftAt)}に出ました`
  if (arrivedAt) return `${jpTime(arrivedAt)}に着きました`
  return startsAt < now ? '到着の連絡が、まだありません' : place || '予定どおり'
}

function waited(since: Date, today: TokyoDay): string {
  const days = daysBetween(tokyoDay(since), today)
  return days === 0 ? 'きょう届きました' : days === 1 ? 'きのう届きました' : `${days}日たちました`
}

/** The day's work of one hat, and what stands beside it. */
export function presentToday(facts: TodayFacts, role: StaffRole, now: Date): TodayView {
  const today = tokyoDay(now)
  return {
    heading: `${jpDate(today)}の仕事`,
    lines: facts.due.map((line) => dueLine(line, today)),
    awaited: facts.awaited.map((answer, i) => ({
      key: String(i),
      ...awaitedWords[answer.kind],
      about: allWithSan(answer.callNames),
      sent: jpDate(tokyoDay(answer.sentAt)),
      until: answer.dueOn ? jpDate(tokyoDay(answer.dueOn)) : '急がない',
      href: answer.href,
    })),
    visits: facts.visits.map((visit) => ({
      key: visit.id,
      time: jpTime(visit.startsAt),
      who: allWithSan(visit.callNames),
      note: visitNote(visit, now),
      href: `/desk/dispatches/${visit.dispatchId}`,
    })),
    reports: facts.reports.map((report) => ({
      key: report.id,
      label: `${jpDate(tokyoDay(report.submittedAt))}　${allWithSan(report.callNames)}`,
      note: waited(report.submittedAt, today),
      href: `/desk/reports/${report.id}`,
    })),
    sessions: facts.sessions.map((session) => ({
      key: session.id,
      label: session.title || '研修の回',
      note: `${jpDate(tokyoDay(session.startsAt))} ${jpTime(session.startsAt)}から`,
      href: `/desk/sessions/${session.id}`,
    })),
    done: facts.done.map(({ kind, doneAt }, i) => ({
      key: String(i), text: doneWords[kind] ?? 'カードから届いたご希望', note: `${jpDate(tokyoDay(doneAt))}に済み`,
    })),
    beside: role === 'dispatch' || role === 'coordinator' ? 'activity' : role === 'trainer' ? 'training' : null,
  }
}
