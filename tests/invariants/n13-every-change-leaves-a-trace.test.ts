import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getMyHome } from '#app/features/oversight/queries/my-home.server.ts'
import { surround } from './rows/every-table.ts'
import { said } from './rows/said.ts'
import { openTown, type Town } from './rows/town.ts'

let town: Town

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

beforeAll(async () => {
  town = await openTown()
  const { aobaDispatch, coordinator } = town.world
  await surround(town.database, await town.chain('reoffered'), { coordinator: coordinator.personId, officer: aobaDispatch.personId })
})
afterAll(() => town.close())

class Undone extends Error {}

/** Something the owner does in a transaction of which nothing remains; with or without an audit row. */
async function trial(work: (sql: Sql) => Promise<void>): Promise<string> {
  const client = await town.database.pool.connect()
  try {
    return await said(async () => {
      try {
        await client.query('begin')
        await client.query('set local role none')
        await work(async (text, values) => (await client.query(text, values)).rows as Record<string, unknown>[])
        await client.query('set constraints all immediate')
      } finally {
        await client.query('rollback')
      }
    })
  } finally {
    client.release()
  }
}

async function tablesWith(trigger: string): Promise<string[]> {
  const rows = await town.owner.query(
    `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where t.tgname = $1 and t.tgenabled = 'O' and c.relnamespace = 'public'::regnamespace order by 1`, [trigger])
  return rows.map((row) => String(row.name))
}

/** The table alone: no other guard and no key of another table speaks before the one that is asked. */
async function alone(sql: Sql, table: string, guard: string): Promise<void> {
  const keys = await sql(
    `select conrelid::regclass::text as at, conname as name from pg_constraint where contype = 'f' and confrelid = $1::regclass`, [table])
  for (const { at, name } of keys) await sql(`alter table ${String(at)} drop constraint "${String(name)}"`)
  await sql(`alter table ${table} disable trigger user`)
  await sql(`alter table ${table} enable trigger ${guard}`)
}

