import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffRole } from '#app/shared/actor.ts'
import { type FullBody, fullBody } from './rows/body.ts'
import { withAndWithout } from './rows/control.ts'
import { openTown, type Town } from './rows/town.ts'

let town: Town
let ours: FullBody
let theirs: FullBody

beforeAll(async () => {
  town = await openTown()
  ours = await fullBody(town, 'こちら市')
  theirs = await fullBody(town, 'あちら市')
})
afterAll(() => town.close())

const looks: [StaffRole, string][] = [
  ['trainer', 'application'], ['roster', 'roster_entry'], ['coordinator', 'support_case'], ['coordinator', 'case_person'],
  ['dispatch', 'dispatch_request'], ['dispatch', 'dispatch_party_private'], ['dispatch', 'visit'], ['dispatch', 'report'],
]

describe('N14 壁をはずすと、同じことをしただけで破れる', () => {
  it.each(looks)('%s の役割で、ほかの団体の %s が見える', async (role, table) => {
    let seen: unknown[] = []
    const outcome = await withAndWithout(town, {
      walls: [{ table, policies: 'all' }],
      attempt: async () => {
        seen = await ours.as[role]((sql) => sql(`select 1 from ${table} where body_id = $1 limit 1`, [theirs.id]))
        return 'looked'
      },
      violations: () => Promise.resolve(seen),
    })
    expect(outcome).toEqual({ with: ['looked', 0], without: ['looked', 1] })
  })

  it('ほかの団体の親に、子の行がぶら下がる', async () => {
    const id = randomUUID()
    const constraint = 'dispatch_party_request_id_body_id_fkey'
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'dispatch_party', constraint }],
      attempt: () => town.put('dispatch_party', { id, body_id: ours.id, request_id: theirs.chain.request, kind: 'family', call_name: '母' }),
      violations: () => town.owner.query(
        'select p.id from dispatch_party p join dispatch_request r on r.id = p.request_id where p.id = $1 and p.body_id <> r.body_id', [id]),
    })
    expect(outcome).toEqual({ with: [`23503 ${constraint}`, 0], without: ['allowed', 1] })
  })
})
