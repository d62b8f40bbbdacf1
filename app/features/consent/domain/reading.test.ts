import { expect, test } from 'vitest'
import { canOpen, completes, itemAfter, itemBefore, nextUnread } from './reading.ts'

const itemNos = [1, 2, 3]

test('reading begins with the first item and goes on with the first unread one', () => {
  expect(nextUnread({ itemNos, readNos: [] })).toBe(1)
  expect(nextUnread({ itemNos, readNos: [1] })).toBe(2)
  expect(nextUnread({ itemNos, readNos: [1, 2, 3] })).toBeNull()
})

test.each([
  [[], [true, false, false]],
  [[1], [true, true, false]],
  [[1, 2], [true, true, true]],
  [[1, 2, 3], [true, true, true]],
])('with %j read, the items that may be opened are %j', (readNos, expected) => {
  expect(itemNos.map((no) => canOpen({ itemNos, readNos }, no))).toEqual(expected)
})

test('an item that is not in the text is never open', () => {
  expect(canOpen({ itemNos, readNos: [1, 2, 3] }, 4)).toBe(false)
  expect(canOpen({ itemNos, readNos: [] }, 0)).toBe(false)
})

test('only the last unread item completes the reading', () => {
  expect(completes({ itemNos, readNos: [1] }, 2)).toBe(false)
  expect(completes({ itemNos, readNos: [1, 2] }, 3)).toBe(true)
  expect(completes({ itemNos, readNos: [1, 2, 3] }, 2)).toBe(true)
})

test('before the first and after the last there is nothing', () => {
  expect(itemBefore({ itemNos, readNos: [] }, 1)).toBeNull()
  expect(itemBefore({ itemNos, readNos: [] }, 3)).toBe(2)
  expect(itemAfter({ itemNos, readNos: [] }, 1)).toBe(2)
  expect(itemAfter({ itemNos, readNos: [] }, 3)).toBeNull()
  expect(itemAfter({ itemNos, readNos: [] }, 9)).toBeNull()
})
