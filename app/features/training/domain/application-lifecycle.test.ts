import { expect, test } from 'vitest'
import { applicationEvents, holdsSeat, nextState, openStates, undecidedStates } from './application-lifecycle.ts'
import { applicationStates } from './types.ts'

const table = {
  submitted: ['accepted', 'waitlisted', 'declined', null, null, 'withdrawn'],
  accepted: [null, null, null, 'completed', 'notCompleted', 'withdrawn'],
  waitlisted: ['accepted', null, 'declined', null, null, 'withdrawn'],
  declined: [null, null, null, null, null, null],
  completed: [null, null, null, null, null, null],
  notCompleted: [null, null, null, null, null, null],
  withdrawn: [null, null, null, null, null, null],
} as const

test.each(applicationStates)('申込 %s：すべてのできごとの結果が、表のとおり', (state) => {
  expect(applicationEvents.map((event) => nextState(state, event))).toEqual([...table[state]])
})

test('まだ動く申込と、返事を待っている申込', () => {
  expect(openStates).toEqual(['submitted', 'waitlisted', 'accepted'])
  expect(undecidedStates).toEqual(['submitted', 'waitlisted'])
})

test('席を使っているのは、受講が決まった人だけ', () => {
  expect(applicationStates.filter(holdsSeat)).toEqual(['accepted', 'completed', 'notCompleted'])
})
