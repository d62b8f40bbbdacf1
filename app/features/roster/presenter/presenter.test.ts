import { expect, test } from 'vitest'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import type { AnswerBoard, GivenProvision, PersonStanding, ProvisionHead, ReceivedProvision } from '../views.ts'
import { presentAnswers, presentThanks } from './answers.ts'
import { presentProvision } from './provisions.ts'
import { presentReceived } from './received.ts'

const day = asTokyoDay
const at = new Date('2026-11-21T01:00:00Z')
const today = day('2026-11-21')
const desk = { kind: 'staff', personId: 's', membershipId: 'm', bodyId: 'x', role: 'dispatch' } as const

const head: ProvisionHead = {
  id: 'v', bodyId: 'b', bodyName: 'みどり県', recipientId: 'x', recipientName: 'あおば市', recipientStatus: 'operating',
  no: '第R8-0001号', purpose: '調整', items: ['area', 'phone', 'peer'], terms: ['一', '二'], state: 'prepared', version: 1,
  preparedOn: today, deliveredAt: null, acceptedAt: null, expiresOn: day('2027-03-31'), documentId: null,
}
const person: PersonStanding = {
  personId: 'p', entryId: 'e', registrationNo: 'R8-TR-00001-9', name: '千葉 花子', kana: 'チバ ハナコ', kanaSort: 'チハ',
  workingName: 'はな', homeArea: 'あおば市', allowed: { phone: true, address: true, peer: false },
  consent: { state: 'signed', coversPlanned: true, names: true },
  entry: { state: 'active', validFrom: day('2026-11-01'), validTo: day('2027-03-31') },
}
const given: GivenProvision = {
  head, people: [{ ...person, recalledAt: null, recallAckAt: null }],
  leftOut: [{ ...person, personId: 'q', consent: null, entry: null }], previous: null, seen: '0'.repeat(64), today,
}

test('the giving page has exactly the columns of the provision, and says who is left out and why', () => {
  const view = presentProvision(given)
  expect(view.columns.map((one) => one.item)).toEqual(['area', 'phone', 'peer'])
  expect(view.people[0]?.cells).toEqual({ area: 'あおば市', phone: '渡す', peer: 'のせない' })
  expect(view.leftOut).toMatchObject([{ reason: '登録の説明・署名がまだ', count: 1, clause: '第3-2(2)イ' }])
  expect(view.deliver).toEqual({ version: 1, seen: '0'.repeat(64) })
})

test('there is nothing to deliver when nobody can be given, and nothing twice', () => {
  expect(presentProvision({ ...given, people: [] })).toMatchObject({ deliver: null, nobody: true })
  const delivered = { ...head, state: 'delivered', deliveredAt: at } as const
  expect(presentProvision({ ...given, head: delivered })).toMatchObject({ deliver: null, canReissue: true })
  expect(presentProvision({ ...given, head: { ...delivered, documentId: 'd' } })).toMatchObject({ canReissue: false, pdf: '/documents/d' })
})

test('what changed since the last provision is named by registration number', () => {
  const previous = { no: '第R8-0000号', deliveredOn: day('2026-08-03'), people: [{ personId: 'z', registrationNo: 'R8-TR-00009-1', items: 'area' }] }
  expect(presentProvision({ ...given, previous }).differences?.lines).toEqual([
    { name: '増えた', value: '1人（R8-TR-00001-9）' },
    { name: '変わった', value: 'ありません' },
    { name: '減った', value: '1人（R8-TR-00009-1）' },
  ])
})

const received: ReceivedProvision & { status: 'operating' | 'planned' } = {
  head: { ...head, state: 'delivered', deliveredAt: at }, people: [], recalls: [], today, status: 'operating',
}

test('before the terms there is a form and no person, afterwards the other way round', () => {
  expect(presentReceived(received, desk)).toMatchObject({ accept: { version: 1 }, isReceived: false, people: [], pdf: null })
  const one = {
    entryId: 'e', personId: 'p', registrationNo: 'R8-TR-00001-9', name: '千葉 花子', kana: 'チバ ハナコ',
    workingName: null, area: 'あおば市', phone: '000-0000-0051', address: null, peer: null, answer: null,
  }
  const accepted = { ...received, head: { ...received.head, state: 'received', acceptedAt: at, documentId: 'd' } as const, people: [one] }
  const view = presentReceived(accepted, desk)
  expect(view).toMatchObject({ accept: null, isReceived: true, pdf: '/documents/d', planning: null })
  expect(view.people[0]?.cells).toEqual({ area: 'あおば市', phone: '000-0000-0051', peer: 'のせない' })
  expect(presentReceived({ ...accepted, status: 'planned' }, desk).planning).toContain('準備中')
})

const board: AnswerBoard = {
  municipality: { id: 'x', name: 'あおば市', status: 'operating' }, areas: ['北区'], toAccept: 0, today,
  rows: [
    { entryId: 'e', personId: 'p', name: '千葉 花子', kana: 'チバ ハナコ', workingName: null, provisionNo: '第R8-0001号', reconfirmation: null },
    {
      entryId: 'f', personId: 'q', name: '例田 花子', kana: 'レイダ ハナコ', workingName: null, provisionNo: '第R8-0001号',
      reconfirmation: {
        id: 'r', version: 2, state: 'willing', askedAt: new Date('2026-11-11T01:00:00Z'), dueOn: day('2026-12-10'), answeredAt: at,
        remindedAt: null, channel: 'link', areas: ['北区'], slots: [{ weekday: 4, part: 'afternoon' }, { weekday: 2, part: 'afternoon' }],
        steps: [1, 6], monthlyCap: null,
      },
    },
  ],
}

test('the board counts who can be chosen and offers to ask the others', () => {
  const view = presentAnswers(board, null)
  expect(view).toMatchObject({ canAsk: true, notAsked: 1, willing: 1, total: 2, planning: null })
  expect(view.rows[1]).toMatchObject({
    selectable: true, age: { when: '11月21日（土）', how: 'リンクから' },
    detail: { where: '北区　火・木の午後　回数は相談', what: 'はがき・手紙を送る、家をたずねる' },
  })
  expect(view.stages.slice(1).reduce((sum, one) => sum + one.count, 0)).toBe(2)
  expect(presentAnswers(board, 'willing').rows).toHaveLength(1)
  expect(presentAnswers(board, 'somethingElse').rows).toHaveLength(2)
})

test('a municipality that only plans cannot ask', () => {
  const planning = { ...board, municipality: { ...board.municipality, status: 'planned' as const } }
  expect(presentAnswers(planning, null)).toMatchObject({ canAsk: false, planning: expect.stringContaining('準備中') as string })
})

test('every answer is thanked for alike, and an invented one says nothing wrong', () => {
  const said = ['willing', 'resting', 'declined', 'x', null].map((answer) => presentThanks(answer).text)
  expect(new Set(said).size).toBe(4)
  expect(said.every((text) => text.includes('受け取りました'))).toBe(true)
})
