import type { TestDatabase } from '#tests/setup/database.ts'
import { type Door, doorsOf, id, insert } from './doors.ts'

/** A prefecture that trains, a city that dispatches and has a centre, and one person for each hat. */
export interface Town {
  pref: string
  city: string
  person: Record<Hat, string>
  membership: Record<Hat, string>
  as: Record<Hat, Door>
  doors: ReturnType<typeof doorsOf>
}

const hats = {
  trainer: ['trainer', 'pref'],
  roster: ['roster', 'pref'],
  officer: ['dispatch', 'city'],
  coordinator: ['coordinator', 'city'],
  otherCoordinator: ['coordinator', 'city'],
  auditor: ['auditor', 'city'],
  admin: ['admin', 'city'],
} as const

export type Hat = keyof typeof hats

function byHat<T>(make: (hat: Hat) => T): Record<Hat, T> {
  return Object.fromEntries((Object.keys(hats) as Hat[]).map((hat) => [hat, make(hat)])) as Record<Hat, T>
}

/** Makes the town as the owner: these rows are made at installation, not by a screen. */
export async function makeTown(database: TestDatabase): Promise<Town> {
  const doors = doorsOf(database.pool)
  const body = { pref: id(), city: id() }
  const person = byHat(id)
  const membership = byHat(id)
  await database.owner.transaction(async (run) => {
    const sql = async <R>(text: string, values?: unknown[]) => (await run(text, values)) as R[]
    await insert(sql, 'body', { id: body.pref, kind: 'prefecture', name: 'みどり県', local_gov_code: '120006' })
    await insert(sql, 'body', {
      id: body.city, kind: 'designatedCity', name: 'あおば市', local_gov_code: '121002', prefecture_id: body.pref,
    })
    for (const [key, kind] of [['pref', 'training'], ['city', 'dispatch'], ['city', 'centre']] as const) {
      await insert(sql, 'programme', { id: id(), body_id: body[key], fiscal_year: 2026, kind, status: 'operating' })
    }
    for (const hat of Object.keys(hats) as Hat[]) {
      const [role, at] = hats[hat]
      await insert(sql, 'person', { id: person[hat], login_email: `${hat}@aoba.example.jp`, display_name: `見本 ${hat}` })
      await insert(sql, 'account', { person_id: person[hat], password_hash: 'x' })
      await insert(sql, 'membership', {
        id: membership[hat], person_id: person[hat], body_id: body[at], role, starts_on: '2026-04-01', ends_on: '2027-03-31',
      })
    }
  })
  return { ...body, person, membership, as: byHat((hat) => doors.staff(person[hat], membership[hat])), doors }
}
