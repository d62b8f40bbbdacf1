import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withAndWithout } from './rows/control.ts'
import { said } from './rows/said.ts'
import { openTown, type Town } from './rows/town.ts'

let town: Town

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

/** A chain that begins here and is whole. */
async function freshChain(): Promise<void> {
  await town.owner.tamper(async (sql) => {
    for (const table of ['audit_log', 'audit_detail', 'audit_head']) await sql(`delete from ${table}`)
  })
  for (let no = 1; no <= 6; no += 1) await town.owner.query('select 1')
}

describe('N13 壁をはずすと、同じことをしただけで破れる', () => {
  it('監査の行のない変更が、残る', async () => {
    const { request } = await town.chain('consented')
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'dispatch_request', trigger: 'z_audit' }],
      attempt: () => said(() => town.as.aobaDispatch((sql) => sql(`update dispatch_request set area = '南区' where id = $1`, [request]))),
      violations: () => town.owner.query(
        `select r.id from dispatch_request r where r.id = $1 and r.area = '南区'
           and not exists (select 1 from audit_log a where a.xid = r.xmin::text::bigint)`, [request]),
    })
    expect(outcome).toEqual({ with: ['YN130', 0], without: ['allowed', 1] })
  })

  it('一度だけ書く表が、書きかえられる', async () => {
    const { text } = town.ground
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'consent_text', trigger: 'g00_append_only' }],
      attempt: () => town.told(`update consent_text set title = '書きかえ' where id = $1`, [text]),
      violations: () => town.owner.query(`select id from consent_text where id = $1 and title = '書きかえ'`, [text]),
    })
    expect(outcome).toEqual({ with: ['YN132', 0], without: ['allowed', 1] })
  })

  it.each([
    ['書きかえられる', 'audit_log_deny', `update audit_log set action = 'test.other' where chain = 'system' and seq = 2`],
    ['消される', 'audit_log_deny', `delete from audit_log where chain = 'system' and seq = 4`],
    ['空にされる', 'audit_log_truncate', 'truncate audit_log'],
  ])('監査が%s。けれど、確かめれば見つかる', async (_what, trigger, text) => {
    await freshChain()
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'audit_log', trigger }],
      attempt: () => town.told(text),
      violations: () => town.owner.query(`select bad_seq from app.audit_verify('system')`),
    })
    expect(outcome).toEqual({ with: ['YN131', 0], without: ['allowed', 1] })
  })
})
