import { expect, test } from 'vitest'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import type { ConsentFacts } from '../views.ts'
import { presentConsents, presentDeskConsent, stageOf } from './desk.ts'
import { isOpenItem, presentItem, presentOwnConsent } from './own.ts'
import { insteadOfSigning, presentChoices, presentPaper, presentSigning } from './signing.ts'

const at = new Date('2026-11-21T01:00:00Z')
const owner = { kind: 'supporter', personId: 'p' } as const

function facts(change: Partial<ConsentFacts> = {}): ConsentFacts {
  return {
    id: 'c', bodyId: 'b', bodyName: 'みどり県', personId: 'p', state: 'explained', version: 1,
    text: {
      no: 1, title: '登録同意書 兼 誓約書', sha256: '0',
      wording: {
        purpose: '目的', promises: ['話しません。'], registered: ['お名前'], addressee: 'みどり県知事',
        contact: { office: '窓口', phone: null, email: null }, retentionYears: 5, coversPlanned: true,
        recipientsAtItem: 2, registeredAtItem: 1,
      },
      items: [{ no: 1, title: '一', text: 'ひとつめ\n二行め' }, { no: 2, title: '二', text: 'ふたつめ' }],
    },
    reads: [], explainedAt: null, chosenAt: null, signedAt: null, method: null, withdrawnAt: null, coversPlanned: false,
    choices: { phone: false, address: false, peer: false, photo: false },
    recipients: [{ id: 'x', name: 'あおば市', status: 'operating' }, { id: 'y', name: 'しらかば町', status: 'planned' }],
    papers: [], documentId: null, desk: null, today: asTokyoDay('2026-11-21'), ...change,
  }
}
const read = { reads: [{ no: 1, at }, { no: 2, at }], explainedAt: at }
const chosen = { ...read, chosenAt: at }
const signed = { ...chosen, state: 'signed', signedAt: at, method: 'drawn' } as const
const paper = { id: 'q', sha256: '0', uploadedAt: at, confirmedAt: null, rejectedAt: null, rejectReason: null }

test('one thing to do next, in every state', () => {
  const next = (change: Partial<ConsentFacts>) => presentOwnConsent(facts(change), [], owner).next
  expect(next({})).toMatchObject({ label: '説明を読む', href: '/my/consent/c/items/1' })
  expect(next({ reads: [{ no: 1, at }] })).toMatchObject({ label: '続きから読む', href: '/my/consent/c/items/2' })
  expect(next(read)).toMatchObject({ href: '/my/consent/c/choices' })
  expect(next(chosen)).toMatchObject({ at: 3, href: '/my/consent/c/sign' })
  expect(next({ ...chosen, papers: [paper] })).toMatchObject({ href: '/my/consent/c/paper' })
  expect(next(signed)).toBeNull()
  expect(next({ ...signed, state: 'withdrawn', withdrawnAt: at })).toBeNull()
  expect(next({ ...signed, state: 'lapsed' })).toBeNull()
})

test('only a signed consent of one\'s own can be withdrawn, and the page says who will be told', () => {
  const holders = [{ name: 'あおば市', releasedOn: asTokyoDay('2026-11-01'), recall: null }]
  expect(presentOwnConsent(facts(signed), holders, owner).withdraw?.told).toContain('あおば市')
  expect(presentOwnConsent(facts(signed), [], owner).withdraw?.told).toContain('まだどこにも')
  expect(presentOwnConsent(facts(signed), [], { kind: 'supporter', personId: 'z' }).withdraw).toBeNull()
  expect(presentOwnConsent(facts(read), [], owner).withdraw).toBeNull()
})

test('the live list stands beside the item that speaks of it, planned municipalities included', () => {
  expect(presentItem(facts(), 1)?.recipients).toBeNull()
  expect(presentItem(facts(), 1)?.paragraphs).toEqual(['ひとつめ', '二行め'])
  expect(presentItem(facts(), 2)?.recipients?.items).toEqual([
    { name: '活動中', value: 'あおば市' },
    { name: 'これから', value: 'しらかば町' },
    { name: '渡さない', value: 'ほかの市町村、会社、学校' },
  ])
  expect(presentItem(facts(), 3)).toBeNull()
  expect(presentItem(facts(), Number.NaN)).toBeNull()
  expect([1, 2].map((no) => isOpenItem(facts(), no))).toEqual([true, false])
})

test('choosing, signing and paper are pages only after everything was read', () => {
  expect([presentChoices(facts(), null), presentSigning(facts()), presentPaper(facts())]).toEqual([null, null, null])
  expect(presentChoices(facts(read), null)?.chosen).toEqual({ phone: [], address: [], peer: [], photo: [] })
  expect(presentSigning(facts(chosen))?.lead).toContain('2つの説明')
  expect(presentSigning(facts(signed))).toBeNull()
  expect(presentPaper(facts({ ...chosen, papers: [paper] }))).toMatchObject({ canSend: false })
  expect(presentPaper(facts({ ...chosen, papers: [{ ...paper, rejectedAt: at, rejectReason: '切れています。' }] })))
    .toMatchObject({ canSend: true, returned: expect.stringContaining('切れています。') as string })
})

