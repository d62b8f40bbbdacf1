import { expect, test } from 'vitest'
import { allWithSan, withSan } from './call-name.ts'

test('さんのつく呼び名に、もう一つさんを付けない', () => {
  expect(['花', '花さん', '空様', '海くん', 'りくちゃん'].map(withSan)).toEqual(['花さん', '花さん', '空様', '海くん', 'りくちゃん'])
})

test('何人かの名前は、一人ずつさんを付けて並べ、だれもいなければ何も書かない', () => {
  expect(allWithSan(['花', '空さん', '海'])).toBe('花さん、空さん、海さん')
  expect(allWithSan([])).toBe('')
})
