import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Door } from '#tests/database/doors.ts'
import { type Chain, makeChains, type Reach } from './rows/chain.ts'
import { withAndWithout } from './rows/control.ts'
import { stopRow } from './rows/stops.ts'
import { adding, openTown, type Town, tried } from './rows/town.ts'

let town: Town

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const named = (door: Door, one: Chain) => door((sql) => sql('select call_name from dispatch_party where id = $1', [one.party]))
const stopped = (one: Chain) => tried(town.client(one), adding('stop_request', stopRow(one)), one.taker)
const ended = (one: Chain) =>
  town.owner.tamper((sql) => sql(`update dispatch set state = 'ended', ended_on = '2026-11-21' where id = $1`, [one.dispatch]))
const nothing = () => Promise.resolve()

const hidden: [when: string, reach: Reach, over: (one: Chain) => Promise<unknown>][] = [
  ['まだ全員が同意していない', 'offered', nothing], ['中止のあとの', 'active', stopped], ['終わったあとの', 'active', ended],
]

describe('N15 ご本人の呼び名は、全員が同意してから、終わるまで', () => {
  it('続いているあいだは、行く人にだけ見える', async () => {
    const [one, other] = await makeChains(town.database, town.ground, 2, 'active')
    expect(await named(town.supporter(one!), one!)).toEqual([{ call_name: 'そら' }])
    expect(await named(town.supporter(other!), one!)).toEqual([])
  })

  it.each(hidden)('壁をはずすと、%s呼び名が見える', async (_when, reach, over) => {
    const one = await town.chain(reach)
    await over(one)
    let seen: unknown[] = []
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'dispatch_party', policies: 'all' }],
      attempt: async () => {
        seen = await named(town.supporter(one), one)
        return 'looked'
      },
      violations: () => Promise.resolve(seen),
    })
    expect(outcome).toEqual({ with: ['looked', 0], without: ['looked', 1] })
  })
})

describe('N15 ほかのサポーターのことと、相談の記録', () => {
  it.each(['roster_entry', 'provision_profile', 'reconfirmation', 'insurance_cover', 'proposal', 'agreement', 'visit_supporter'])(
    '壁をはずすと、ほかのサポーターの %s が見える', async (table) => {
      const [mine, other] = await makeChains(town.database, town.ground, 2, 'active')
      await town.owner.tamper((sql) => sql(...adding('proposal', {
        id: other!.proposal, body_id: other!.taker, request_id: other!.request, person_id: other!.person,
        reconfirmation_id: other!.reconfirmation, state: 'interested', sent_at: '2026-11-21T01:42:00Z',
      })))
      let seen: unknown[] = []
      const outcome = await withAndWithout(town, {
        walls: [{ table, policies: 'all' }],
        attempt: async () => {
          seen = await town.supporter(mine!)((sql) => sql(`select 1 from ${table} where person_id = $1 limit 1`, [other!.person]))
          return 'looked'
        },
        violations: () => Promise.resolve(seen),
      })
      expect(outcome).toEqual({ with: ['looked', 0], without: ['looked', 1] })
    })

  it.each(['support_case', 'case_person', 'case_person_private', 'contact', 'contact_version', 'hearing_sheet', 'hearing_sheet_version', 'dispatch_party_private', 'dispatch_request'])(
    '%s は、たずねることもできない', async (table) => {
      const one = await town.chain('active')
      expect(await tried(town.supporter(one), [`select 1 from ${table} limit 1`])).toBe('42501')
    })
})
