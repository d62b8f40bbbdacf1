import { expect, test } from 'vitest'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { checkApply, courseEvents, nextCourseState } from './course-lifecycle.ts'
import { courseStates } from './types.ts'

const table = {
  draft: ['open', null, null, 'cancelled'],
  open: [null, 'closed', 'finished', 'cancelled'],
  closed: [null, null, 'finished', 'cancelled'],
  finished: [null, null, null, null],
  cancelled: [null, null, null, null],
} as const

test.each(courseStates)('研修 %s：すべてのできごとの結果が、表のとおり', (state) => {
  expect(courseEvents.map((event) => nextCourseState(state, event))).toEqual([...table[state]])
})

test.each(courseStates)('研修 %s：募集中のときだけ、申し込める', (state) => {
  const course = { state, applyUntil: asTokyoDay('2026-12-18') }
  expect(checkApply(course, asTokyoDay('2026-12-18'))).toBe(state === 'open' ? null : 'notOpen')
})

test('しめきりの日までは申し込め、次の日からは申し込めない', () => {
  const course = { state: 'open', applyUntil: asTokyoDay('2026-12-18') } as const
  expect(checkApply(course, asTokyoDay('2026-12-18'))).toBe(null)
  expect(checkApply(course, asTokyoDay('2026-12-19'))).toBe('tooLate')
  expect(checkApply({ ...course, applyUntil: null }, asTokyoDay('2027-03-31'))).toBe(null)
})
