// The trail page reckons what came since the last check and says how far that is; a check of everything trusts nothing.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkTrail } from '#app/features/oversight/jobs/check-trail.server.ts'
import { presentTrail } from '#app/features/oversight/presenter/trail.ts'
import { getTrail } from '#app/features/oversight/queries/audit-trail.server.ts'
import { jobCtx } from '#app/platform/jobs/worker.server.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'

let stage: Stage
let chain: string

beforeAll(async () => {
  stage = await openStage()
  chain = stage.world.auditor.bodyId
})
afterAll(() => stage.close())

/** A chain of the auditor's body with so many rows, of which nothing was checked. */
beforeEach(async () => {
  await tamper(`delete from audit_log where chain = '${chain}'`)
  await tamper(`delete from audit_detail where chain = '${chain}'`)
  await tamper(`delete from audit_head where chain = '${chain}'`)
  await tamper('delete from audit_checked')
  await write(250)
})

const tamper = (text: string) => stage.database.owner.tamper((sql) => sql(text))
const write = (rows: number) => tamper(
  `do $$ begin for i in 1..${rows} loop perform app.audit('case.view', 'support_case', i::text, '{}', '${chain}'); end loop; end $$`)
const trail = async (before?: number) => (await getTrail(stage.world.auditor.ctx, null, before))!
const sentence = async () => presentTrail(await trail(), '監査').chain
const job = () => checkTrail.run(jobCtx(checkTrail, stage.world))
const verify = async () => (await tamper(`select bad_seq::int as seq, why from app.audit_verify_and_keep() where chain = '${chain}'`))[0]

describe('N13 監査の画面は、前に確かめたところの先だけを計算する', () => {
  it('はじめは全部を計算し、仕事が確かめたあとは、その先だけになる', async () => {
    expect((await trail()).chain).toEqual({ checked: 250, total: 250, wholeAt: null, broken: null })
    expect(await job()).toBeGreaterThanOrEqual(250)
    expect(await job()).toBe(0)
    await tamper(`update audit_log set action = 'case.open' where chain = '${chain}' and seq = 7`)
    expect((await trail()).chain.broken).toBe(null)
    await write(1)
    expect((await trail()).chain).toMatchObject({ checked: 251, total: 251 })
  })

  it('とても多いときは、途中まで確かめたことと、残りの数を言う', async () => {
    await job()
    await write(2_100)
    expect((await trail()).chain).toMatchObject({ checked: 2_250, total: 2_350, broken: null })
    expect(await sentence()).toBe('記録のつながり：抜け・書きかえはありません。2250番まで確かめました（残りの100件は、順に確かめます）。はじめからすべてを確かめなおしたことは、まだありません。')
    await job()
    expect((await trail()).chain).toMatchObject({ checked: 2_350, total: 2_350 })
  })

  it('確かめたあとの行が書きかえられたら、画面がすぐに言い、仕事はそこで止まる', async () => {
    await job()
    await write(10)
    await tamper(`update audit_log set actor = 'x' where chain = '${chain}' and seq = 255`)
    expect((await trail()).chain.broken).toEqual({ seq: 255, why: 'content altered' })
    expect(await sentence()).toBe('記録のつながりが、255番で切れています（中身が書きかえられています）。事業責任者にすぐ知らせてください。')
    await job()
    expect(await job()).toBe(0)
    expect((await trail()).chain.broken).toEqual({ seq: 255, why: 'content altered' })
  })

  it('終わりが切られ、先頭の印まで作り直されても、確かめたところが残っていて分かる', async () => {
    await job()
    await tamper(`delete from audit_log where chain = '${chain}' and seq > 240`)
    await tamper(`update audit_head h set seq = 240, hash = l.hash from audit_log l where l.chain = h.chain and l.seq = 240 and h.chain = '${chain}'`)
    expect((await trail()).chain.broken).toMatchObject({ seq: 250 })
  })
})

describe('N13 全部を確かめる', () => {
  it('前に確かめた行の書きかえも見つけ、画面はそれからずっと、直るまで言う', async () => {
    await job()
    const [row] = await tamper(`select actor from audit_log where chain = '${chain}' and seq = 7`)
    await tamper(`update audit_log set actor = 'x' where chain = '${chain}' and seq = 7`)
    expect(await verify()).toEqual({ seq: 7, why: 'content altered' })
    expect((await trail()).chain.broken).toEqual({ seq: 7, why: 'content altered' })
    await tamper(`update audit_log set actor = '${String(row!.actor)}' where chain = '${chain}' and seq = 7`)
    expect((await trail()).chain.broken).not.toBe(null)
    expect(await verify()).toEqual({ seq: null, why: null })
    expect((await trail()).chain).toEqual({ checked: 250, total: 250, wholeAt: stage.clock.now(), broken: null })
    expect(await sentence()).toContain('はじめからすべてを確かめたのは、11月21日（土）10時42分です。')
  })
})

describe('監査の記録は、番号でさかのぼって、全部読める', () => {
  it('百件ずつ、抜けも重なりもない', async () => {
    const seen: number[] = []
    for (let before: number | undefined; ; ) {
      const page = await trail(before)
      expect(page.total).toBe(250)
      seen.push(...page.rows.map(({ seq }) => seq))
      if (page.olderThan === null) break
      before = page.olderThan
    }
    expect(seen).toEqual(Array.from({ length: 250 }, (_, at) => 250 - at))
    expect(presentTrail(await trail(), '監査')).toMatchObject({ total: '全250件', olderHref: '?before=151', newestHref: null })
    expect(presentTrail(await trail(51), '監査')).toMatchObject({ olderHref: null, newestHref: '?' })
  })

  it('監査の担当でない人には、全体は数さえ見えない', async () => {
    expect(await getTrail(stage.world.aobaDispatch.ctx, null)).toMatchObject({ rows: [], total: 0 })
  })
})
