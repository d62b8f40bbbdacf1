import { describe, expect, it } from 'vitest'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import type { CaseFacts, CaseHead, ContactFacts } from '../facts.ts'
import { presentCase, presentSealedCase } from './case.ts'
import { presentCases } from './case-list.ts'
import { presentContactDesk, presentHearingDesk } from './desks.ts'

const today = asTokyoDay('2026-11-21')
const actor = { kind: 'staff', personId: 'me', membershipId: 'm', bodyId: 'aoba', role: 'coordinator' } as const
const head: CaseHead = {
  id: 'case', bodyId: 'aoba', alias: 'あおぞらさん', fiscalYear: 2026, no: 3, state: 'open', restricted: false,
  openedOn: today, version: 1, standing: 'assigned', coordinatorIds: ['me'], inCharge: ['例田 まこと'],
}
const call: ContactFacts = {
  id: 'c', heldAt: new Date('2026-11-18T01:10:00Z'), kind: 'consultation', reached: 'talked', minutes: 12,
  methods: ['phone'], partners: ['mother', 'self'], summary: '手紙なら読むと思います', promise: '家には電話しない',
  nextStep: '手紙を送る', nextOn: asTokyoDay('2026-11-25'), recordedBy: '例田 まこと',
}
const facts: CaseFacts = {
  head,
  members: [
    { id: '1', relation: 'self', callName: 'あおぞら', name: '例山 そら', phone: null, address: 'あおば市' },
    { id: '2', relation: 'mother', callName: '母', name: null, phone: null, address: null },
  ],
  rules: [{ code: 'noVoicemail', note: null }, { code: 'callTime', note: '母の携帯だけ' }],
  contacts: [call],
  hearings: [
    { no: 1, dueOn: asTokyoDay('2026-11-01'), heldOn: asTokyoDay('2026-11-01'), state: 's2', recordedBy: '例田 まこと',
      answers: { ownWords: '何も決めたくない', topics: { sleep: '昼と夜が逆' }, support: 3, listeners: '2人' } },
    { no: 2, dueOn: asTokyoDay('2027-02-01'), heldOn: null, state: null, answers: null, recordedBy: null },
  ],
}
const nothing = { entries: [], requests: [] }

describe('the case page', () => {
  const view = presentCase(facts, nothing, null, { actor, today })

  it('says first what is due, what was promised and what comes next', () => {
    expect(view.due).toEqual({ text: '11月25日（水）　手紙を送る', note: '次のヒアリングシートは2月1日（月）まで' })
    expect(view.promised).toEqual({ text: '家には電話しない', note: '11月18日（水）、母・本人と' })
    expect(view.next).toMatchObject({ text: '手紙を送る' })
  })

  it('shows the rules in words and never opens a name', () => {
    expect(view.rules).toEqual([{ name: '留守電', text: '入れない' }, { name: '時間', text: '母の携帯だけ' }])
    expect(view.members).toEqual([
      { text: 'あおぞらさん（本人）', note: '本名・住所は別に保管' }, { text: '母', note: '呼び名だけを聞いています' },
    ])
    expect(JSON.stringify(view)).not.toContain('例山')
  })

  it('has one time line, newest first, that can be narrowed', () => {
    expect(view.entries.map((entry) => entry.label)).toEqual(['電話', 'シート'])
    expect(view.tabs.map(({ label, count }) => [label, count])).toEqual([['すべて', 2], ['連絡', 1], ['シート', 1]])
    expect(presentCase(facts, nothing, 'hearing', { actor, today }).entries).toHaveLength(1)
    expect(presentCase(facts, nothing, 'no such kind', { actor, today }).entries).toHaveLength(2)
  })

  it('places the marks inside the year', () => {
    for (const lane of view.lanes) for (const mark of lane.marks) expect(mark.x).toBeGreaterThanOrEqual(0)
    expect(view.months).toHaveLength(12)
    expect(view.months[0]).toEqual({ label: '12月', x: 0 })
  })

  it('may be written into by those in charge, while it is open', () => {
    expect(view.canRecord).toBe(true)
    const other = { ...actor, personId: 'other' }
    expect(presentCase(facts, nothing, null, { actor: other, today }).canRecord).toBe(false)
    const closed = { ...facts, head: { ...head, state: 'closed' as const } }
    expect(presentCase(closed, nothing, null, { actor, today }).canRecord).toBe(false)
  })

  it('says so when nothing is known', () => {
    const empty = { ...facts, rules: [], contacts: [], hearings: [] }
    const page = presentCase(empty, nothing, null, { actor, today })
    expect(page).toMatchObject({ due: null, promised: null, next: null, entries: [] })
    expect(page.rules[0]!.text).toContain('まだ聞いていません')
  })
})

describe('outside the caseload', () => {
  it('only the head is shown', () => {
    expect(presentSealedCase({ ...head, standing: 'outside' })).toEqual({
      sealed: true, alias: 'あおぞらさん', no: '26-0003', state: '支援中', inCharge: '例田 まこと',
    })
  })

  it('the list has a dash where nothing may be seen', () => {
    const lines = [
      { head: { ...head, standing: 'outside' as const }, hearingDueOn: null, lastContactAt: null },
      { head, hearingDueOn: today, lastContactAt: null },
    ]
    const filter = { state: 'open' as const, number: null, name: null, page: 2 }
    const view = presentCases({ lines, total: 27 }, { filter, typed: '', size: 25 }, { actor, today })
    expect(view).toMatchObject({ total: 27, from: 26, to: 27, address: '/desk/cases' })
    expect(view.lines[0]).toMatchObject({ mine: false, lastContact: '—', hearing: '—', hearingDue: false })
    expect(view.lines[1]).toMatchObject({ mine: true, lastContact: 'まだありません', hearing: 'きょう', hearingDue: true })
    expect(view.canOpen).toBe(true)
  })
})

describe('beside the forms', () => {
  it('stand the promises and the last contacts', () => {
    const view = presentContactDesk({ head, rules: [], recent: [call] }, { savedAt: '14時39分' }, new Date('2026-11-21T01:42:00Z'))
    expect(view).toMatchObject({ today: '2026-11-21', now: '10:42', savedAt: '下書きがあります　14時39分' })
    expect(view.recent[0]!.text).toBe('11月18日（水）　母・本人と電話')
  })

  it('stands the first sheet, in the person\'s own words', () => {
    const view = presentHearingDesk({ head, rules: [], hearings: facts.hearings }, new Date('2026-11-21T01:42:00Z'))
    expect(view).toMatchObject({ sheetNo: 2, first: { ownWords: '何も決めたくない', topics: [{ name: '眠り', text: '昼と夜が逆' }] }, last: null })
    expect(JSON.stringify(view)).not.toContain('②')
  })
})
