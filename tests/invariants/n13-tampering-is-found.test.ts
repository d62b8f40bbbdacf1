import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '#tests/setup/database.ts'

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

let database: TestDatabase
const chain = 'system'

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

/** A chain of twelve rows with a payload each. */
beforeEach(async () => {
  await database.owner.tamper(async (sql) => {
    for (const table of ['audit_log', 'audit_detail', 'audit_head']) await sql(`delete from ${table}`)
  })
  for (let no = 1; no <= 12; no += 1) {
    await database.asOwner(async (tx) => {
      await tx.$queryRaw`select app.audit('test.write', 'thing', ${`thing ${no}`}, ${`{"no":${no}}`})::text`
    })
  }
})

async function verdict(): Promise<unknown> {
  const rows = await database.owner.tamper((sql) => sql('select bad_seq::int as seq, why from app.audit_verify($1)', [chain]))
  return rows[0] ?? 'whole'
}

/** Writes the hashes anew from one row to the end, as somebody could who knows how they are made. */
const rehash = (from: number) => async (sql: Sql) => {
  await sql(`do $$ declare r audit_log; p bytea; begin
    for r in select * from audit_log where chain = 'system' and seq >= ${from} order by seq loop
      select hash into p from audit_log where chain = 'system' and seq = r.seq - 1;
      r.prev := coalesce(p, r.prev);
      update audit_log set prev = r.prev, hash = app.audit_digest(r) where chain = 'system' and seq = r.seq;
    end loop; end $$`)
}

const tamperings: [string, (sql: Sql) => Promise<unknown>, { seq: number; why: string }][] = [
  ['動作を書きかえる', (sql) => sql(`update audit_log set action = 'test.other' where seq = 5`), { seq: 5, why: 'content altered' }],
  ['人を書きかえる', (sql) => sql(`update audit_log set actor = 'somebody' where seq = 12`), { seq: 12, why: 'content altered' }],
  ['役割を書きかえる', (sql) => sql(`update audit_log set role = 'yr_admin' where seq = 1`), { seq: 1, why: 'content altered' }],
  ['時刻をずらす', (sql) => sql(`update audit_log set at = at + interval '1 microsecond' where seq = 7`), { seq: 7, why: 'content altered' }],
  ['対象を書きかえる', (sql) => sql(`update audit_log set entity_id = 'thing 9' where seq = 8`), { seq: 8, why: 'content altered' }],
  ['文字の境い目をずらす', (sql) => sql(`update audit_log set action = 'test.writet', entity = 'hing' where seq = 3`), { seq: 3, why: 'content altered' }],
  ['中身を書きかえる', (sql) => sql(`update audit_detail set payload = '{"no":99}' where seq = 6`), { seq: 6, why: 'detail altered' }],
  ['中身と指紋を書きかえる', (sql) => sql(`update audit_log set detail_hash = sha256('x') where seq = 6`), { seq: 6, why: 'content altered' }],
  ['途中の行を消す', (sql) => sql('delete from audit_log where seq = 4'), { seq: 5, why: 'missing row' }],
  ['はじめの行を消す', (sql) => sql('delete from audit_log where seq = 1'), { seq: 2, why: 'missing row' }],
  ['消して番号を詰める', async (sql) => {
    await sql('delete from audit_log where seq = 4')
    await sql('update audit_log set seq = seq - 1 where seq > 4 and seq <= 6')
    await sql('update audit_log set seq = seq - 1 where seq > 6')
  }, { seq: 4, why: 'prev mismatch' }],
  ['二つの行を入れかえる', async (sql) => {
    await sql('update audit_log set seq = -seq where seq in (3, 4)')
    await sql('update audit_log set seq = 7 + seq where seq in (-3, -4)')
  }, { seq: 3, why: 'prev mismatch' }],
  ['二つの行の中身だけ入れかえる', (sql) => sql(
    `update audit_log l set entity_id = o.entity_id, detail_hash = o.detail_hash from audit_log o
      where (l.seq, o.seq) in ((3, 4), (4, 3))`), { seq: 3, why: 'content altered' }],
  ['一行の印だけ作り直す', async (sql) => {
    await sql(`update audit_log set action = 'test.other' where seq = 9`)
    await sql('update audit_log l set hash = app.audit_digest(l) where seq = 9')
  }, { seq: 10, why: 'prev mismatch' }],
  ['書きかえて、終わりまで印を作り直す', async (sql) => {
    await sql(`update audit_log set action = 'test.other' where seq = 9`)
    await rehash(9)(sql)
  }, { seq: 12, why: 'head mismatch' }],
  ['終わりの行を消す', (sql) => sql('delete from audit_log where seq > 10'), { seq: 10, why: 'head mismatch' }],
  ['先頭の印を書きかえる', (sql) => sql(`update audit_head set hash = sha256('x')`), { seq: 12, why: 'head mismatch' }],
  ['先頭の番号を書きかえる', (sql) => sql('update audit_head set seq = 11'), { seq: 12, why: 'head mismatch' }],
  ['先頭を消す', (sql) => sql('delete from audit_head'), { seq: 12, why: 'head mismatch' }],
  ['行を足す', async (sql) => {
    await sql(`insert into audit_log select chain, 13, at, xid, actor, role, action, entity, 'thing 13', detail_hash, hash, hash
      from audit_log where seq = 12`)
  }, { seq: 13, why: 'content altered' }],
]

