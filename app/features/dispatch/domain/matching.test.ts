import { describe, expect, it } from 'vitest'
import { countExclusions, exclusionOf, exclusions, isMatterOfWish } from './exclusion.ts'
import type { PoolFacts } from './exclusion.ts'
import { byFit, fitOf, matchOf } from './matching.ts'
import type { Match, MatchFacts, MatchWish } from './matching.ts'

const tuesday = { weekday: 2, part: 'afternoon' } as const
const thursday = { weekday: 4, part: 'afternoon' } as const
const monday = { weekday: 1, part: 'morning' } as const

const wish: MatchWish = { area: '北区', step: 3, slots: [tuesday, thursday], peer: 'any' }
const supporter: MatchFacts = {
  areas: ['北区'], slots: [tuesday], steps: [1, 3], peer: null, near: false, free: null, load: 0, monthlyCap: 2,
  cover: { kind: 'now', until: '2027-03-31' },
}
const codes = ({ reasons, cautions }: Match) => ({
  reasons: reasons.map(({ code }) => code), cautions: cautions.map(({ code }) => code),
})

describe('reasons for and against', () => {
  it('names what fits', () => {
    expect(matchOf(wish, supporter)).toEqual({
      reasons: [{ code: 'area' }, { code: 'slots', slots: [tuesday] }, { code: 'step' }],
      cautions: [],
      mayAsk: true,
    })
  })

  it.each([
    ['another area', { areas: ['南区'] }, ['slots', 'step'], ['otherArea']],
    ['no shared time', { slots: [monday] }, ['area', 'step'], ['noSharedSlot']],
    ['no times named: any time', { slots: [] }, ['area', 'anySlot', 'step'], []],
    ['a step not offered', { steps: [1] }, ['area', 'slots'], ['step']],
    ['no steps named: every step', { steps: [] }, ['area', 'slots', 'step'], []],
    ['insured later', { cover: { kind: 'later', from: '2026-12-01' } }, ['area', 'slots', 'step'], ['coverLater']],
    ['not insured', { cover: { kind: 'none' } }, ['area', 'slots', 'step'], ['noCover']],
    ['busy at the only hour', { free: false }, ['area', 'slots', 'step'], ['busy']],
    ['near', { near: true }, ['area', 'slots', 'step'], ['near']],
  ] as const)('%s', (_name, change, reasons, cautions) => {
    expect(codes(matchOf(wish, { ...supporter, ...change } as MatchFacts))).toEqual({ reasons, cautions })
  })

  it.each([
    ['any', true, [], []], ['any', false, [], []], ['any', null, [], []],
    ['yes', true, ['peer'], []], ['yes', false, [], ['notPeer']], ['yes', null, [], ['peerUnknown']],
    ['no', true, [], ['isPeer']], ['no', false, ['notPeer'], []], ['no', null, [], ['peerUnknown']],
  ] as const)('peer wished %s, is %s', (peer, is, reasons, cautions) => {
    const bare: MatchWish = { area: null, step: 9, slots: [], peer }
    const found = codes(matchOf(bare, { ...supporter, steps: [1], peer: is }))
    expect(found.reasons).toEqual(reasons)
    expect(found.cautions.filter((code) => code !== 'step')).toEqual(cautions)
  })

  it('compares nothing that was not wished for', () => {
    expect(codes(matchOf({ area: null, step: 3, slots: [], peer: 'any' }, supporter))).toEqual({
      reasons: ['step'], cautions: [],
    })
  })

  it('says near without a cause and asks to look first', () => {
    const match = matchOf(wish, { ...supporter, near: true })
    expect(match.cautions).toEqual([{ code: 'near' }])
    expect(match.mayAsk).toBe(false)
  })
})

describe('the order of the list', () => {
  const named = (kanaSort: string, change: Partial<MatchFacts>) => {
    const facts = { ...supporter, ...change }
    return { kanaSort, facts, match: matchOf(wish, facts) }
  }

  it('is by wishes met, then the lighter load, then the name; cautions do not count', () => {
    const list = [
      named('エ', { areas: [] }), named('ウ', { load: 2 }), named('イ', { load: 1 }), named('ア', { load: 1, near: true }),
    ]
    expect(byFit(list).map(({ kanaSort }) => kanaSort)).toEqual(['ア', 'イ', 'ウ', 'エ'])
  })
})

describe('from the roster to the candidates', () => {
  const person: PoolFacts = {
    reconfirmation: 'willing', available: true, asked: false, areaFits: true, slotFits: true, stepFits: true,
  }

  it.each([
    [{}, null],
    [{ reconfirmation: null }, 'notReconfirmed'],
    [{ reconfirmation: 'asked' }, 'notReconfirmed'],
    [{ reconfirmation: 'noAnswer', areaFits: false }, 'notReconfirmed'],
    [{ reconfirmation: 'resting', available: false }, 'resting'],
    [{ reconfirmation: 'declined' }, 'declined'],
    [{ available: false, areaFits: false }, 'notAvailable'],
    [{ asked: true, slotFits: false }, 'alreadyAsked'],
    [{ areaFits: false, slotFits: false }, 'otherArea'],
    [{ slotFits: false, stepFits: false }, 'otherSlot'],
    [{ stepFits: false }, 'otherStep'],
  ])('%j: %s', (change, reason) => {
    expect(exclusionOf({ ...person, ...change })).toBe(reason)
  })

  it('counts everybody once and names only reasons that occur', () => {
    const pool = [person, { ...person, available: false }, { ...person, reconfirmation: null, areaFits: false }]
    expect(countExclusions(pool)).toEqual([
      { reason: 'notReconfirmed', count: 1 }, { reason: 'notAvailable', count: 1 },
    ])
  })

  it('only what was wished for can be asked about again', () => {
    expect(exclusions.filter(isMatterOfWish)).toEqual(['otherArea', 'otherSlot', 'otherStep'])
  })
})

describe('what a wish fits', () => {
  it('is told one by one', () => {
    expect(fitOf(wish, supporter)).toEqual({ areaFits: true, slotFits: true, stepFits: true })
    expect(fitOf(wish, { ...supporter, areas: [], slots: [monday], steps: [7] })).toEqual({
      areaFits: false, slotFits: false, stepFits: false,
    })
    expect(fitOf({ ...wish, area: null, slots: [] }, { ...supporter, areas: [], slots: [], steps: [] })).toEqual({
      areaFits: true, slotFits: true, stepFits: true,
    })
  })
})
