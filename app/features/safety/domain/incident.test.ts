import { expect, test } from 'vitest'
import { holdsAtOnce, incidentKinds, incidentStates, nextState, severityOf } from './incident.ts'

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