describe('N13 データベースの管理者が監査をいじっても、確かめれば見つかり、どの行かが分かる', () => {
  it('何もしなければ、鎖はつながっている', async () => {
    expect(await verdict()).toBe('whole')
  })

  it.each(tamperings)('%s', async (_name, tamper, expected) => {
    await database.owner.tamper(async (sql) => void (await tamper(sql)))
    expect(await verdict()).toEqual(expected)
  })

  it('どの行のどの値を変えても、その行が名指しされる', async () => {
    const columns = ['at', 'actor', 'role', 'action', 'entity', 'entity_id', 'detail_hash', 'prev', 'hash']
    const found: unknown[] = []
    for (const [index, column] of columns.entries()) {
      const seq = index + 2
      const value = column === 'at' ? `at - interval '1 day'` : ['detail_hash', 'prev', 'hash'].includes(column) ? `sha256(${column})` : `${column} || '!'`
      const [kept] = await database.owner.tamper((sql) => sql('select *, at::text as at from audit_log where seq = $1', [seq]))
      await database.owner.tamper((sql) => sql(`update audit_log set ${column} = ${value} where seq = ${seq}`))
      const { seq: named } = (await verdict()) as { seq: number }
      found.push([column, named])
      await database.owner.tamper((sql) => sql(`update audit_log set ${column} = $1 where seq = ${seq}`, [kept![column]]))
    }
    expect(found).toEqual(columns.map((column, index) => [column, index + 2]))
  })

  it('期限が来て消された中身は、いたずらとは数えない', async () => {
    await database.owner.tamper((sql) => sql('delete from audit_detail where seq < 6'))
    expect(await verdict()).toBe('whole')
  })

  it('先頭の印まで作り直されたら、別に控えた印とくらべて分かる', async () => {
    const head = async () => (await database.owner.tamper((sql) => sql(`select seq::int, encode(hash, 'hex') as hash from app.audit_verify_all()`)))[0]
    const anchored = await head()
    await database.owner.tamper(async (sql) => {
      await sql('delete from audit_log where seq > 10')
      await sql(`update audit_head h set seq = 10, hash = l.hash from audit_log l where l.seq = 10`)
    })
    expect(await database.owner.tamper((sql) => sql('select * from app.audit_verify($1)', [chain]))).toEqual([])
    expect(await head()).not.toEqual(anchored)
  })
})
