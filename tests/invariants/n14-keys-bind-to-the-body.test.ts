import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FullBody, fullBody } from './rows/body.ts'
import { said } from './rows/said.ts'
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

interface Key {
  table: string
  name: string
  columns: string[]
  parent: string
}

/** Foreign keys between rows that belong to bodies; `bound`: those that carry the body with them. */
async function keys(bound: boolean): Promise<Key[]> {
  const rows = await town.owner.query(
    `select k.conrelid::regclass::text as table, k.conname as name, k.confrelid::regclass::text as parent,
            array(select a.attname::text from unnest(k.conkey) with ordinality u(no, at)
                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.no order by u.at) as columns
       from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.confrelid <> 'body'::regclass
        and exists (select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'body_id')
        and exists (select 1 from pg_attribute a where a.attrelid = k.confrelid and a.attname in ('body_id', 'recipient_id'))
      order by 1, 2`)
  return (rows as unknown as Key[]).filter(({ columns }) => columns.includes('body_id') === bound)
}

/** Gives the rows under one key to the other body, with every other key and guard out of the way. */
async function given({ table, name, columns }: Key): Promise<string> {
  const client = await town.database.pool.connect()
  try {
    await client.query('begin')
    await client.query('set local role none')
    const others = await client.query(
      `select conrelid::regclass::text as at, conname as name from pg_constraint
        where contype = 'f' and conname <> $2 and $1::regclass in (conrelid, confrelid)`, [table, name])
    for (const other of others.rows) await client.query(`alter table ${other.at} drop constraint if exists "${other.name}"`)
    await client.query(`alter table ${table} disable trigger user`)
    const filled = columns.map((column) => `${column} is not null`).join(' and ')
    const found = await client.query(`select count(*)::int as n from ${table} where body_id = $1 and ${filled}`, [ours.id])
    if (found.rows[0].n === 0) return 'no such row in the fixture'
    return await said(() => client.query(`update ${table} set body_id = $2 where body_id = $1 and ${filled}`, [ours.id, theirs.id]))
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('N14 子の行は、ほかの団体の親にぶら下がれない', () => {
  it('団体をともなう鍵は、どれも 23503 で断る', async () => {
    const bound = await keys(true)
    const answers: Record<string, string> = {}
    for (const key of bound) answers[key.name] = await given(key)
    expect(answers).toEqual(Object.fromEntries(bound.map(({ name }) => [name, `23503 ${name}`])))
    expect(bound.length).toBeGreaterThan(60)
  })

  it('団体をともなわない鍵は、ほかの鍵が団体を守るものと、二つの団体にまたがるものだけ', async () => {
    const loose = await keys(false)
    expect(loose.map(({ table, parent }) => `${table} -> ${parent}`).sort()).toEqual([
      // the dispatch itself is bound to the body, and these must be of that dispatch or request
      'agreement -> plan_version', 'client_card -> dispatch_party', 'coordination_consent -> dispatch_party',
      'dispatch -> plan_version', 'visit -> plan_version',
      // the version is bound; the policy asks for the body of the contact
      'contact_method -> contact_version', 'contact_partner -> contact_version',
      // the supporter stands on another body's roster: a guard compares the person
      'dispatch_supporter -> roster_entry',
      // the terms in force when the roster was handed over may be the installation's
      'provision -> setting_version',
      // a contractor's staff: bound by the contract beside it
      'visit_signal -> visit_supporter',
    ].sort())
  })
})