async function aColumn(sql: Sql, table: string): Promise<string> {
  const [row] = await sql(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum = 1`, [table])
  return String(row!.name)
}

const changes: Record<string, (sql: Sql, table: string) => Promise<void>> = {
  async update(sql, table) {
    const column = await aColumn(sql, table)
    await sql(`update ${table} set ${column} = ${column}`)
  },
  async delete(sql, table) {
    await sql(`delete from ${table}`)
  },
  async insert(sql, table) {
    await sql('set local session_replication_role = replica')
    await sql(`create temp table kept on commit drop as select * from ${table}`)
    await sql(`delete from ${table}`)
    await sql('set local session_replication_role = origin')
    await sql(`insert into ${table} select * from kept`)
  },
}

describe('N13 同じ処理の中に監査の行がない変更は、残らない', () => {
  it('人や決定をふくむ表は、すべてこの壁の内にある', async () => {
    const rows = await town.owner.query(
      `select tablename as name from pg_tables where schemaname = 'public' and not tablename = any ($1) order by 1`, [await tablesWith('z_audit')])
    expect(rows.map((row) => row.name)).toEqual([
      // the chain itself and the record of migrations
      '_prisma_migrations', 'audit_checked', 'audit_detail', 'audit_head', 'audit_log',
      // machinery: mail, drafts, repeated posts, counters, links, sessions, files by their content
      'draft', 'idempotency', 'job_run', 'link_token', 'login_bucket', 'number_series', 'outbox', 'session', 'stored_file',
      // rows that are written and go with their parent
      'contact_method', 'contact_partner', 'provision_item', 'reconfirmation_area', 'reconfirmation_slot', 'reconfirmation_step',
      'request_slot', 'roster_consent_recipient', 'supporter_avoid', 'visit_client',
    ].sort())
  })

  it.each(Object.entries(changes))('どの表も、どの行でも: %s', async (_name, change) => {
    const answers: Record<string, string> = {}
    const tables = await tablesWith('z_audit')
    for (const table of tables) {
      answers[table] = await trial(async (sql) => {
        const [rows] = await sql(`select count(*)::int as n from ${table}`)
        if (rows?.n === 0) throw Object.assign(new Undone(), { code: 'the fixture has no row' })
        await alone(sql, table, 'z_audit')
        await change(sql, table)
      })
    }
    expect(answers).toEqual(Object.fromEntries(tables.map((table) => [table, 'YN130'])))
    expect(tables.length).toBeGreaterThan(60)
  })

  it('監査の行があれば、同じ変更は通る', async () => {
    const answer = await trial(async (sql) => {
      await sql('update body set name = name')
      await sql(`select app.audit('test.change', 'body', '-')`)
    })
    expect(answer).toBe('allowed')
  })

  it('どの役割でも、変更だけでは処理を終えられない', async () => {
    const chain = await town.chain('consented')
    const change = `update dispatch_request set area = '南区' where id = $1`
    expect(await said(() => town.as.aobaDispatch((sql) => sql(change, [chain.request])))).toBe('YN130')
    expect(await said(() => town.as.aobaDispatch(async (sql) => {
      await sql(change, [chain.request])
      await sql(`select app.audit('request.edit', 'dispatch_request', $1)`, [chain.request])
    }))).toBe('allowed')
  })

  it('前の処理の監査の行は、次の処理の証しにならない', async () => {
    const change = `update body set name = name`
    await town.owner.query(change)
    expect(await trial(async (sql) => void (await sql(change)))).toBe('YN130')
  })

  it('写しから戻したデータベースで処理の番号が重なっても、古い行は証しにならない', async () => {
    await town.owner.query('select 1')
    await town.owner.tamper((sql) =>
      sql(`update audit_log set xid = pg_current_xact_id()::text::bigint + seq where chain = 'system'`))
    const answer = await trial(async (sql) => {
      await sql('update body set name = name')
      const [row] = await sql(`select count(*)::int as n from audit_log where xid = pg_current_xact_id()::text::bigint`)
      expect(row?.n).toBe(1)
    })
    expect(answer).toBe('YN130')
  })
})

describe('N13 書いた監査は、だれにも変えられない', () => {
  it.each([
    `update audit_log set action = 'x'`, 'update audit_log set seq = seq + 1', 'delete from audit_log', 'truncate audit_log',
    'truncate audit_log, audit_detail',
  ])('%s', async (text) => {
    expect(await trial(async (sql) => void (await sql(text)))).toBe('YN131')
  })

  it('どの役割も、監査の行を直接書いたり消したりできない', async () => {
    const statements = [
      `insert into audit_log select * from audit_log`, `update audit_log set action = 'x'`, 'delete from audit_log',
      `update audit_head set seq = 0`, 'delete from audit_detail', 'truncate audit_log',
    ]
    const chain = await town.chain('offered')
    const doors = { ...town.as, supporter: town.supporter(chain), client: town.client(chain), visitor: town.doors.visitor, job: town.doors.job, login: town.doors.login }
    for (const [who, door] of Object.entries(doors)) {
      for (const text of statements) expect([who, text, await said(() => door((sql) => sql(text)))]).toEqual([who, text, '42501'])
    }
  })

  it('一度だけ書く表は、直せず、消せない', async () => {
    const tables = await tablesWith('g00_append_only')
    expect(tables).toEqual([
      'access_grant', 'advice', 'candidate_search', 'consent_text', 'contact_method', 'contact_partner', 'contact_tree_step',
      'contact_tree_version', 'contact_version', 'explanation_ack', 'explanation_item', 'hearing_sheet_version', 'incident_call',
      'incident_report', 'report_private', 'report_shared', 'setting_version', 'signature', 'stop_request', 'stored_file', 'visit_signal',
    ])
    for (const table of tables) {
      const answers = []
      for (const change of [changes.update!, changes.delete!]) {
        answers.push(await trial(async (sql) => {
          await alone(sql, table, 'g00_append_only')
          await change(sql, table)
        }))
      }
      // the follow-up of a stop is the one thing that moves there; the stop itself does not (YN084)
      expect([table, ...answers]).toEqual([table, table === 'stop_request' ? 'allowed' : 'YN132', 'YN132'])
    }
  })
})

describe('N13 見たことも残る', () => {
  it('マイページが次の訪問の相手と場所を示すと、その訪問を見た行が残り、示すものがなければ残らない', async () => {
    const seen = async (visit: string) =>
      (await town.owner.query(`select actor from audit_log where action = 'visit.view' and entity_id = $1`, [visit])).map((row) => row.actor)
    const [one, over] = [await town.chain('active'), await town.chain('active')]
    await town.owner.query(`update visit set state = 'cancelled', live = false where id = $1`, [over.coming])
    await getMyHome(town.world.supporter(one.person))
    await getMyHome(town.world.supporter(over.person))
    expect(await seen(one.coming)).toEqual([one.person])
    expect(await seen(over.coming)).toEqual([])
  })
})
