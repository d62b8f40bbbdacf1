import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginDispatch } from '#app/features/dispatch/commands/begin-dispatch.server.ts'
import { writePlan } from '#app/features/dispatch/commands/write-plan.server.ts'
import { type Chain, makeChains } from './rows/chain.ts'
import { withAndWithout } from './rows/control.ts'
import { adding, openTown, type Town, tried } from './rows/town.ts'

let town: Town

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const past = (text: string, values: unknown[]) => town.owner.tamper((sql) => sql(text, values))
const begin = (one: Chain) => town.told(`update dispatch set state = 'active', started_on = '2026-11-21' where id = $1`, [one.dispatch])
const agreeText = `update agreement a set state = 'agreed', decided_at = app.now(), method = 'link', content_hash = v.content_hash
  from plan_version v where v.id = a.plan_version_id and a.id = $1`
const agree = (id: string) => town.told(agreeText, [id])

async function dispatchOf(one: Chain) {
  const [row] = await town.owner.query('select state, current_version_id from dispatch where id = $1', [one.dispatch])
  return row
}
async function planState(id: string): Promise<unknown> {
  const [row] = await town.owner.query('select state from plan_version where id = $1', [id])
  return row?.state
}
function planRow(one: Chain, change: object = {}) {
  return {
    id: randomUUID(), body_id: one.taker, dispatch_id: one.dispatch, no: 9, state: 'draft', purpose: 'p', plan_text: 'p',
    content_text: 'c', period_from: '2026-11-21', period_to: '2027-03-31', ...change,
  }
}

/** A dispatch under way, and the row of one more supporter who would join it. */
async function joining() {
  const [one, joins] = await makeChains(town.database, town.ground, 2, 'active')
  const row = { dispatch_id: one!.dispatch, person_id: joins!.person, body_id: one!.taker, roster_entry_id: joins!.entry }
  return { one: one!, row }
}

describe('N6 派遣は準備から始まり、全員が同じ計画に同意してから動く', () => {
  it.each(['agreed', 'active', 'paused', 'stopped', 'ended'])('%s から始まる派遣はない', async (state) => {
    const one = await town.chain('consented')
    const row = {
      id: randomUUID(), body_id: one.taker, request_id: one.request, kind: 'client', fiscal_year: 2026, no: 1, state,
      stopped_at: state === 'stopped' ? '2026-11-21T00:00:00Z' : null, ended_on: state === 'ended' ? '2026-11-21' : null,
    }
    expect(await town.put('dispatch', row)).toBe('YN060')
  })

  it.each([
    ['pending', 'pending', false], ['agreed', 'pending', false], ['pending', 'agreed', false], ['declined', 'agreed', false],
    ['agreed', 'declined', false], ['void', 'agreed', false], ['agreed', 'agreed', true],
  ])('ご本人が %s、サポーターが %s のとき', async (client, supporter, allowed) => {
    const one = await town.chain('offered')
    for (const [id, state] of [[one.yesOfClient, client], [one.yesOfSupporter, supporter]]) {
      await past(
        `update agreement set state = $2::text, decided_at = case when $2::text in ('agreed', 'declined') then app.now() end where id = $1`,
        [id, state])
    }
    await past(`update plan_version set state = 'agreed' where id = $1`, [one.plan])
    const set = `update dispatch set state = 'active', current_version_id = $2 where id = $1`
    expect(await town.told(set, [one.dispatch, one.plan])).toBe(allowed ? 'allowed' : 'YN061')
  })

  it('計画のない派遣は動かない', async () => {
    const one = await town.chain('offered')
    expect(await begin(one)).toBe('YN061')
    const ready = `update dispatch set state = 'paused' where id = $1`
    expect(await town.told(ready, [one.dispatch])).toBe('23514 dispatch_needs_plan')
  })

  it('同意の行がそもそもない人がいれば、全員ではない', async () => {
    const agreedBy = async (kept: 'client' | 'supporter' | 'nobody') => {
      const one = await town.chain('offered')
      await past(`update agreement set state = 'agreed', decided_at = app.now() where plan_version_id = $1`, [one.plan])
      if (kept !== 'client') await past('delete from agreement where id = $1', [one.yesOfClient])
      if (kept !== 'supporter') await past('delete from agreement where id = $1', [one.yesOfSupporter])
      const version = await town.told(`update plan_version set state = 'agreed' where id = $1`, [one.plan])
      await past(`update plan_version set state = 'agreed' where id = $1`, [one.plan])
      const dispatch = await town.told(
        `update dispatch set state = 'active', current_version_id = $2 where id = $1`, [one.dispatch, one.plan])
      return [version, dispatch]
    }
    for (const kept of ['client', 'supporter', 'nobody'] as const) expect(await agreedBy(kept)).toEqual(['YN061', 'YN061'])
  })

  it('ご家族だけが同意しても、ご本人のいる派遣は動かない', async () => {
    const one = await town.chain('offered')
    const family = randomUUID()
    await past(`insert into dispatch_party (id, body_id, request_id, kind, call_name) values ($1, $2, $3, 'family', '母')`, [family, one.taker, one.request])
    await past('update agreement set party_id = $2 where id = $1', [one.yesOfClient, family])
    expect(await agree(one.yesOfSupporter)).toBe('allowed')
    expect(await planState(one.plan)).toBe('offered')
    expect(await dispatchOf(one)).toEqual({ state: 'preparing', current_version_id: null })
  })

  it('最後の人の同意で計画が決まり、そのあとで始められる', async () => {
    const one = await town.chain('offered')
    expect(await agree(one.yesOfSupporter)).toBe('allowed')
    expect(await planState(one.plan)).toBe('agreed')
    expect(await dispatchOf(one)).toEqual({ state: 'agreed', current_version_id: one.plan })
    expect(await begin(one)).toBe('allowed')
  })

  it('画面からも、全員がそろうまで始められない', async () => {
    const one = await town.chain('offered')
    const { ctx } = town.world.aobaDispatch
    expect(await beginDispatch(ctx, { dispatchId: one.dispatch, version: 1 })).toMatchObject({ ok: false, refusal: { code: 'dispatch.notAgreed' } })
    await agree(one.yesOfSupporter)
    expect(await beginDispatch(ctx, { dispatchId: one.dispatch, version: 2 })).toMatchObject({ ok: true })
  })
})

