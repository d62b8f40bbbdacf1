// Between the client's word and its effect stands nobody: the effect hangs on the row of the word. That it is whole is
// told by N8; here, that it is these walls which have it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chain, makeChains } from './rows/chain.ts'
import { withAndWithout } from './rows/control.ts'
import { stopRow } from './rows/stops.ts'
import { adding, openTown, type Town, tried } from './rows/town.ts'

let town: Town

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

/** Half past two in the morning of a holiday. */
const night = new Date('2026-11-22T17:30:00Z')

/** The client of one chain after the other writes the row of a word, by the card; the first before the wall. */
function pressing(chains: Chain[], statement: (one: Chain) => [text: string, values: unknown[]]) {
  const waiting = [...chains]
  return () => {
    const one = waiting.shift()!
    return tried(town.client(one), statement(one), one.taker)
  }
}

describe('N9 壁をはずすと、ことばだけが残る', () => {
  it.each([
    { table: 'stop_request', trigger: 'stop_effect' }, { table: 'dispatch_request', trigger: 'stop_cascade' }, { table: 'dispatch', trigger: 'stop_cascade' },
  ])('中止: $table の $trigger', async (wall) => {
    const chains = await makeChains(town.database, town.ground, 2, 'active')
    await town.goTo(night)
    const outcome = await withAndWithout(town, {
      walls: [wall],
      attempt: pressing(chains, (one) => adding('stop_request', stopRow(one))),
      violations: () => town.owner.query(
        `select s.id from stop_request s join dispatch d on d.request_id = s.request_id
          where s.request_id = any ($1) and (d.state = 'active' or exists (
            select 1 from visit v where v.dispatch_id = d.id and v.state = 'scheduled'))`, [chains.map((one) => one.request)]),
    })
    expect(outcome).toEqual({ with: ['allowed', 0], without: ['allowed', 1] })
  })

  it('二度目の言葉は、二つ目の仕事にならない', async () => {
    const chains = await makeChains(town.database, town.ground, 2, 'active')
    const press = pressing(chains.flatMap((one) => [one, one]), (one) => adding('stop_request', stopRow(one)))
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'stop_request', trigger: 'g05_once' }],
      attempt: async () => {
        await press()
        return press()
      },
      violations: () => town.owner.query(
        `select request_id from task where request_id = any ($1) and kind = 'stop.followUp' group by request_id having count(*) > 1`,
        [chains.map((one) => one.request)]),
    })
    expect(outcome).toEqual({ with: ['allowed', 0], without: ['allowed', 1] })
  })

  it('調整の同意の取りやめ', async () => {
    const chains = await makeChains(town.database, town.ground, 2, 'consented')
    for (const one of chains) {
      await town.put('proposal', {
        id: randomUUID(), body_id: one.taker, request_id: one.request, person_id: one.person, reconfirmation_id: one.reconfirmation,
        state: 'sent', sent_at: '2026-11-21T01:42:00Z',
      })
    }
    await town.goTo(night)
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'coordination_consent', trigger: 'coordination_withdrawn' }],
      attempt: pressing(chains, (one) => ['update coordination_consent set withdrawn_at = app.now() where id = $1', [one.coordination]]),
      violations: () => town.owner.query(
        `select p.id from proposal p join coordination_consent c on c.request_id = p.request_id
          where p.state = 'sent' and c.withdrawn_at is not null and p.request_id = any ($1)`, [chains.map((one) => one.request)]),
    })
    expect(outcome).toEqual({ with: ['allowed', 0], without: ['allowed', 1] })
  })

  it('調整への同意', async () => {
    const chains = await makeChains(town.database, town.ground, 2, 'consented')
    await town.owner.tamper(async (sql) => {
      for (const one of chains) {
        await sql('delete from coordination_consent where id = $1', [one.coordination])
        await sql(`update dispatch_request set state = 'received', consented_at = null, coordination_started_at = null where id = $1`, [one.request])
      }
    })
    await town.goTo(night)
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'coordination_consent', trigger: 'coordination_given' }],
      attempt: pressing(chains, (one) => adding('coordination_consent', {
        id: one.coordination, body_id: one.taker, request_id: one.request, party_id: one.party, given_at: night, method: 'card',
      })),
      violations: () => town.owner.query(
        `select r.id from dispatch_request r join coordination_consent c on c.request_id = r.id
          where r.id = any ($1) and r.state = 'received'`, [chains.map((one) => one.request)]),
    })
    expect(outcome).toEqual({ with: ['allowed', 0], without: ['allowed', 1] })
  })
})
