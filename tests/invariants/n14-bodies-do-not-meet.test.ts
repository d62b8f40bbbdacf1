import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffRoles, type StaffRole } from '#app/shared/actor.ts'
import type { Door, Sql } from '#tests/database/doors.ts'
import { type FullBody, fullBody } from './rows/body.ts'
import { makeChain, makeGround } from './rows/chain.ts'
import { surround } from './rows/every-table.ts'
import { said } from './rows/said.ts'
import { openTown, type Town } from './rows/town.ts'

let town: Town
let ours: FullBody
let theirs: FullBody
let tables: string[]

/** What everybody may read of every body: who runs what, and its desk and opening hours. */
const everybodyReads = ['programme', 'setting_version']
/** What is announced to whoever might take part. */
const announced = ['course', 'course_session', 'consent_text', 'explanation_item']
/** Touched only by functions. */
const nobodyReads = ['number_series']

beforeAll(async () => {
  town = await openTown()
  ours = await fullBody(town, 'こちら市')
  theirs = await fullBody(town, 'あちら市')
  const rows = await town.owner.query(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'body_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)
  tables = rows.map((row) => String(row.name))
})
afterAll(() => town.close())

/** How many rows of a body an actor sees in each table; no entry where the actor may not even ask. */
async function seen(door: Door, body: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  await door(async (sql) => {
    for (const table of tables) {
      await sql('savepoint asking')
      try {
        const [row] = await sql<{ n: number }>(`select count(*)::int as n from ${table} where body_id = $1`, [body])
        counts[table] = row!.n
      } catch (error) {
        if ((error as { code?: string }).code !== '42501') throw error
        await sql('rollback to asking')
      }
    }
  })
  return counts
}

const filled = (counts: Record<string, number>) => Object.keys(counts).filter((table) => counts[table]! > 0)

describe('N14 ほかの団体の記録は、どの表でも見えない', () => {
  it('表には、両方の団体の行がある', async () => {
    for (const body of [ours, theirs]) {
      for (const table of tables) {
        const [row] = await town.owner.query(`select count(*)::int as n from ${table} where body_id = $1`, [body.id])
        expect([table, Number(row!.n) > 0]).toEqual([table, true])
      }
    }
    expect(tables.length).toBeGreaterThan(60)
  })

  it.each(staffRoles)('%s の役割で', async (role) => {
    for (const [mine, other] of [[ours, theirs], [theirs, ours]] as const) {
      const foreign = filled(await seen(mine.as[role], other.id))
      expect(foreign.filter((table) => !everybodyReads.includes(table))).toEqual([])
    }
  })

  it('自分の団体の記録は、どれかの役割で見える', async () => {
    const visible = new Set<string>()
    for (const role of staffRoles) for (const table of filled(await seen(ours.as[role], ours.id))) visible.add(table)
    for (const door of [town.supporter(ours.chain), town.doors.login, town.doors.job]) {
      for (const table of filled(await seen(door, ours.id))) visible.add(table)
    }
    expect(tables.filter((table) => !visible.has(table))).toEqual(nobodyReads)
  })

  it('サポーターにも、カードを持つ方にも、はじめて来た方にも', async () => {
    for (const door of [town.supporter(ours.chain), town.client(ours.chain), town.doors.visitor]) {
      const foreign = filled(await seen(door, theirs.id))
      expect(foreign.filter((table) => ![...everybodyReads, ...announced].includes(table))).toEqual([])
    }
  })
})

/** Some tables without their guards, so that only grants, policies and keys answer; nothing of it remains. */
async function attempts(body: FullBody, role: StaffRole, on: string[], work: (sql: Sql) => Promise<void>, before = async (_: Sql) => {}): Promise<void> {
  const client = await town.database.pool.connect()
  const sql = async <R>(text: string, values?: unknown[]) => (await client.query(text, values)).rows as R[]
  try {
    await client.query('begin')
    await client.query('set local role none')
    for (const table of on) await client.query(`alter table ${table} disable trigger user`)
    await before(sql as Sql)
    await client.query(
      `select set_config('app.actor', e.actor::text, true), set_config('app.body', e.body::text, true), set_config('role', e.role, true)
         from app.enter_staff($1, $2) e`, [body.person[role], body.membership[role]])
    await work(sql as Sql)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function answer(sql: Sql, text: string, values: unknown[] = []): Promise<string> {
  await sql('savepoint attempt')
  try {
    const rows = await sql<{ n: number }>(text, values)
    await sql('rollback to attempt')
    return rows[0]?.n === 0 ? 'nothing' : 'done'
  } catch (error) {
    await sql('rollback to attempt')
    const { code = '?', constraint = '' } = error as { code?: string; constraint?: string }
    return code === '42501' ? code : `${code} ${constraint}`
  }
}

async function aRow(table: string, body: string): Promise<string> {
  const [row] = await town.owner.query(`select to_jsonb(t)::text as row from ${table} t where body_id = $1 limit 1`, [body])
  return String(row!.row)
}

const copy = (table: string) => `with x as (insert into ${table} select (jsonb_populate_record(null::${table}, $1::jsonb)).* returning 1) select count(*)::int as n from x`

describe('N14 ほかの団体の記録は、どの表でも書けない', () => {
  it.each(staffRoles)('%s の役割で', async (role) => {
    const rows = new Map<string, string>()
    for (const table of tables) rows.set(table, await aRow(table, theirs.id))
    const answers: string[] = []
    await attempts(ours, role, tables, async (sql) => {
      for (const table of tables) {
        const change = (text: string) => `with x as (${text} where body_id = $1 returning 1) select count(*)::int as n from x`
        const said = [
          await answer(sql, copy(table), [rows.get(table)]),
          await answer(sql, change(`update ${table} set body_id = body_id`), [theirs.id]),
          await answer(sql, change(`update ${table} set body_id = '${ours.id}'`), [theirs.id]),
          await answer(sql, change(`delete from ${table}`), [theirs.id]),
        ]
        for (const one of said) if (one !== '42501' && one !== 'nothing') answers.push(`${table}: ${said.join(', ')}`)
      }
    })
    expect(answers).toEqual([])
  })

  it.each(staffRoles)('%s の役割で変えられる列も、ほかの団体の行では変わらない', async (role) => {
    const columns = await town.owner.query(
      `select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relname = any ($1) and has_column_privilege($2, c.oid, a.attnum, 'UPDATE') and has_column_privilege($2, c.oid, a.attnum, 'SELECT')`,
      [tables, `yr_${role}`])
    const answers: string[] = []
    await attempts(ours, role, tables, async (sql) => {
      for (const { table, column } of columns) {
        const said = await answer(
          sql, `with x as (update ${String(table)} set "${String(column)}" = "${String(column)}" where body_id = $1 returning 1) select count(*)::int as n from x`, [theirs.id])
        if (said !== 'nothing' && said !== '42501') answers.push(`${String(table)}.${String(column)}: ${said}`)
      }
    })
    expect(answers).toEqual([])
  })

  it.each(staffRoles)('%s の役割で、自分の行を、ほかの団体のものと書けない', async (role) => {
    const letThrough: string[] = []
    const rows = new Map<string, string>()
    for (const table of tables) rows.set(table, (await aRow(table, ours.id)).replaceAll(ours.id, theirs.id))
    await attempts(ours, role, tables, async (sql) => {
      for (const table of tables) if ((await answer(sql, copy(table), [rows.get(table)])) !== '42501') letThrough.push(table)
    })
    // where the policy asks for the parent only, the key that carries the body answers
    for (const table of letThrough) {
      const withoutIt = async (sql: Sql) => {
        await sql('set local session_replication_role = replica')
        await sql(`delete from ${table} where body_id = $1`, [ours.id])
        await sql('set local session_replication_role = origin')
      }
      await attempts(ours, role, [table], async (sql) => {
        expect([table, await answer(sql, copy(table), [rows.get(table)])]).toEqual([table, expect.stringMatching(/^23503 .*body_id_fkey$/)])
      }, withoutIt)
    }
  })

  it.each(staffRoles)('%s の役割で、ほかの団体の番号は取れない', async (role) => {
    const take = (body: string) => said(() => ours.as[role]((sql) => sql(`select app.next_no($1, 'dispatch', 2026)`, [body])))
    expect(await take(theirs.id)).toBe(role === 'auditor' ? '42501' : 'YN142')
    expect(await take(ours.id)).toBe(role === 'auditor' ? '42501' : 'allowed')
  })

  it('ほかの団体の所属では、入れない', async () => {
    for (const role of staffRoles) {
      expect(await said(() => town.doors.staff(ours.person[role], theirs.membership[role])(async () => undefined))).toBe('YN140')
    }
  })
})

describe('N14 提供があれば、その提供が渡すものだけ', () => {
  it('受け取った市町村の派遣の担当者に見えるのは、提供の表だけ。よその市町村には何も見えない', async () => {
    const ground = await makeGround(town.database, { giver: theirs.id, taker: ours.id })
    const chain = await makeChain(town.database, ground, 'reoffered')
    await surround(town.database, chain, { coordinator: ours.person.coordinator, officer: ours.person.dispatch })
    const given: Record<string, string[]> = {}
    for (const role of staffRoles) {
      given[role] = filled(await seen(ours.as[role], theirs.id)).filter((table) => !everybodyReads.includes(table))
    }
    expect(given).toEqual({
      trainer: [], roster: [], coordinator: [], auditor: [], admin: [],
      dispatch: ['document', 'provision', 'provision_entry', 'provision_item'],
    })
    const people = await ours.as.dispatch((sql) => sql('select person_id from provision_profile where person_id <> $1', [ours.chain.person]))
    expect(people).toEqual([{ person_id: chain.person }])
    const papers = await ours.as.dispatch((sql) => sql('select kind from document where body_id = $1', [theirs.id]))
    expect(new Set(papers.map((row) => row.kind))).toEqual(new Set(['provisionList']))
    const elsewhere = await seen(town.as.kuromatsuDispatch, theirs.id)
    expect(filled(elsewhere).filter((table) => !everybodyReads.includes(table))).toEqual([])
  })

  it('受け取る前は名前が見えず、返却のお願いのあとは見えない', async () => {
    const ground = await makeGround(town.database, { giver: theirs.id, taker: ours.id })
    const chain = await makeChain(town.database, ground, 'willing')
    const look = async () => (await ours.as.dispatch((sql) => sql('select 1 from provision_profile where person_id = $1', [chain.person]))).length
    const past = (text: string) => town.owner.tamper((sql) => sql(text, [ground.provision]))
    expect(await look()).toBe(1)
    await past(`update provision set state = 'delivered', terms_accepted_at = null where id = $1`)
    expect(await look()).toBe(0)
    await past(`update provision set state = 'prepared', delivered_at = null where id = $1`)
    expect(await ours.as.dispatch((sql) => sql('select 1 from provision where id = $1', [ground.provision]))).toEqual([])
    await past(`update provision set state = 'received', delivered_at = app.now(), terms_accepted_at = app.now() where id = $1`)
    await town.owner.query(`update roster_consent set state = 'withdrawn', withdrawn_at = app.now() where id = $1`, [chain.consent])
    expect(await look()).toBe(0)
  })
})