describe('N6 示した計画は書きかえられない', () => {
  const texts = [
    'purpose', 'plan_text', 'content_text', 'frequency_text', 'place_text', 'do_text', 'dont_text', 'emergency_text', 'share_text',
    'period_from', 'period_to', 'ladder', 'no', 'content_hash', 'offered_at',
  ]
  const value: Record<string, unknown> = { period_from: '2026-10-02', period_to: '2027-03-30', ladder: 5, no: 8, content_hash: Buffer.from('x'), offered_at: '2026-11-20T00:00:00Z' }

  it.each(texts)('%s', async (column) => {
    const change = (one: Chain) => town.told(`update plan_version set ${column} = $2 where id = $1`, [one.plan, value[column] ?? '書きかえ'])
    expect(await change(await town.chain('offered'))).toBe('YN062')
    expect(await change(await town.chain('active'))).toBe('YN062')
  })

  it.each([
    ['offered', 'draft'], ['agreed', 'draft'], ['agreed', 'offered'], ['superseded', 'draft'], ['superseded', 'offered'],
    ['superseded', 'agreed'], ['draft', 'agreed'],
  ])('%s の版は %s に戻せない', async (from, to) => {
    const one = await town.chain('offered')
    await past('update plan_version set state = $2 where id = $1', [one.plan, from])
    expect(await town.told('update plan_version set state = $2 where id = $1', [one.plan, to])).toBe('YN062')
  })

  it('版は下書きから始まり、示したときに中身の指紋が決まる', async () => {
    const one = await town.chain('active')
    for (const state of ['offered', 'agreed', 'superseded']) expect(await town.put('plan_version', planRow(one, { state }))).toBe('YN062')
    const draft = planRow(one)
    expect(await town.put('plan_version', draft)).toBe('allowed')
    expect(await town.told(`update plan_version set purpose = '書きかえ' where id = $1`, [draft.id])).toBe('allowed')
    expect(await town.told(`update plan_version set state = 'offered', content_hash = '\\x00' where id = $1`, [draft.id])).toBe('allowed')
    const [row] = await town.owner.query('select length(content_hash) as bytes from plan_version where id = $1', [draft.id])
    expect(row?.bytes).toBe(32)
  })

  it('画面での書きかえは、だれも同意していない新しい版になり、いまの計画はそのまま', async () => {
    const one = await town.chain('active')
    const { ctx } = town.world.aobaDispatch
    const text = {
      purpose: '新しい目的', frequency: '週1回', place: '', dos: '', donts: '', emergency: '', shares: '',
      from: town.clock.today(), to: town.clock.today(), ladder: 6,
    }
    const answer = await writePlan(ctx, { dispatchId: one.dispatch, newestNo: 1, version: 1, text })
    expect(answer).toMatchObject({ ok: true, value: { no: 2 } })
    const [asked] = await town.owner.query(
      'select count(*)::int as n from agreement a join plan_version v on v.id = a.plan_version_id where v.dispatch_id = $1 and v.no = 2', [one.dispatch])
    expect(asked?.n).toBe(0)
    expect(await dispatchOf(one)).toEqual({ state: 'active', current_version_id: one.plan })
  })
})

