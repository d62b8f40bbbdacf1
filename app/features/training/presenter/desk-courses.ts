import { daysBetween, tokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { undecidedStates } from '../domain/application-lifecycle.ts'
import type { CourseListRow } from '../facts.ts'
import { courseStateWords, near } from './words.ts'

/** The list of courses at the desk. */
export function presentCourseList(rows: CourseListRow[], today: TokyoDay) {
  return {
    rows: rows.map((row) => {
      const waiting = undecidedStates.reduce((sum, state) => sum + (row.counts[state] ?? 0), 0)
      const oldest = row.waitingSince[0]
      const accepted = (row.counts.accepted ?? 0) + (row.counts.completed ?? 0) + (row.counts.notCompleted ?? 0)
      const all = Object.values(row.counts).reduce((sum, count) => sum + count, 0)
      return {
        id: row.id,
        href: `/desk/courses/${row.id}`,
        title: row.title,
        state: courseStateWords[row.state],
        chip: row.state === 'open' ? ('now' as const) : row.state === 'finished' ? ('done' as const) : ('plain' as const),
        days: row.firstDay ? (row.firstDay === row.lastDay ? near(row.firstDay, today) : `${near(row.firstDay, today)}〜${near(row.lastDay!, today)}`) : '未定',
        applyUntil: row.applyUntil ? near(row.applyUntil, today) : '—',
        applied: `${all}人`,
        accepted: row.capacity ? `${accepted} / ${row.capacity}人` : `${accepted}人`,
        waiting: waiting === 0 ? 'なし' : `${waiting}人`,
        oldest: oldest ? `${daysBetween(tokyoDay(oldest), today)}日` : '—',
      }
    }),
  }
}
