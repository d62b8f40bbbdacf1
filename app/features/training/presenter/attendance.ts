import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { type AttendanceStatus, attendanceStatuses } from '../domain/types.ts'
import type { AttendanceSheetFacts } from '../facts.ts'
import { attendanceWords, sessionKindWords, sessionNames, sessionTime } from './words.ts'

/** 出席簿 of one session. In an ordinary session everybody was there or not; 補講で済み is said of an absence. */
export function presentSheet({ course, session, rows }: AttendanceSheetFacts, today: TokyoDay) {
  const names = sessionNames(course.sessions)
  const count = (status: AttendanceStatus) => rows.filter((row) => row.status === status).length
  const none = rows.filter((row) => row.status === null).length
  const over = course.state === 'finished' || course.state === 'cancelled'
  return {
    id: session.id,
    version: session.version,
    title: session.day === today ? 'きょうの出席' : `${names.get(session.id)}の出席`,
    chip: `${names.get(session.id)}　${sessionKindWords[session.kind]}`,
    course: { href: `/desk/courses/${course.id}`, title: course.title },
    sub: [sessionTime(session, today), session.place || course.place, course.capacity && `定員${course.capacity}人`, `受講 ${rows.length}人`]
      .filter(Boolean).join('　'),
    summary: [
      ...attendanceStatuses.filter((status) => count(status) > 0).map((status) => `${attendanceWords[status]} ${count(status)}人`),
      `まだ ${none}人`,
    ].join('、'),
    ahead: session.day > today,
    over,
    rows: rows.map((row) => ({
      id: row.applicationId,
      name: row.name,
      note: [row.kana, row.note && `呼び名 ${row.note}`, row.status === null && 'まだ'].filter(Boolean).join('　'),
      legend: `${row.name}さんの出席`,
      value: row.status ?? undefined,
      word: row.status ? attendanceWords[row.status] : 'まだ',
    })),
    options: attendanceStatuses.map((value) => ({ value, label: value === 'madeUp' ? '補講' : attendanceWords[value] })),
  }
}