describe('N6 同意は、示された文面への、その人の、一度きりの答え', () => {
  it('示されていない版や、別の文面には同意できない', async () => {
    const one = await town.chain('offered')
    expect(await town.told(`update agreement set state = 'agreed', decided_at = app.now(), content_hash = '\\x00' where id = $1`, [one.yesOfSupporter])).toBe('YN063')
    for (const state of ['draft', 'agreed', 'superseded']) {
      const late = await town.chain('offered')
      await past('update plan_version set state = $2 where id = $1', [late.plan, state])
      expect(await agree(late.yesOfSupporter)).toBe('YN063')
    }
  })

  it('答えは変えられず、はじめから「同意」の行は作れず、ほかの版や人に付けかえられない', async () => {
    const one = await town.chain('offered')
    for (const state of ['pending', 'declined', 'void']) {
      const at = state === 'declined' ? 'app.now()' : 'null'
      expect(await town.told(`update agreement set state = $2, decided_at = ${at} where id = $1`, [one.yesOfClient, state])).toBe('YN064')
    }
    const row = { id: randomUUID(), body_id: one.taker, dispatch_id: one.dispatch, plan_version_id: one.plan, person_id: one.person }
    await past('delete from agreement where id = $1', [one.yesOfSupporter])
    expect(await town.put('agreement', { ...row, state: 'agreed', decided_at: '2026-11-21T00:00:00Z' })).toBe('YN064')
    expect(await town.put('agreement', row)).toBe('allowed')
    const moved = await town.chain('reoffered')
    expect(await tried(town.as.aobaDispatch, [`update agreement set state = 'void', plan_version_id = $2 where id = $1`, [moved.nextOfClient, moved.plan]])).toBe('YN064')
    expect(await tried(town.as.aobaDispatch, [`update agreement set state = 'void', person_id = $2 where id = $1`, [moved.nextOfSupporter, randomUUID()]])).toBe('YN064')
  })

  it('当事者でない人の同意は、数に入れられない', async () => {
    const [one, other] = await makeChains(town.database, town.ground, 2, 'offered')
    const row = { id: randomUUID(), body_id: one!.taker, dispatch_id: one!.dispatch, plan_version_id: one!.plan }
    for (const who of [{ party_id: other!.party }, { party_id: randomUUID() }, { person_id: other!.person }]) {
      expect(await tried(town.as.aobaDispatch, adding('agreement', { ...row, ...who }))).toBe('YN067')
    }
  })
})

