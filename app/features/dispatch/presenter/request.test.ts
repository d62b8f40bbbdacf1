import { describe, expect, it } from 'vitest'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import type { CardFacts } from '../facts/card.ts'
import type { OwnProposal } from '../facts/proposal.ts'
import type { CandidatesFacts, RequestFacts } from '../facts/request.ts'
import { presentCandidates } from './candidates.ts'
import { presentCardHome } from './card.ts'
import { presentProposal } from './proposal.ts'
import { presentRequests } from './request-list.ts'
import { slotWords } from './request-parts.ts'
import { presentRequest } from './request.ts'

const now = new Date('2026-11-21T01:42:00Z')
const officer = { kind: 'staff', personId: 'o', membershipId: 'm', bodyId: 'aoba', role: 'dispatch' } as const
const coordinator = { ...officer, personId: 'c', role: 'coordinator' } as const
const consent = { id: 'k', partyId: 'p', givenAt: new Date('2026-11-16T01:00:00Z'), method: 'card', withdrawnAt: null, recordedBy: null } as const
const received: RequestFacts = {
  head: {
    id: 'r', bodyId: 'aoba', caseId: 'case', fiscalYear: 2026, no: 31, state: 'received', wish: 'person', ladderMax: 6,
    area: '北区', peer: 'any', receivedAt: new Date('2026-11-09T01:00:00Z'), consentedAt: null, coordinationStartedAt: null,
    stoppedAt: null, version: 1, coordinatorIds: ['c'],
  },
  purpose: 'つながりを一つ持つこと', meeting: null, supporterWish: null, slots: [{ weekday: 4, part: 'afternoon' }], avoidCount: 2,
  parties: [{ id: 'p', kind: 'person', callName: 'あおぞら', consents: [], card: null, rules: [{ name: '留守電', text: '入れない' }] }],
  proposals: [], notes: [], searchedAt: null, dispatch: null, receivedBy: '例田 まこと',
}
const consented: RequestFacts = {
  ...received,
  head: { ...received.head, state: 'consented', consentedAt: consent.givenAt },
  parties: [{ ...received.parties[0]!, consents: [consent] }],
}

describe('the page of a wish', () => {
  it('before the consent refuses the search, names the clause\'s missing thing, and has no button for it', () => {
    const view = presentRequest(received, officer, now)
    expect(view).toMatchObject({ no: 'R8-HK-00031-0', state: '同意待ち', candidatesHref: null, canRecord: true })
    expect(view.refusal!.missing).toBe('ご本人から、調整を始める同意')
    expect(view.steps.map((step) => step.state)).toEqual(['done', 'now', 'wait', 'wait', 'wait'])
    expect(view.rungs.filter((rung) => rung.allowed).map((rung) => rung.label)).toEqual(['はがき・手紙', '家族だけ'])
    expect(view.due).toMatchObject({ text: '11月23日（月）' })
  })

  it('after it opens the way to the candidates, for the officer alone', () => {
    expect(presentRequest(consented, officer, now)).toMatchObject({ refusal: null, candidatesHref: '/desk/requests/r/candidates' })
    expect(presentRequest(consented, coordinator, now)).toMatchObject({ refusal: null, candidatesHref: null, canCancel: false })
    expect(presentRequest(consented, officer, now).rungs.filter((rung) => rung.allowed)).toHaveLength(6)
  })

  it('refuses again once the consent was taken back', () => {
    const withdrawn = { ...consented, parties: [{ ...consented.parties[0]!, consents: [{ ...consent, withdrawnAt: now }] }] }
    const view = presentRequest(withdrawn, officer, now)
    expect(view).toMatchObject({ state: '同意待ち', candidatesHref: null })
    expect(view.history[0]!.text).toContain('同意を取りやめた')
  })

  it('after a stop offers nothing and asks nothing', () => {
    const stopped = { ...consented, head: { ...consented.head, state: 'closed' as const, stoppedAt: now } }
    expect(presentRequest(stopped, officer, now)).toMatchObject({
      due: null, next: null, refusal: null, candidatesHref: null, canRecord: false, canCard: false, canCancel: false, canPrepare: false,
    })
  })

  it('never says what is to be avoided, only that there is something', () => {
    const fact = presentRequest(received, officer, now).facts.find((one) => one.name === '避けたい人・場所')
    expect(fact!.value).toBe('登録あり（2件）')
  })

  it('is nobody\'s business in another body', () => {
    const foreign = { ...officer, bodyId: 'kuromatsu' }
    expect(presentRequest(consented, foreign, now)).toMatchObject({ candidatesHref: null, canCard: false, canRecord: false, caseHref: null })
  })
})

describe('the list of wishes', () => {
  it('says stage, waiting and next step in words', () => {
    const lines = [
      { head: received.head, callNames: ['あおぞら'], consents: 0, openProposals: 0, interested: 0, notes: 0, dispatch: null },
      { head: consented.head, callNames: [], consents: 1, openProposals: 1, interested: 0, notes: 1, dispatch: null },
    ]
    const counts = { all: 2, consent: 1, search: 1, plan: 0, closed: 0 }
    const view = presentRequests({ lines, total: 2, counts }, { stage: 'all', wish: 'person', page: 1, size: 25 }, asTokyoDay('2026-11-21'))
    expect(view.lines[0]).toMatchObject({ stage: '同意待ち', dots: 1, waiting: '12日', next: '同意の説明とお返事' })
    expect(view.lines[1]).toMatchObject({ stage: '候補を探す', waiting: '5日', next: 'ご本人の連絡に答える', name: '—' })
    expect(view.stages[1]!.href).toBe('/desk/requests?stage=consent&wish=person')
  })
})

