import { may } from '#app/access/policy.ts'
import type { Actor } from '#app/shared/actor.ts'
import { receiptNo } from '#app/shared/receipt-no.ts'
import { daysBetween, tokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { holdsSeat, undecidedStates } from '../domain/application-lifecycle.ts'
import { checkCompletion, type CompletionVerdict } from '../domain/completion.ts'
import { nextCourseState } from '../domain/course-lifecycle.ts'
import { certificateNo } from '../certificate.ts'
import type { ApplicationRow, CourseFacts, DeskCourseFacts } from '../facts.ts'
import { presentPath } from './path.ts'
import { applicationStateWords, attendanceSigns, courseStateWords, near, sessionKindWords, sessionNames, sessionTime } from './words.ts'

function verdictOf(course: CourseFacts, row: ApplicationRow): CompletionVerdict {
  return checkCompletion(course, course.sessions, row.attendance)
}

function ruleWords(course: CourseFacts, row: ApplicationRow): string {
  if (row.certificateNo) return certificateNo(row.certificateNo.fiscalYear, row.certificateNo.no)
  if (row.state === 'completed') return '修了（証書はまだ）'
  if (row.state === 'notCompleted') return '修了せず'
  const verdict = verdictOf(course, row)
  const names = sessionNames(course.sessions)
  const missed = verdict.missingRequired.filter((id) => row.attendance.get(id) === 'absent')
  if (missed.length > 0) return `${missed.map((id) => names.get(id)).join('・')}の補講が要る`
  if (verdict.unrecorded.length === 0) return verdict.completed ? '足りている' : `あと${verdict.needed - verdict.attended}回`
  return verdict.attended === 0 ? 'これから' : `見込み（${verdict.attended} / ${verdict.needed}回）`
}

function presentPerson(course: CourseFacts, row: ApplicationRow) {
  const ordinary = course.sessions.filter((session) => session.makesUpFor === null)
  const signs = course.sessions.map((session) => {
    const status = row.attendance.get(session.id)
    return status ? attendanceSigns[status] : session.makesUpFor ? '' : 'ま'
  })
  return {
    id: row.id,
    href: `/desk/applications/${row.id}`,
    receipt: receiptNo(row.receiptFy, 'KJ', row.receiptNo),
    name: row.name,
    kana: row.kana,
    signs: signs.filter(Boolean).join('　'),
    attended: `${verdictOf(course, row).attended} / ${ordinary.length}`,
    rule: ruleWords(course, row),
  }
}

function presentWaiting(row: ApplicationRow, today: TokyoDay) {
  return {
    id: row.id,
    href: `/desk/applications/${row.id}`,
    receipt: receiptNo(row.receiptFy, 'KJ', row.receiptNo),
    name: row.name,
    kana: row.kana,
    state: row.confirmedAt ? applicationStateWords[row.state] : 'メールの確認待ち',
    received: near(tokyoDay(row.createdAt), today),
    age: `${daysBetween(tokyoDay(row.createdAt), today)}日`,
  }
}

function ruleSentence(course: CourseFacts): string {
  const ordinary = course.sessions.filter((session) => session.makesUpFor === null)
  const names = sessionNames(course.sessions)
  const required = ordinary.filter((session) => session.required).map((session) => names.get(session.id))
  const count = course.minSessions && course.minSessions < ordinary.length
    ? `全${ordinary.length}回のうち${course.minSessions}回以上`
    : `全${ordinary.length}回`
  const all = required.length === ordinary.length
  return `${count}に出席すること。${required.length > 0 && !all ? `${required.join('・')}は必ず。` : ''}遅刻と早退は出席と数え、欠席は補講で満たせます。`
}

/** One course at the desk. */
export function presentDeskCourse({ course, applications }: DeskCourseFacts, actor: Actor, today: TokyoDay) {
  const subject = { bodyId: course.bodyId }
  const names = sessionNames(course.sessions)
  const seated = applications.filter((row) => holdsSeat(row.state))
  const waiting = applications.filter((row) => undecidedStates.includes(row.state))
  const past = course.sessions.filter((session) => session.day <= today)
  const unrecorded = seated.filter((row) => past.some((one) => one.makesUpFor === null && !row.attendance.has(one.id)))
  const ready = course.sessions.length > 0 && past.length === course.sessions.length && unrecorded.length === 0
  const without = applications.filter((row) => row.state === 'completed' && !row.certificateNo).length
  const canComplete = nextCourseState(course.state, 'finish') !== null && may(actor, 'course.complete', subject)
  const next = course.sessions.find((session) => session.day >= today)
  return {
    id: course.id,
    version: course.version,
    title: course.title,
    state: courseStateWords[course.state],
    chip: course.state === 'finished' ? ('done' as const) : ('now' as const),
    sub: [course.place, course.capacity ? `定員${course.capacity}人` : '定員なし', `受講 ${seated.length}人`].filter(Boolean).join('　'),
    brief: {
      due: course.state === 'finished' ? null : next
        ? { text: `${near(next.day, today)}　${names.get(next.id)}`, note: next.title }
        : null,
      promised: course.decisionOn && waiting.length > 0
        ? { text: `${near(course.decisionOn, today)}ごろまでに、申込みの返事をする`, note: '申込みの控えのページで' }
        : null,
      next: nextStep({ waiting: waiting.filter((row) => row.confirmedAt).length, unrecorded: unrecorded.length, ready: ready && seated.length > 0, without, course }),
    },
    path: presentPath(course, applications, today),
    rule: ruleSentence(course),
    waiting: waiting.map((row) => presentWaiting(row, today)),
    people: seated.map((row) => presentPerson(course, row)),
    others: applications
      .filter((row) => row.state === 'declined' || row.state === 'withdrawn')
      .map((row) => ({ ...presentWaiting(row, today), state: applicationStateWords[row.state] })),
    sessions: course.sessions.map((session) => ({
      id: session.id,
      href: session.day <= today && may(actor, 'attendance.record', subject) ? `/desk/sessions/${session.id}` : null,
      hrefLabel: course.state === 'finished' ? '出席を見る' : '出席をつける',
      no: names.get(session.id)!,
      isToday: session.day === today,
      when: sessionTime(session, today),
      what: `${session.title}（${sessionKindWords[session.kind]}）`,
      place: session.place || '—',
      required: session.required ? '必須' : '—',
      attended: session.day > today ? 'まだ' : `${seated.filter((row) => row.attendance.has(session.id) && row.attendance.get(session.id) !== 'absent').length} / ${seated.length}`,
    })),
    complete: canComplete && seated.length > 0
      ? { ready, why: ready ? null : notReadySentence(past.length === course.sessions.length, unrecorded.length) }
      : null,
    issue: course.state === 'finished' && without > 0 && may(actor, 'certificate.issue', subject) ? { count: without } : null,
    todayHref: course.state === 'finished' || (canComplete && ready) ? null : course.sessions.filter((one) => one.day === today).map((one) => `/desk/sessions/${one.id}`)[0] ?? null,
  }
}
export type DeskCourseView = ReturnType<typeof presentDeskCourse>

function notReadySentence(allPast: boolean, unrecorded: number): string {
  if (!allPast) return '最後の回の日から、修了を決められます。'
  return `出席の記録がない方が${unrecorded}人います。先に、全員の出席をつけてください。`
}

interface Standing {
  waiting: number
  unrecorded: number
  ready: boolean
  without: number
  course: CourseFacts
}

function nextStep({ waiting, unrecorded, ready, without, course }: Standing): { text: string } | null {
  if (waiting > 0) return { text: `申込み${waiting}人に返事をする` }
  if (course.state === 'finished') return without > 0 ? { text: `${without}人に修了証書を出す` } : null
  if (unrecorded > 0) return { text: `${unrecorded}人の出席をつける` }
  return ready ? { text: '修了を決める' } : null
}
