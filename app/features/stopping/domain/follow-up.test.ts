import { expect, test } from 'vitest'
import { next, transitions } from './follow-up.ts'

test('あとの連絡は一度だけ済みになり、元に戻らない', () => {
  expect(next('open', 'finish')).toBe('done')
  expect(next('done', 'finish')).toBeNull()
  expect(Object.values(transitions.done)).toEqual([])
})
