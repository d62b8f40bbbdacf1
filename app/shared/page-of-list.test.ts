import { expect, test } from 'vitest'
import { pageOfList } from './page-of-list.ts'

const list = { total: 27, size: 25, address: '/desk/cases' }

test('a page says which lines of the list stand on it', () => {
  expect(pageOfList({ ...list, page: 1 }, 25)).toMatchObject({ from: 1, to: 25 })
  expect(pageOfList({ ...list, page: 2 }, 2)).toMatchObject({ from: 26, to: 27 })
})

test('a page behind the end says that there is nothing', () => {
  expect(pageOfList({ ...list, page: 3 }, 0)).toMatchObject({ from: 0, to: 0, total: 27 })
})
