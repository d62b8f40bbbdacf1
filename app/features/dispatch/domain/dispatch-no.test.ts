import { expect, it } from 'vitest'
import { dispatchNo, parseDispatchNo } from './dispatch-no.ts'

it('a number is read back from what was printed', () => {
  for (const no of [1, 31, 9_999, 12_345, 99_999]) {
    expect(parseDispatchNo(dispatchNo(2026, no))).toEqual({ fiscalYear: 2026, no })
  }
})

it('full-width typing is the same number', () => {
  const typed = dispatchNo(2026, 31).replace('R8', 'Ｒ８').toLowerCase()
  expect(parseDispatchNo(` ${typed} `)).toEqual({ fiscalYear: 2026, no: 31 })
})

it('one wrong digit is no number', () => {
  const wrong = [...dispatchNo(2026, 31)]
  wrong[8] = '7'
  expect(parseDispatchNo(wrong.join(''))).toBeNull()
  expect(parseDispatchNo('あおぞら')).toBeNull()
})