describe('candidates', () => {
  const facts: CandidatesFacts = {
    request: consented,
    found: {
      received: 3, step: 6, excluded: [{ reason: 'otherArea', count: 1 }, { reason: 'notAvailable', count: 1 }],
      candidates: [{
        reconfirmationId: 'q', name: '花', kanaSort: 'ハナ',
        facts: { areas: ['北区'], slots: [], steps: [], peer: null, near: false, free: null, load: 1, monthlyCap: 2, cover: { kind: 'none' } },
        match: { reasons: [{ code: 'area' }, { code: 'anySlot' }], cautions: [{ code: 'noCover' }], mayAsk: true },
      }],
    },
  }

  it('stand in words, without any score', () => {
    const view = presentCandidates(facts, { wide: false, chosen: [] }, officer, now)
    expect(view.candidates[0]).toMatchObject({ reasons: ['あたりが合う', 'いつでも活動できる'], load: '1件（月に2回まで）', mayAsk: true })
    expect(view.narrowing.map(({ label, count }) => [label, count])).toEqual([
      ['受け取った名簿', 3], ['あたりが合わない', 1], ['いまはお願いできない', 1], ['候補', 1],
    ])
    expect(view).toMatchObject({ preview: null, wideHref: '/desk/requests/r/candidates?wide=1' })
  })

  it('chosen ones are previewed without the client', () => {
    const { preview } = presentCandidates(facts, { wide: false, chosen: ['q', 'unknown'] }, officer, now)
    expect(preview).toMatchObject({ names: ['花さん'], ids: ['q'], dueOn: '2026-12-01' })
    expect(JSON.stringify(preview)).not.toContain('あおぞら')
  })

  it('are not there before the consent', () => {
    const view = presentCandidates({ request: received, found: null }, { wide: false, chosen: [] }, officer, now)
    expect(view).toMatchObject({ candidates: [], mustSearch: true, preview: null })
    expect(view.refusal).not.toBeNull()
  })
})

describe('the supporter\'s question', () => {
  const own: OwnProposal = {
    id: 'x', personId: 's', bodyName: 'あおば市', state: 'sent', area: '北区', ladder: 1, weekday: 4, part: 'afternoon', message: null,
    dueOn: asTokyoDay('2026-12-10'), sentAt: now, answeredAt: null, version: 1, desk: null,
  }
  const supporter = { kind: 'supporter', personId: 's' } as const

  it.each([
    ['sent', true, true], ['interested', false, true], ['declined', false, false], ['lapsed', false, false], ['cancelled', false, false],
  ] as const)('%s: interest %s, decline %s', (state, canInterest, canDecline) => {
    expect(presentProposal({ ...own, state }, supporter)).toMatchObject({ canInterest, canDecline })
  })

  it('names a day and a harmless silence', () => {
    expect(presentProposal(own, supporter).until).toBe('2026年12月10日（木）まで考えられます。お返事がないときは、見送りとして受け取ります。')
    expect(presentProposal(own, { kind: 'supporter', personId: 'other' })).toMatchObject({ canInterest: false, canDecline: false })
  })
})

describe('the client\'s page', () => {
  const card: CardFacts = {
    desk: null, bodyName: 'あおば市', stoppedAt: null, dispatch: null, consentedAt: null, visit: null, promise: null, planWaits: false, supporters: [],
  }
  const notes = (facts: CardFacts) => presentCardHome(facts).notes.map(({ note }) => note)

  it('asks for the consent without hurry, and then says what is going on', () => {
    expect(presentCardHome(card).consent).toMatchObject({ asked: true })
    expect(presentCardHome({ ...card, consentedAt: now }).consent).toMatchObject({ asked: false })
  })

  it('offers what fits the state, the stop apart', () => {
    const visit = { startsAt: new Date('2026-12-03T05:00:00Z'), endsAt: new Date('2026-12-03T05:30:00Z'), place: '玄関の外', supporters: ['花'] }
    expect(notes(card)).toEqual([])
    expect(notes({ ...card, dispatch: 'active' })).toEqual(['otherSupporter', 'rest'])
    expect(notes({ ...card, dispatch: 'active', visit })).toEqual(['otherDay', 'otherSupporter', 'rest'])
    expect(notes({ ...card, dispatch: 'paused' })).toEqual(['resume', 'otherSupporter'])
    expect(presentCardHome({ ...card, dispatch: 'active', visit }).visit).toMatchObject({ day: '12月3日（木）', time: '14時から、30分くらい' })
  })

  it('after a stop shows nothing coming and nobody who can see', () => {
    const view = presentCardHome({ ...card, dispatch: 'stopped', stoppedAt: now, planWaits: true, supporters: ['花'] })
    expect(view).toMatchObject({ visit: null, notes: [], consent: null, planWaits: false })
    expect(view.readers[1]!.text).toBe('今は、だれも見られません。')
  })
})

it('weekdays that are free at the same times stand together, in the order of the week', () => {
  const at = (weekday: number, part: 'morning' | 'afternoon' | 'evening') => ({ weekday, part })
  expect(slotWords([])).toBe('')
  expect(slotWords([at(4, 'afternoon')])).toBe('木曜日の午後')
  expect(slotWords([at(4, 'afternoon'), at(1, 'afternoon'), at(1, 'morning'), at(2, 'afternoon')])).toBe('月曜日の午前・午後、火・木曜日の午後')
})
