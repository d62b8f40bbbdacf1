import { describe, expect, it } from 'vitest'
import { checkCancel, nextVisitState, visitEvents, visitMoment, visitStates, type VisitClock } from './visit-lifecycle.ts'

const startsAt = new Date('2026-12-03T05:00:00Z')
const visit: VisitClock = { state: 'scheduled', startsAt, arrivedAt: null, leftAt: null }

describe('a visit', () => {
  it('moves exactly as the table says', () => {
    const moves = visitStates.flatMap((state) =>
      visitEvents.map((event) => `${state} -${event}-> ${nextVisitState(state, event) ?? 'no'}`),
    )
    expect(moves.filter((move) => !move.endsWith('no'))).toEqual([
      'scheduled -hold-> held', 'scheduled -cancel-> cancelled',
    ])
  })

  it('N8: a cancelled visit never comes back', () => {
    for (const event of visitEvents) expect(nextVisitState('cancelled', event)).toBeNull()
  })
})

describe('the big button of the visit page', () => {
  it('waits until one hour before the start', () => {
    expect(visitMoment(visit, new Date('2026-12-02T05:00:00Z'), false)).toBe('before')
    expect(visitMoment(visit, new Date('2026-12-03T03:59:59Z'), true)).toBe('early')
    expect(visitMoment(visit, new Date('2026-12-03T04:00:00Z'), true)).toBe('ready')
    expect(visitMoment(visit, new Date('2026-12-03T09:00:00Z'), true)).toBe('ready')
  })

  it('goes from arriving to leaving to the report', () => {
    const now = new Date('2026-12-03T05:10:00Z')
    expect(visitMoment({ ...visit, arrivedAt: now }, now, true)).toBe('inside')
    expect(visitMoment({ ...visit, arrivedAt: now, leftAt: now }, now, true)).toBe('left')
    expect(visitMoment({ ...visit, state: 'held' }, now, true)).toBe('held')
  })

  it('is gone once the visit is cancelled, whatever was pressed before', () => {
    const now = new Date('2026-12-03T05:10:00Z')
    expect(visitMoment({ ...visit, state: 'cancelled', arrivedAt: now }, now, true)).toBe('cancelled')
  })
})

describe('calling off', () => {
  it('is for a visit that is planned and where nobody has arrived', () => {
    expect(checkCancel({ state: 'scheduled', arrivedAt: null })).toBeNull()
    expect(checkCancel({ state: 'scheduled', arrivedAt: startsAt })).toBe('visit.arrived')
    expect(checkCancel({ state: 'held', arrivedAt: startsAt })).toBe('visit.done')
    expect(checkCancel({ state: 'cancelled', arrivedAt: null })).toBe('visit.cancelled')
  })
})
