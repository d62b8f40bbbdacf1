import { expect, it } from 'vitest'
import { OpenCaseForm } from './case.ts'

const row = { relation: 'self' }
const pathsOf = (typed: unknown) => OpenCaseForm.safeParse(typed).error?.issues.map((issue) => issue.path.join('.'))

it('empty, it names both the household and the person at once', () => {
  expect(pathsOf({ alias: '', people: [row, { relation: 'mother' }] })).toEqual(['alias', 'people.0.callName'])
  expect(pathsOf({ alias: 'あおぞらさん' })).toEqual(['people.0.callName'])
})

it('one member of the household is enough, whoever it is; rows without a name are left out', () => {
  const { people } = OpenCaseForm.parse({ alias: 'あおぞらさん', people: [row, { relation: 'mother', callName: '母' }] })
  expect(people.map(({ callName }) => callName)).toEqual(['母'])
})
