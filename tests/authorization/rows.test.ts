// The policy and row-level security, asked the same question about the same rows by the same people: whoever may read
// a row by the policy sees it, and whoever sees a row may read it by the policy.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Asker, openPeople, type People } from './people.ts'
import { hats } from './matrix.ts'
import { apart, type Reading, readings } from './readings.ts'
import { decide } from '#app/access/policy.ts'

let people: People

beforeAll(async () => {
  people = await openPeople()
}, 120_000)
afterAll(() => people.close())

const tableOf = (name: string) => name.split(/[ :]/)[0]!

/** Keys of the rows that an asker sees; null where even asking is refused. */
async function seen(asker: Asker, name: string, { only }: Reading): Promise<Set<string> | null> {
  try {
    const rows = await asker.door((sql) => sql<{ key: string }>(`select ${people.keyOf(tableOf(name))} as key from ${tableOf(name)} t where ${only ?? 'true'}`))
    return new Set(rows.map((row) => row.key))
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return null
    throw error
  }
}

describe('every table', () => {
  it('is compared, or set apart for a reason', async () => {
    const compared = Object.keys(readings).map(tableOf)
    const rows = await people.town.owner.query(`select tablename as name from pg_tables where schemaname = 'public' order by 1`)
    expect([...new Set([...compared, ...Object.values(apart).flat()])].sort()).toEqual(rows.map((row) => String(row.name)).sort())
    expect(compared.filter((name) => Object.values(apart).flat().includes(name))).toEqual([])
  })

  it('is asked about by every hat, several times where several people wear it', () => {
    const asked = new Set(people.askers.map(({ hat }) => hat))
    expect([...asked].sort()).toEqual([...hats].sort())
  })
})

describe.each(Object.entries(readings))('%s', (name, reading) => {
  it('shows each reader exactly what the policy allows', async () => {
    const rows = await people.factsOf(tableOf(name), reading)
    expect(rows.length).toBeGreaterThan(0)
    const differences: string[] = []
    let allowed = 0
    for (const asker of people.askers) {
      const visible = await seen(asker, name, reading)
      const act = reading.by[asker.hat]
      for (const key of new Set(rows.map((row) => row.key))) {
        const may = act !== undefined && rows.some((row) => row.key === key && decide(asker.actor, act, row.subject).allow)
        const sees = visible?.has(key) ?? false
        if (may) allowed += 1
        if (sees && !may) differences.push(`${asker.name} sees a row that ${act ?? 'no act'} does not allow`)
        if (may && !sees && !reading.less?.[asker.hat]) differences.push(`${asker.name} does not see a row that ${act} allows`)
      }
    }
    expect([...new Set(differences)]).toEqual([])
    expect(allowed).toBeGreaterThan(0)
  })
})
