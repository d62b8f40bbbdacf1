import { expect, test } from 'vitest'
import { hasSeat, possibleAnswers, seatsLeft } from './seats.ts'

test.each([
  [null, 0, true, null],
  [null, 1000, true, null],
  [2, 0, true, 2],
  [2, 1, true, 1],
  [2, 2, false, 0],
  [2, 3, false, 0],
])('定員 %s 人に %s 人が決まっているとき', (capacity, taken, has, left) => {
  expect(hasSeat({ capacity, taken })).toBe(has)
  expect(seatsLeft({ capacity, taken })).toBe(left)
})

test('席がなければ、受け入れるという返事はできず、待ってもらうことができる', () => {
  expect(possibleAnswers({ capacity: 1, taken: 1 })).toEqual(['waitlist', 'decline'])
  expect(possibleAnswers({ capacity: 1, taken: 0 })).toEqual(['accept', 'waitlist', 'decline'])
})
