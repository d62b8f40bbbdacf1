import { jpDate, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { holdsSeat } from '../domain/application-lifecycle.ts'
import { checkCompletion, counts } from '../domain/completion.ts'
import type { ApplicationRow, CourseFacts } from '../facts.ts'
import { near } from './words.ts'

/** One block of the path; an expected figure is hatched. */
export interface PathBlock {
  name: string
  note: string
  count: number
  expected: boolean
}

/** From application to consent: how many are how far, and how many are expected to get there. */
export function presentPath(course: CourseFacts, rows: ApplicationRow[], today: TokyoDay): PathBlock[] {
  const seated = rows.filter((row) => holdsSeat(row.state))
  const past = course.sessions.filter(
    (session) => session.makesUpFor === null && rows.some((row) => row.attendance.has(session.id)),
  )
  const enough = seated.filter((row) => past.every((session) => !session.required || counts(row.attendance.get(session.id))))
  const over = course.state === 'finished'
  const completed = over
    ? rows.filter((row) => row.state === 'completed')
    : seated.filter((row) => willComplete(course, row))
  const last = course.sessions.at(-1)
  const declined = rows.filter((row) => row.state === 'declined').length
  const left = rows.filter((row) => row.state === 'withdrawn').length
  return [
    { name: '申込み', note: course.applyUntil ? `${near(course.applyUntil, today)}まで` : 'しめきりなし', count: rows.length, expected: false },
    { name: '受講決定', note: `見送り ${declined}・辞退 ${left}`, count: seated.length, expected: false },
    { name: '出席が足りている', note: past.length > 0 ? `ここまでの${past.length}回` : 'これから', count: past.length > 0 ? enough.length : 0, expected: false },
    { name: over ? '修了' : '修了（見込み）', note: over || !last ? '決まりました' : `${jpDate(last.day)}から決められます`, count: completed.length, expected: !over },
    { name: '登録を考えている', note: '申込みのときの気持ち', count: completed.filter((row) => row.registerWish === 'yes').length, expected: true },
  ]
}

/** As things stand: sessions without a record are taken as attended. */
function willComplete(course: CourseFacts, row: ApplicationRow): boolean {
  const record = new Map(row.attendance)
  for (const session of course.sessions) if (!record.has(session.id)) record.set(session.id, 'present')
  return checkCompletion(course, course.sessions, record).completed
}