describe('N6 動いているあいだ、いまの計画と顔ぶれは変わらない', () => {
  it('新しい版に全員が同意するまで、いまの版は外せない', async () => {
    const one = await town.chain('reoffered')
    const drop = `update plan_version set state = 'superseded' where id = $1`
    expect(await town.told(drop, [one.plan])).toBe('YN066')
    await agree(one.nextOfClient)
    expect(await town.told(drop, [one.plan])).toBe('YN066')
    expect(await dispatchOf(one)).toEqual({ state: 'active', current_version_id: one.plan })
    await agree(one.nextOfSupporter)
    expect(await dispatchOf(one)).toEqual({ state: 'active', current_version_id: one.nextPlan })
    expect([await planState(one.plan), await planState(one.nextPlan)]).toEqual(['superseded', 'agreed'])
  })

  it('全員が同意しても、派遣が移らないまま終わる処理は通らない', async () => {
    const one = await town.chain('reoffered')
    await past(`update agreement set state = 'agreed', decided_at = app.now() where plan_version_id = $1`, [one.nextPlan])
    expect(await town.told(`update plan_version set state = 'superseded' where id = $1`, [one.plan])).toBe('YN066')
  })

  it('全員が同意していない版には、移れない', async () => {
    const one = await town.chain('reoffered')
    expect(await town.told('update dispatch set current_version_id = $2 where id = $1', [one.dispatch, one.nextPlan])).toBe('YN061')
  })

  it('サポーターが加わるのは休止中だけで、加わった人も同意してから再開する', async () => {
    const { one, row } = await joining()
    expect(await town.put('dispatch_supporter', row)).toBe('YN065')
    await town.owner.query(`update dispatch set state = 'paused' where id = $1`, [one.dispatch])
    expect(await town.put('dispatch_supporter', row)).toBe('allowed')
    expect(await begin(one)).toBe('YN061')
  })

  it('ほかの人の登録では、加われない', async () => {
    const [one, other] = await makeChains(town.database, town.ground, 2, 'offered')
    const row = { dispatch_id: one!.dispatch, person_id: randomUUID(), body_id: one!.taker, roster_entry_id: other!.entry }
    expect(await tried(town.as.aobaDispatch, adding('dispatch_supporter', row))).toBe('YN101')
  })
})

describe('N6 壁をはずすと、同じことをしただけで破れる', () => {
  /** Dispatches under way of whose plan in force somebody has not agreed to: the person, a supporter, or whoever was asked. */
  const activeUnagreed = (one: Chain) =>
    town.owner.query(
      `select d.id from dispatch d where d.id = $1 and d.state = 'active' and (
         exists (select 1 from agreement a where a.plan_version_id = d.current_version_id and a.state <> 'agreed')
         or exists (select 1 from dispatch_party p where p.request_id = d.request_id and p.kind = 'person' and not exists (
           select 1 from agreement a where a.plan_version_id = d.current_version_id and a.party_id = p.id))
         or exists (select 1 from dispatch_supporter s where s.dispatch_id = d.id and s.ended_at is null and not exists (
           select 1 from agreement a where a.plan_version_id = d.current_version_id and a.person_id = s.person_id)))`, [one.dispatch])

  /** What the desk of あおば市 does before the wall of a table and without it. */
  const desk = (table: string, statement: [text: string, values: unknown[]], violations: () => Promise<unknown[]>) =>
    withAndWithout(town, { walls: [{ table, trigger: 'g10' }], attempt: () => tried(town.as.aobaDispatch, statement), violations })

  it.each([['まだ答えていない', `update agreement set state = 'pending', decided_at = null where id = $1`], ['たずねてもいない', 'delete from agreement where id = $1']])(
    'サポーターが%s計画で、派遣が動き出す', async (_, unanswered) => {
      const one = await town.chain('offered')
      await past(unanswered, [one.yesOfSupporter])
      await past(`update plan_version set state = 'agreed' where id = $1`, [one.plan])
      const outcome = await desk(
        'dispatch', [`update dispatch set state = 'active', current_version_id = $2 where id = $1`, [one.dispatch, one.plan]],
        () => activeUnagreed(one),
      )
      expect(outcome).toEqual({ with: ['YN061', 0], without: ['allowed', 1] })
    })

  it('動いている派遣の計画が、全員の同意のない版に替わる', async () => {
    const one = await town.chain('reoffered')
    const outcome = await desk(
      'dispatch', ['update dispatch set current_version_id = $2 where id = $1', [one.dispatch, one.nextPlan]],
      () => activeUnagreed(one),
    )
    expect(outcome).toEqual({ with: ['YN061', 0], without: ['allowed', 1] })
  })

  it('同意された計画が、書きかえられる', async () => {
    const one = await town.chain('active')
    const outcome = await desk(
      'plan_version', [`update plan_version set purpose = '書きかえ' where id = $1`, [one.plan]],
      () => town.owner.query(`select id from plan_version where id = $1 and state = 'agreed' and purpose = '書きかえ'`, [one.plan]),
    )
    expect(outcome).toEqual({ with: ['YN062', 0], without: ['allowed', 1] })
  })

  it('休まずに加わったサポーターが、同意しないまま動く', async () => {
    const { one, row } = await joining()
    const outcome = await desk('dispatch_supporter', adding('dispatch_supporter', row), () => activeUnagreed(one))
    expect(outcome).toEqual({ with: ['YN065', 0], without: ['allowed', 1] })
  })
})
