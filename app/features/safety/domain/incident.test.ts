import { expect, test } from 'vitest'
import { asTokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { callMoment, holdsAtOnce, incidentKinds, incidentStates, nextState, severityOf } from './incident.ts'

test('速報から、続報は何度でも、確報は一度だけ、そのあと閉じる', () => {
  const table = incidentStates.map((state) => [
    state,
    nextState(state, 'addFollowUp'),
    nextState(state, 'addFinal'),
    nextState(state, 'close'),
  ])
  expect(table).toEqual([
    ['firstReport', 'followUp', 'final', null],
    ['followUp', 'followUp', 'final', null],
    ['final', null, null, 'closed'],
    ['closed', null, null, null],
  ])
})

test('まだ危険があるかもしれない種類と、助けを求めたときは、派遣をその場で休みにする', () => {
  const held = incidentKinds.filter((kind) => holdsAtOnce(severityOf(kind)))
  expect(held).toEqual(['illness', 'selfHarm', 'violence'])
  expect(holdsAtOnce('call')).toBe(true)
})

test.each([
  ['00:05', '23:50', '2026-11-20', '23:50'],
  ['00:05', '00:05', '2026-11-21', '00:05'],
  ['00:05', '00:04', '2026-11-21', '00:04'],
  ['10:42', '10:43', '2026-11-20', '10:43'],
])('%sに書いた「%s」の電話は、まだ来ていない時刻にはならない', (now, time, day, at) => {
  const moment = callMoment(time, tokyoInstant(asTokyoDay('2026-11-21'), now))
  expect(moment).toEqual(tokyoInstant(asTokyoDay(day), at))
})
