// A case of others is opened with a written reason, for an hour; nobody assigns it to himself instead.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Door } from '#tests/database/doors.ts'
import { adding, openTown, type Town, tried } from './rows/town.ts'
import { writeRows } from './rows/write.ts'

let town: Town
let colleague: { personId: string; door: Door }
let kase: string
let count = 0

const mine = () => town.as.coordinator
const body = () => town.world.coordinator.bodyId
const assignment = (caseId: string, personId: string, change: object = {}) =>
  ({ id: randomUUID(), body_id: body(), case_id: caseId, person_id: personId, starts_on: '2026-11-21', ...change })
const assign = (door: Door, caseId: string, personId: string, change?: object) =>
  tried(door, adding('case_assignment', assignment(caseId, personId, change)))
const contents = (door: Door) => door((sql) => sql('select id from case_person where case_id = $1', [kase]))
const caseRow = (id: string) => ({
  id, body_id: body(), fiscal_year: 2026, no: (count += 1) + 2000, alias: '見本', state: 'open', opened_on: '2026-11-21',
})

beforeAll(async () => {
  town = await openTown()
  const [personId, membershipId] = [randomUUID(), randomUUID()]
  await writeRows(town.database, [
    ['person', { id: personId, display_name: '実川 ひろ' }],
    ['account', { person_id: personId }],
    ['membership', { id: membershipId, person_id: personId, body_id: body(), role: 'coordinator', starts_on: '2026-04-01', ends_on: '2027-03-31' }],
  ])
  colleague = { personId, door: town.doors.staff(personId, membershipId) }
})
afterAll(() => town.close())

beforeEach(async () => {
  kase = randomUUID()
  await writeRows(town.database, [
    ['support_case', caseRow(kase)],
    ['case_assignment', assignment(kase, town.world.coordinator.personId)],
    ['case_person', { id: randomUUID(), body_id: body(), case_id: kase, relation: 'self', call_name: 'そら' }],
  ])
})

describe('N14 担当でない人が、ケースを自分のものにする道', () => {
  it('担当として自分を書き足すことはできず、中身は開かない', async () => {
    expect(await assign(colleague.door, kase, colleague.personId)).toBe('42501')
    expect(await assign(colleague.door, kase, colleague.personId, { is_deputy: true })).toBe('42501')
    expect(await contents(colleague.door)).toEqual([])
  })

  it('担当が終わったケースでも、書いた理由がいる', async () => {
    await town.owner.tamper((sql) => sql('update case_assignment set ended_at = app.now() where case_id = $1', [kase]))
    expect(await assign(colleague.door, kase, colleague.personId)).toBe('42501')
  })

  it('ある担当の行を、自分の名前や別のケースに書きかえることもできない', async () => {
    for (const set of ['person_id = $2', 'case_id = $2', 'is_deputy = true', 'starts_on = starts_on + 1']) {
      const values = set.includes('$2') ? [kase, colleague.personId] : [kase]
      for (const door of [colleague.door, mine()]) {
        expect([set, await tried(door, [`update case_assignment set ${set} where case_id = $1`, values])]).toEqual([set, '42501'])
      }
    }
  })

  it('ほかの人の担当を終わらせることも、終わった担当を戻すこともできない', async () => {
    const live = () => town.owner.query('select 1 from case_assignment where case_id = $1 and ended_at is null', [kase])
    await tried(colleague.door, ['update case_assignment set ended_at = app.now() where case_id = $1', [kase]])
    expect(await live()).toHaveLength(1)
    expect(await tried(mine(), ['update case_assignment set ended_at = app.now() where case_id = $1', [kase]])).toBe('allowed')
    expect(await live()).toHaveLength(0)
    await tried(mine(), ['update case_assignment set ended_at = null where case_id = $1', [kase]])
    expect(await live()).toHaveLength(0)
  })
})

describe('N14 担当になってよい道', () => {
  it('担当は、同じ窓口の人に分けられる', async () => {
    expect(await assign(mine(), kase, colleague.personId, { is_deputy: true })).toBe('allowed')
    expect(await contents(colleague.door)).toHaveLength(1)
  })

  it('ケースを開いた人は、その場で担当になる', async () => {
    const opened = randomUUID()
    const answer = await colleague.door(async (sql) => {
      await sql(...adding('support_case', caseRow(opened)))
      await sql(...adding('case_assignment', assignment(opened, colleague.personId)))
      await sql(`select app.audit('case.open', 'support_case', $1)`, [opened])
      return 'allowed'
    })
    expect(answer).toBe('allowed')
  })
})
