import { randomUUID } from 'node:crypto'
import { staffRoles, type StaffRole } from '#app/shared/actor.ts'
import type { Door } from '#tests/database/doors.ts'
import { type Chain, makeChain, makeGround } from './chain.ts'
import { surround, type Surroundings } from './every-table.ts'
import type { Town } from './town.ts'
import { type Rows, writeRows } from './write.ts'

/** A body that trains, dispatches and has a centre, with one person for each hat and a row in every table. */
export interface FullBody {
  id: string
  chain: Chain
  made: Surroundings
  person: Record<StaffRole, string>
  membership: Record<StaffRole, string>
  as: Record<StaffRole, Door>
}

function byRole<T>(make: (role: StaffRole) => T): Record<StaffRole, T> {
  return Object.fromEntries(staffRoles.map((role) => [role, make(role)])) as Record<StaffRole, T>
}

/** Makes a body of its own beside those of the world: nothing connects two of them. */
export async function fullBody(town: Town, name: string): Promise<FullBody> {
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
  const ground = await makeGround(town.database, { giver: id, taker: id })
  const chain = await makeChain(town.database, ground, 'reoffered')
  const made = await surround(town.database, chain, { coordinator: person.coordinator, officer: person.dispatch })
  return { id, chain, made, person, membership, as: byRole((role) => town.doors.staff(person[role], membership[role])) }
}
