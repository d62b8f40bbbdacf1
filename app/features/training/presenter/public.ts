import { fiscalYearLabel } from '#app/shared/fiscal-year.ts'
import type { HelpDesk } from '#app/shared/frame.ts'
import { jpDateWithYear, jpTime, tokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { checkApply } from '../domain/course-lifecycle.ts'
import type { CourseFacts, PublicCourseFacts } from '../facts.ts'
import { dayList, near, sessionKindWords, sessionTime } from './words.ts'

/** The first page: courses that can be applied for. */
export function presentHome(courses: CourseFacts[], desk: HelpDesk | null, today: TokyoDay) {
  return {
    desk,
    courses: courses.map((course) => ({
      id: course.id,
      href: `/courses/${course.id}`,
      title: course.title,
      notes: [
        course.bodyName,
        course.sessions[0] && `${near(course.sessions[0].day, today)}から`,
        course.applyUntil && `しめきり ${near(course.applyUntil, today)}`,
      ].flatMap((note) => note || []),
    })),
  }
}

/** A training page. */
export function presentPublicCourse({ course, guide, desk }: PublicCourseFacts, today: TokyoDay) {
  const ordinary = course.sessions.filter((session) => session.makesUpFor === null)
  const makeUps = course.sessions.filter((session) => session.makesUpFor !== null)
  const refusal = checkApply(course, today)
  return {
    id: course.id,
    over: `${course.bodyName}　${fiscalYearLabel(course.fiscalYear)}`,
    title: course.title,
    summary: course.summary,
    bodyName: course.bodyName,
    facts: [
      { name: '日にち', lines: dayList(ordinary.map((session) => session.day), today) },
      { name: '場所', lines: [course.place] },
      ...(guide ? [{ name: 'お金', lines: [guide.cost] }] : []),
      ...(course.capacity ? [{ name: '人数', lines: [`${course.capacity}人`] }] : []),
      ...(course.applyUntil ? [{ name: 'しめきり', lines: [near(course.applyUntil, today)] }] : []),
    ].filter((fact) => fact.lines.length > 0 && fact.lines[0] !== ''),
    sessionsTitle: `${ordinary.length}回で学ぶこと`,
    sessions: ordinary.map((session, i) => ({
      when: `${i + 1}回目　${session.title}`,
      what: sessionTime(session, today),
      note: [sessionKindWords[session.kind], session.place].filter(Boolean).join('　'),
    })),
    makeUp: makeUps[0]
      ? `出られない回があるときは、${makeUps.map((session) => near(session.day, today)).join('、')}の補講に出られます。`
      : null,
    guide,
    desk,
    apply: refusal ? null : `/courses/${course.id}/apply`,
    closed: refusal ? '申込みの受付は終わりました。次の研修は、はじめのページでお知らせします。' : null,
  }
}

export type PublicCourseView = ReturnType<typeof presentPublicCourse>

/** What the receipt page needs, kept with the visitor's browser when the application was sent. */
export interface Receipt {
  receiptNo: string
  /** ISO instant. */
  at: string
}

/** The page after an application was sent. */
export function presentDone(
  { course, desk }: PublicCourseFacts,
  receipt: Receipt,
  mailDomain: string,
  today: TokyoDay,
) {
  const at = new Date(receipt.at)
  const first = course.sessions[0]
  return {
    desk,
    bodyName: course.bodyName,
    receiptNo: receipt.receiptNo,
    received: `${jpDateWithYear(tokyoDay(at))}${jpTime(at)}に受け取りました。おたずねのときに、この番号をお知らせください。`,
    mailDomain,
    steps: [
      { when: '今日', what: 'メールが届きます。メールにあるページを開くと、申込みが決まります。', done: true },
      {
        when: course.decisionOn ? `${near(course.decisionOn, today)}ごろまで` : 'そのあと',
        what: '参加できるかどうかを、メールでお知らせします。',
        done: false,
      },
      ...(first ? [{ when: near(first.day, today), what: '1回目の研修です。', done: false }] : []),
    ],
  }
}
