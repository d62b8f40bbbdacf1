import { expect, test } from 'vitest'
import { handedInOf } from './report.ts'

const whole = { outcome: 'met', arrived: '14:00', left: '15:00', did: '手紙を読みました', worry: '', self: '', cost: '' }

test('a whole draft is the report', () => {
  expect(handedInOf(whole, null)).toMatchObject({ ok: true, value: { did: '手紙を読みました', worry: null } })
  expect(handedInOf(whole, { state: 'submitted' })).toMatchObject({ ok: true, value: { outcome: 'met' } })
})

test('sent twice, there is nothing more to hand in', () => {
  expect(handedInOf(null, { state: 'submitted' })).toEqual({ ok: true, value: null })
})

test.each([[null, null], [null, { state: 'draft' }], [{ ...whole, did: '' }, null]])('what is not whole is not handed in: %j, %j', (draft, report) => {
  expect(handedInOf(draft, report)).toMatchObject({ ok: false, refusal: { code: 'report.incomplete' } })
})
