import { describe, expect, it } from 'vitest'
import { asTokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { checkBooking, type BookingAsk, type BookingFacts } from './booking.ts'

const day = asTokyoDay('2026-12-03')
const ask: BookingAsk = {
  day, startsAt: tokyoInstant(day, '14:00'), endsAt: tokyoInstant(day, '14:30'), supporterIds: ['a'],
}
const insured = [{ from: asTokyoDay('2026-12-01'), to: asTokyoDay('2027-03-31') }]
const facts: BookingFacts = {
  state: 'active',
  period: { from: asTokyoDay('2026-12-01'), to: asTokyoDay('2027-03-31') },
  now: tokyoInstant(asTokyoDay('2026-11-21'), '10:00'),
  supporters: [
    { personId: 'a', callName: '花さん', covers: insured, busy: [] },
    { personId: 'b', callName: 'じろうさん', covers: insured, busy: [] },
  ],
}
const code = (change: Partial<BookingAsk>, world: Partial<BookingFacts> = {}) =>
  checkBooking({ ...ask, ...change }, { ...facts, ...world })?.code ?? null

describe('N7: booking a visit', () => {
  it('is allowed inside an active dispatch, its agreed period and the insurance', () => {
    expect(checkBooking(ask, facts)).toBeNull()
    expect(code({ supporterIds: ['a', 'b'] })).toBeNull()
  })

  it.each([
    ['preparing', 'visit.notActive'], ['agreed', 'visit.notActive'], ['active', null], ['paused', 'visit.notActive'],
    ['stopped', 'visit.stopped'], ['ended', 'visit.ended'],
  ])('while the dispatch is %s answers %s', (state, expected) => {
    expect(code({}, { state })).toBe(expected)
  })

  it('is refused outside the agreed period, with its days', () => {
    const late = asTokyoDay('2027-04-01')
    const refused = checkBooking({ ...ask, day: late, startsAt: tokyoInstant(late, '14:00'), endsAt: tokyoInstant(late, '15:00') }, facts)
    expect(refused).toEqual({
      code: 'visit.outsidePlan', field: 'day', detail: { from: '2026-12-01', to: '2027-03-31' },
    })
  })

  it('is refused on a day before the insurance, naming the first day that is covered', () => {
    const supporters = [{ personId: 'a', callName: '花さん', busy: [], covers: [{ from: asTokyoDay('2026-12-05'), to: asTokyoDay('2027-03-31') }] }]
    expect(checkBooking(ask, { ...facts, supporters })).toEqual({
      code: 'visit.notInsuredYet', field: 'day', detail: { name: '花さん', from: '2026-12-05' },
    })
    expect(code({}, { supporters: [{ ...supporters[0]!, covers: [] }] })).toBe('visit.notInsured')
  })

  it('is refused when a supporter is somewhere else, but not when one visit begins as the other ends', () => {
    const busy = (from: string, to: string) => [{
      personId: 'a', callName: '花さん', covers: insured,
      busy: [{ startsAt: tokyoInstant(day, from), endsAt: tokyoInstant(day, to) }],
    }]
    expect(code({}, { supporters: busy('14:15', '15:00') })).toBe('visit.overlap')
    expect(code({}, { supporters: busy('13:00', '14:00') })).toBeNull()
    expect(code({}, { supporters: busy('14:30', '15:00') })).toBeNull()
  })

  it('is made before it starts, and has an end within twelve hours', () => {
    expect(code({}, { now: tokyoInstant(day, '14:01') })).toBe('visit.begun')
    expect(code({ endsAt: ask.startsAt })).toBe('visit.reversed')
    expect(code({ endsAt: new Date(ask.startsAt.getTime() + 13 * 3_600_000) })).toBe('visit.tooLong')
  })

  it('needs one or two supporters of this dispatch', () => {
    expect(code({ supporterIds: [] })).toBe('visit.nobody')
    expect(code({ supporterIds: ['a', 'b', 'c'] })).toBe('visit.tooMany')
    expect(code({ supporterIds: ['z'] })).toBe('visit.notTheirs')
  })
})