test('signing and paper lead back to the choices until they are made', () => {
  expect([presentSigning(facts(read)), presentPaper(facts(read))]).toEqual([null, null])
  expect([facts(), facts(read), facts(signed)].map(insteadOfSigning)).toEqual([
    '/my/consent/c', '/my/consent/c/choices', '/my/consent/c',
  ])
})

test('the desk sees one stage for each consent', () => {
  const row = { id: 'c', explainedAt: at, chosenAt: at, signedAt: null, withdrawnAt: null, paperWaiting: false, registered: false } as const
  expect(stageOf(null)).toBe('notBegun')
  expect(stageOf({ ...row, state: 'explained', explainedAt: null })).toBe('reading')
  expect(stageOf({ ...row, state: 'explained', chosenAt: null })).toBe('choosing')
  expect(stageOf({ ...row, state: 'explained' })).toBe('toSign')
  expect(stageOf({ ...row, state: 'explained', paperWaiting: true })).toBe('paper')
  expect(stageOf({ ...row, state: 'signed' })).toBe('toRegister')
  expect(stageOf({ ...row, state: 'signed', registered: true })).toBe('registered')
  expect(stageOf({ ...row, state: 'withdrawn' })).toBe('withdrawn')
  expect(stageOf({ ...row, state: 'lapsed' })).toBe('withdrawn')
})

test('in the desk\'s list what waits for the desk comes first, and the counts add up', () => {
  const person = { personId: 'p', name: '例', kana: 'レイ', completedOn: asTokyoDay('2026-11-01') }
  const consent = { id: 'c', explainedAt: at, chosenAt: at, signedAt: at, withdrawnAt: null, paperWaiting: false, registered: false }
  const view = presentConsents(
    [{ ...person, consent: null }, { ...person, personId: 'q', kana: 'ワ', consent: { ...consent, state: 'signed' } }], 'x',
  )
  expect(view.rows.map((one) => one.stage)).toEqual(['登録はこれから', '説明はこれから'])
  expect(view.stages.slice(1).reduce((sum, one) => sum + one.count, 0)).toBe(view.stages[0]?.count)
})

test('registration is offered to the roster desk of this body alone, with fields only for what was allowed', () => {
  const seen = { consent: facts({ ...signed, choices: { phone: true, address: false, peer: false, photo: false } }), applicant: null, registered: false }
  const officer = { kind: 'staff', personId: 's', membershipId: 'm', bodyId: 'b', role: 'roster' } as const
  const view = presentDeskConsent(seen, officer, asTokyoDay('2026-11-21'))
  expect(view.register).toMatchObject({ phone: expect.any(String) as string, address: null })
  expect(presentDeskConsent(seen, { ...officer, bodyId: 'z' }, asTokyoDay('2026-11-21')).register).toBeNull()
  expect(presentDeskConsent({ ...seen, registered: true }, officer, asTokyoDay('2026-11-21')).register).toBeNull()
})

test('what would stand on the roster is said while a paper waits, and that it is not settled', () => {
  const officer = { kind: 'staff', personId: 's', membershipId: 'm', bodyId: 'b', role: 'roster' } as const
  const listed = (change: Partial<ConsentFacts>) =>
    presentDeskConsent({ consent: facts(change), applicant: null, registered: false }, officer, asTokyoDay('2026-11-21')).facts[3]
  const choices = { phone: true, address: false, peer: false, photo: false }
  expect(listed(read)?.value).toBe('まだ決まっていません')
  expect(listed({ ...read, papers: [paper] })?.value).toBe('まだ決まっていません')
  expect(listed({ ...chosen, choices, papers: [paper] })).toMatchObject({ value: '電話番号', note: expect.stringContaining('紙を確かめると') as string })
  expect(listed({ ...signed, choices })).toEqual({ name: 'のせるもの', value: '電話番号' })
})

test('a paper that waits is due on the day that its sender was told', () => {
  const officer = { kind: 'staff', personId: 's', membershipId: 'm', bodyId: 'b', role: 'roster' } as const
  const due = (papers: ConsentFacts['papers']) =>
    presentDeskConsent({ consent: facts({ ...read, papers }), applicant: null, registered: false }, officer, asTokyoDay('2026-11-21')).brief.due
  expect(due([])).toBeNull()
  expect(due([{ ...paper, uploadedAt: new Date('2026-11-20T03:00:00Z') }])?.text).toBe('11月23日（月）ごろまでに返事')
  expect(due([paper])?.note).toContain('3日くらい')
  expect(presentSigning(facts(chosen))?.paperNote).toContain('3日くらい')
  expect(presentPaper(facts({ ...chosen, papers: [paper] }))?.waiting?.text).toContain('3日くらい')
})
