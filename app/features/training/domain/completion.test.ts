import { expect, test } from 'vitest'
import { checkCompletion, counts } from './completion.ts'
import { type AttendanceStatus, attendanceStatuses, type SessionFacts } from './types.ts'

const first: SessionFacts = { id: 'a', required: false, makesUpFor: null }
const practice: SessionFacts = { id: 'b', required: true, makesUpFor: null }
const third: SessionFacts = { id: 'c', required: false, makesUpFor: null }
const makeUp: SessionFacts = { id: 'm', required: false, makesUpFor: 'b' }
const sessions = [first, practice, third, makeUp]

function attended(record: Record<string, AttendanceStatus>) {
  return new Map(Object.entries(record))
}

test.each(attendanceStatuses)('必ず出る回が %s のとき', (status) => {
  const verdict = checkCompletion({ minSessions: 2 }, sessions, attended({ a: 'present', b: status, c: 'present' }))
  expect(verdict.completed).toBe(status !== 'absent')
  expect(counts(status)).toBe(status !== 'absent')
})

test('全部に出れば修了で、回数の決まりがなければ、一回でも欠けると修了しない', () => {
  const all = attended({ a: 'present', b: 'late', c: 'leftEarly' })
  expect(checkCompletion({ minSessions: null }, sessions, all)).toMatchObject({ completed: true, attended: 3, needed: 3 })
  const missed = attended({ a: 'absent', b: 'present', c: 'present' })
  expect(checkCompletion({ minSessions: null }, sessions, missed).completed).toBe(false)
  expect(checkCompletion({ minSessions: 2 }, sessions, missed).completed).toBe(true)
})

test('回数が足りていても、必ず出る回を休むと修了しない', () => {
  const verdict = checkCompletion({ minSessions: 2 }, sessions, attended({ a: 'present', b: 'absent', c: 'present' }))
  expect(verdict).toMatchObject({ completed: false, attended: 2, missingRequired: ['b'] })
})

test('補講に出ると、休んだ回が満たされる', () => {
  const record = attended({ a: 'present', b: 'absent', c: 'present', m: 'present' })
  expect(checkCompletion({ minSessions: null }, sessions, record).completed).toBe(true)
})

test('補講だけの出席は、回数を増やさない', () => {
  const record = attended({ b: 'present', m: 'present' })
  expect(checkCompletion({ minSessions: 2 }, sessions, record)).toMatchObject({ completed: false, attended: 1 })
})

test('記録のない回は、出席と数えず、まだと言う', () => {
  const verdict = checkCompletion({ minSessions: 2 }, sessions, attended({ a: 'present', b: 'present' }))
  expect(verdict).toMatchObject({ completed: true, unrecorded: ['c'] })
})

test('決まりの回数が回の数より多くても、全部に出れば修了する', () => {
  const record = attended({ a: 'present', b: 'present', c: 'madeUp' })
  expect(checkCompletion({ minSessions: 9 }, sessions, record)).toMatchObject({ completed: true, needed: 3 })
})

test('回が一つもない研修は、だれも修了しない', () => {
  expect(checkCompletion({ minSessions: null }, [], new Map()).completed).toBe(false)
})
