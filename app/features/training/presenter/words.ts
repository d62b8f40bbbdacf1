import { dayParts, jpDate, jpDateWithYear, jpTime, tokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'
import type { ApplicationState, AttendanceStatus, CourseState, SessionKind } from '../domain/types.ts'
import type { SessionRow } from '../facts.ts'

export const courseStateWords: Record<CourseState, string> = {
  draft: '準備中', open: '募集中', closed: '募集を終えました', finished: '修了', cancelled: '中止',
}

export const sessionKindWords: Record<SessionKind, string> = {
  lecture: '講義', groupWork: 'グループワーク', practice: '演習',
}

/** At the desk. */
export const applicationStateWords: Record<ApplicationState, string> = {
  submitted: '返事待ち', accepted: '受講', waitlisted: '順番待ち', declined: '見送り', completed: '修了',
  notCompleted: '修了せず', withdrawn: '辞退',
}

export const attendanceWords: Record<AttendanceStatus, string> = {
  present: '出席', late: '遅刻', leftEarly: '早退', absent: '欠席', madeUp: '補講で済み',
}

/** One sign each in the course's table. */
export const attendanceSigns: Record<AttendanceStatus, string> = {
  present: '○', late: '遅', leftEarly: '早', absent: '欠', madeUp: '補',
}

/** A day as it is read: the year only outside this calendar year. */
export function near(day: TokyoDay, today: TokyoDay): string {
  return dayParts(day).year === dayParts(today).year ? jpDate(day) : jpDateWithYear(day)
}

/** Days one below the other, each once: the year where it is new. */
export function dayList(days: readonly TokyoDay[], today: TokyoDay): string[] {
  const each = [...new Set(days)]
  return each.map((day, i) => {
    const before = i === 0 ? today : each[i - 1]!
    return dayParts(day).year === dayParts(before).year ? jpDate(day) : jpDateWithYear(day)
  })
}

/** 「1月16日（土）13時30分〜16時30分」. */
export function sessionTime(session: Pick<SessionRow, 'startsAt' | 'endsAt'>, today: TokyoDay): string {
  return `${near(tokyoDay(session.startsAt), today)}${jpTime(session.startsAt)}〜${jpTime(session.endsAt)}`
}


/** 「第2回」, make-up sessions 「補講」. */
export function sessionNames(sessions: readonly SessionRow[]): Map<string, string> {
  let no = 0
  const names = sessions.map((session): [string, string] => [
    session.id,
    session.makesUpFor ? '補講' : `第${(no += 1)}回`,
  ])
  return new Map(names)
}
