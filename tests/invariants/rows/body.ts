import { randomUUID } from 'node:crypto'
import { staffRoles, type StaffRole } from '#app/shared/actor.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { Door } from '#tests/database/doors.ts'
import { type Chain, makeChain, makeGround } from './chain.ts'
import { surround, type Surroundings } from './every-table.ts'
import type { Town } from './town.ts'
import { type Rows, writeRows } from './write.ts'

/** A body that trains, dispatches and has a centre, with one person for each hat and no record yet. */
export interface HattedBody {
  id: string
  person: Record<StaffRole, string>
  membership: Record<StaffRole, string>
  as: Record<StaffRole, Door>
  ctx: Record<StaffRole, Ctx>
}

/** The same with a row in every table. */
export interface FullBody extends HattedBody {
  chain: Chain
  made: Surroundings
}

function byRole<T>(make: (role: StaffRole) => T): Record<StaffRole, T> {
  return Object.fromEntries(staffRoles.map((role) => [role, make(role)])) as Record<StaffRole, T>
}

/** Makes a body of its own beside those of the world: nothing connects two of them. */
export async function hattedBody(town: Town, name: string): Promise<HattedBody> {
  const [id, person, membership] = [randomUUID(), byRole(() => randomUUID()), byRole(() => randomUUID())]
  const rows: Rows = [
    ['body', { id, kind: 'designatedCity', name }],
    ...['training', 'dispatch', 'centre'].map((kind): Rows[number] => [
      'programme', { body_id: id, fiscal_year: 2026, kind, status: 'operating' },
    ]),
    ...staffRoles.flatMap((role): Rows => [
      ['person', { id: person[role], display_name: `${name} ${role}` }],
      ['account', { person_id: person[role] }],
      ['membership', { id: membership[role], person_id: person[role], body_id: id, role, starts_on: '2026-04-01', ends_on: '2027-03-31' }],
    ]),
  ]
  await writeRows(town.database, rows)
  const { clock, ids } = town.world
  return {
    id, person, membership,
    as: byRole((role) => town.doors.staff(person[role], membership[role])),
    ctx: byRole((role) => ({
      actor: { kind: 'staff', personId: person[role], membershipId: membership[role], bodyId: id, role }, clock, ids,
    })),
  }
}

/** A body with a row in every table. */
export async function fullBody(town: Town, name: string): Promise<FullBody> {
  const body = await hattedBody(town, name)
  const ground = await makeGround(town.database, { giver: body.id, taker: body.id })
  const chain = await makeChain(town.database, ground, 'reoffered')
  const made = await surround(town.database, chain, { coordinator: body.person.coordinator, officer: body.person.dispatch })
  return { ...body, chain, made }
}
