import { expect, test } from 'vitest'
import type { Actor } from '#app/shared/actor.ts'
import { asTokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { applicantAnswers } from '../answers.ts'
import { applicationStates, type ApplicationState, attendanceStatuses, courseStates } from '../domain/types.ts'
import type { ApplicationRow, CourseFacts, DeskApplicationFacts, SessionRow } from '../facts.ts'
import { presentSheet } from './attendance.ts'
import { presentApplication } from './desk-application.ts'
import { presentDeskCourse } from './desk-course.ts'
import { presentMyTraining } from './mine.ts'
import { presentDone, presentPublicCourse } from './public.ts'

const today = asTokyoDay('2026-11-21')
const bodyId = 'body'
const trainer: Actor = { kind: 'staff', personId: 't', membershipId: 'm', bodyId, role: 'trainer' }
const rosterOfficer: Actor = { ...trainer, role: 'roster' }
const elsewhere: Actor = { ...trainer, bodyId: 'other' }

function session(id: string, text: string, more: Partial<SessionRow> = {}): SessionRow {
  const day = asTokyoDay(text)
  return {
    id, title: `題${id}`, kind: 'lecture', startsAt: tokyoInstant(day, '13:30'), endsAt: tokyoInstant(day, '16:30'), day,
    place: '会場', required: true, makesUpFor: null, version: 1, ...more,
  }
}

const course: CourseFacts = {
  id: 'c', bodyId, bodyName: 'みどり県', fiscalYear: 2026, title: '研修', summary: '', place: '福祉会館', capacity: 30,
  minSessions: null, state: 'open', applyUntil: asTokyoDay('2026-12-18'), decisionOn: asTokyoDay('2026-12-22'), version: 3,
  sessions: [session('a', '2026-11-21'), session('b', '2027-01-30'), session('m', '2027-03-06', { makesUpFor: 'b', required: false })],
}

function row(state: ApplicationState, more: Partial<ApplicationRow> = {}): ApplicationRow {
  return {
    id: state, receiptFy: 2026, receiptNo: 42, name: '千葉 花子', kana: 'チバ ハナコ', preferredName: null, state,
    confirmedAt: tokyoInstant(today), createdAt: tokyoInstant(asTokyoDay('2026-11-18')), version: 2, attendance: new Map(),
    registerWish: 'later', certificateNo: null, ...more,
  }
}

test('案内のページは、日にちを年の変わり目だけ年から書き、補講を分けて書く', () => {
  const view = presentPublicCourse({ course, guide: null, desk: null }, today)
  expect(view.facts[0]).toEqual({ name: '日にち', lines: ['11月21日（土）', '2027年1月30日（土）'] })
  expect(view.sessions).toHaveLength(2)
  expect(view.makeUp).toBe('出られない回があるときは、2027年3月6日（土）の補講に出られます。')
})

test.each(courseStates)('%s の研修の「申し込む」', (state) => {
  const view = presentPublicCourse({ course: { ...course, state }, guide: null, desk: null }, today)
  expect(view.apply).toBe(state === 'open' ? '/courses/c/apply' : null)
  expect(view.closed === null).toBe(state === 'open')
})

test('控えのページは、番号と、受け取れるようにするメールの名前を書く', () => {
  const receipt = { receiptNo: 'R8-KJ-00042-6', at: tokyoInstant(today, '10:42').toISOString() }
  const view = presentDone({ course, guide: null, desk: null }, receipt, 'yorisoi.example.jp', today)
  expect(view.received).toContain('2026年11月21日（土）10時42分')
  expect(view.steps[1]!.when).toBe('12月22日（火）ごろまで')
  expect(view.mailDomain).toBe('yorisoi.example.jp')
})

test.each(applicationStates)('研修の画面で、%s の申込みは、どこかに一度だけ出る', (state) => {
  const view = presentDeskCourse({ course, applications: [row(state)] }, trainer, today)
  expect(view.waiting.length + view.people.length + view.others.length).toBe(1)
})

test('修了は、最後の回の日に、全員の出席がついてから決められる', () => {
  const attendance = new Map([['a', 'present'], ['b', 'late']] as const)
  const facts = { course, applications: [row('accepted', { attendance })] }
  expect(presentDeskCourse(facts, trainer, today).complete).toMatchObject({ ready: false })
  expect(presentDeskCourse(facts, trainer, asTokyoDay('2027-03-06')).complete).toEqual({ ready: true, why: null })
  const missing = { course, applications: [row('accepted')] }
  expect(presentDeskCourse(missing, trainer, asTokyoDay('2027-03-06')).complete?.why).toContain('1人')
})

test('名簿担当と、ほかの組織の研修担当には、決めるボタンがない', () => {
  const facts = { course: { ...course, state: 'finished' as const }, applications: [row('completed')] }
  expect(presentDeskCourse(facts, trainer, today).issue).toEqual({ count: 1 })
  for (const actor of [rosterOfficer, elsewhere]) {
    expect(presentDeskCourse(facts, actor, today).issue).toBe(null)
    expect(presentDeskCourse({ course, applications: [row('accepted')] }, actor, today).complete).toBe(null)
  }
})

test('必ず出る回を休んだ人は、補講が要ると分かる', () => {
  const attendance = new Map([['a', 'absent']] as const)
  const view = presentDeskCourse({ course, applications: [row('accepted', { attendance })] }, trainer, today)
  expect(view.people[0]).toMatchObject({ signs: '欠　ま', attended: '0 / 2', rule: '第1回の補講が要る' })
})

function application(state: ApplicationState, more: Partial<DeskApplicationFacts['application']> = {}): DeskApplicationFacts {
  const { attendance: _a, registerWish: _r, certificateNo: _c, ...base } = row(state)
  return {
    application: { ...base, bodyId, courseId: 'c', courseTitle: '研修', decidedAt: null, decidedByName: null, declineReason: null, ...more },
    given: { email: 'h@mihon.example.jp', phone: null, address: null, birth: null, care: null, answers: applicantAnswers.parse({}) },
    seats: { capacity: 2, taken: 1 },
    decisionOn: null,
    declineReasons: ['理由。'],
  }
}

test.each(applicationStates)('%s の申込みに、できる返事', (state) => {
  const view = presentApplication(application(state), trainer, today)
  const expected = { submitted: [true, true], waitlisted: [true, false] }[state as string]
  expect(view.decide && [view.decide.accept, view.decide.waitlist]).toEqual(expected ?? null)
  expect(presentApplication(application(state), rosterOfficer, today).decide).toBe(null)
})

test('メールの確かめを待つあいだは見送りだけ、満席のときは順番待ちと見送りだけ', () => {
  const waiting = presentApplication(application('submitted', { confirmedAt: null }), trainer, today)
  expect(waiting.decide).toMatchObject({ accept: false, waitlist: false, waitsForMail: true })
  const full = presentApplication({ ...application('submitted'), seats: { capacity: 2, taken: 2 } }, trainer, today)
  expect(full.decide).toMatchObject({ accept: false, waitlist: true })
})

test.each(applicationStates)('マイページで、%s の申込みは、ふつうの言葉で分かる', (state) => {
  const own = { id: 'x', version: 2, receiptFy: 2026, receiptNo: 1, state, createdAt: new Date(0), declineReason: null, course, attendance: new Map(), certificate: null }
  const view = presentMyTraining({ applications: [own], desk: null }, { kind: 'supporter', personId: 'p' }, today)
  expect(view.applications[0]!.sentence).toMatch(/。$/)
  expect(view.applications[0]!.sentence).not.toMatch(/不合格|失敗|却下|エラー/)
  expect(view.applications[0]!.canWithdraw).toBe(['submitted', 'waitlisted', 'accepted'].includes(state))
})

test('出席簿は、人数を言葉ごとに数える', () => {
  const rows = attendanceStatuses.map((status) => ({ applicationId: status, name: '名', kana: 'ナ', note: null, status }))
  const none = { applicationId: 'n', name: '名', kana: 'ナ', note: null, status: null }
  const view = presentSheet({ course, session: course.sessions[0]!, rows: [...rows, none] }, today)
  expect(view.summary).toBe('出席 1人、遅刻 1人、早退 1人、欠席 1人、補講で済み 1人、まだ 1人')
  expect(view).toMatchObject({ title: 'きょうの出席', ahead: false, over: false })
})
