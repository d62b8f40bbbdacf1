import { type Door, doorsOf } from '#tests/database/doors.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import type { StaffKey } from '#tests/factories/world-facts.ts'
import type { Owner } from '#tests/setup/database.ts'
import { type Chain, type Ground, makeChain, makeGround, type Reach } from './chain.ts'
import { said } from './said.ts'
import type { Row } from './write.ts'

/** The made-up world with doors in SQL alone beside the application's own, and chains to try things on. */
export interface Town extends Stage {
  owner: Owner
  /** みどり県 has given its roster to あおば市. */
  ground: Ground
  as: Record<StaffKey, Door>
  doors: ReturnType<typeof doorsOf>
  /** A new chain of みどり県 and あおば市 that has come so far. */
  chain(reach: Reach): Promise<Chain>
  /** What the database says to the owner of the tables, whom no policy or grant holds. */
  told(text: string, values?: unknown[]): Promise<string>
  /** The same, to one more row. */
  put(table: string, row: Row): Promise<string>
  /** The supporter of a chain, and the client with the card. */
  supporter(chain: Chain): Door
  client(chain: Chain): Door
}

const staff: StaffKey[] = [
  'trainer', 'rosterOfficer', 'aobaDispatch', 'coordinator', 'shirakabaDispatch', 'kuromatsuDispatch', 'auditor', 'admin',
]

/** Opens the town for one test file; close it in `afterAll`. */
export async function openTown(): Promise<Town> {
  const stage = await openStage()
  const { database, world } = stage
  const { owner } = database
  const doors = doorsOf(database.pool)
  const ground = await makeGround(database, { giver: world.midori.id, taker: world.aoba.id })
  const as = Object.fromEntries(
    staff.map((key) => [key, doors.staff(world[key].personId, world[key].membershipId)]),
  ) as Record<StaffKey, Door>
  return {
    ...stage, owner, ground, as, doors,
    chain: (reach) => makeChain(database, ground, reach),
    told: (text, values) => said(() => owner.query(text, values)),
    put: (table, row) => said(() => owner.query(...adding(table, row))),
    supporter: (chain) => doors.supporter(chain.person),
    client: (chain) => doors.card(chain.cardHash),
  }
}

/** The statement that adds one row, with its values. */
export function adding(table: string, row: Row): [text: string, values: unknown[]] {
  const columns = Object.keys(row)
  const places = columns.map((_, index) => `$${index + 1}`)
  return [`insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, Object.values(row)]
}

/** One statement of an actor, with its audit row; what the database says to it. */
export async function tried(door: Door, statement: [text: string, values?: unknown[]], body?: string): Promise<string> {
  return said(() =>
    door(async (sql) => {
      await sql(...statement)
      await sql(`select app.audit('test.act', 'test', '-', '', $1)`, [body ?? null])
    }),
  )
}
