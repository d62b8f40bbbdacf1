import { expect, test } from 'vitest'
import { differences } from './differences.ts'

function person(personId: string, items = 'area') {
  return { personId, registrationNo: `R8-${personId}`, items }
}

test('added, changed and gone people are told apart', () => {
  const found = differences(
    [person('a'), person('b', 'area'), person('c')],
    [person('b', 'area,phone'), person('c'), person('d')],
  )
  expect(found.added.map((p) => p.personId)).toEqual(['d'])
  expect(found.changed).toEqual([{ person: person('b', 'area,phone'), before: 'area' }])
  expect(found.gone.map((p) => p.personId)).toEqual(['a'])
})

test('the same list twice has no differences', () => {
  const list = [person('a'), person('b')]
  expect(differences(list, list)).toEqual({ added: [], changed: [], gone: [] })
})
