import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { passOnStop } from '#app/features/stopping/commands/pass-on-stop.server.ts'
import { recordStop } from '#app/features/stopping/commands/record-stop.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import { getClientStop } from '#app/features/stopping/queries.server.ts'
import { type Chain, makeChains } from './rows/chain.ts'
import { mail, stopRow } from './rows/stops.ts'
import { adding, openTown, type Town } from './rows/town.ts'

let town: Town
let one: Chain
let asked: Chain

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

/** A running dispatch with everything a stop has to end, and what it must leave alone. */
beforeEach(async () => {
  const [first, second] = await makeChains(town.database, town.ground, 2, 'reoffered')
  one = first!
  asked = second!
  const draft = (visit: string) => ({
    id: randomUUID(), body_id: one.taker, dispatch_id: one.dispatch, visit_id: visit, person_id: one.person, state: 'draft',
  })
  await town.owner.transaction(async (sql) => {
    await sql(...adding('proposal', {
      id: randomUUID(), body_id: one.taker, request_id: one.request, person_id: asked.person, reconfirmation_id: asked.reconfirmation,
      state: 'sent', sent_at: '2026-11-21T00:00:00Z',
    }))
    await sql(...adding('report', draft(one.held)))
    await sql(...adding('report', draft(one.coming)))
    for (const kind of ['visit.reminder', 'visit.booked', 'incident.reported', 'report.answered']) await sql(...adding('outbox', mail(one, kind)))
    await sql(...adding('outbox', { ...mail(one, 'proposal.sent'), dispatch_id: null, request_id: one.request }))
  })
})

/** Everything a stop touches, in words. */
async function picture(sql: Sql): Promise<Record<string, unknown>> {
  const lines = async (columns: string, rest: string) => {
    const rows = await sql(`select concat_ws(' ', ${columns}) as line from ${rest}`, rest.includes('$2') ? [one.dispatch, one.request] : [one.dispatch])
    return rows.map((row) => row.line).sort()
  }
  return {
    dispatch: await lines('state', 'dispatch where id = $1'),
    visits: await lines(`state, coalesce(cancelled_by, '-')`, 'visit where dispatch_id = $1'),
    bookings: await lines('s.live', 'visit_supporter s join visit v on v.id = s.visit_id where v.dispatch_id = $1'),
    plans: await lines('no, state', 'plan_version where dispatch_id = $1'),
    answers: await lines('v.no, a.state', 'agreement a join plan_version v on v.id = a.plan_version_id where a.dispatch_id = $1'),
    reports: await lines('v.state, r.state', 'report r join visit v on v.id = r.visit_id where r.dispatch_id = $1'),
    access: await lines('ended_at <= app.now(), access_until <= app.now()', 'dispatch_supporter where dispatch_id = $1'),
    mails: await lines(
      `kind, state, case when payload_enc is null then 'empty' else 'sealed' end`, 'outbox where dispatch_id = $1 or request_id = $2'),
  }
}

const before = {
  dispatch: ['active'],
  visits: ['held -', 'scheduled -'],
  bookings: ['t', 't'],
  plans: ['1 agreed', '2 offered'],
  answers: ['1 agreed', '1 agreed', '2 pending', '2 pending'],
  reports: ['held draft', 'scheduled draft'],
  access: [''],
  mails: [
    'incident.reported queued sealed', 'proposal.sent queued sealed', 'report.answered queued sealed', 'visit.booked queued sealed',
    'visit.reminder queued sealed',
  ],
}
const dispatchMails = [
  'incident.reported queued sealed', 'report.answered queued sealed', 'stop.notice queued empty', 'visit.booked cancelled empty',
  'visit.reminder cancelled empty',
]
const after = {
  dispatch: ['stopped'],
  visits: ['cancelled stop', 'held -'],
  bookings: ['f', 't'],
  plans: ['1 agreed', '2 superseded'],
  answers: ['1 agreed', '1 agreed', '2 void', '2 void'],
  reports: ['cancelled void', 'held draft'],
  access: ['t t'],
}

async function requestIs(sql: Sql) {
  const [request] = await sql('select state, stopped_at is not null as stopped from dispatch_request where id = $1', [one.request])
  const proposals = await sql('select state from proposal where request_id = $1', [one.request])
  const tasks = await sql(`select t.kind, t.state from task t join stop_request s on s.id = t.stop_request_id
    where s.request_id = $1 or s.dispatch_id = $2`, [one.request, one.dispatch])
  return { ...request, proposals: proposals.map((row) => row.state), tasks: tasks.map((row) => `${row.kind} ${row.state}`) }
}

const ways: Record<string, { say: () => [string, unknown[]]; wholeRequest: boolean; word: boolean }> = {
  '申出の全体への中止の申出': { say: () => adding('stop_request', stopRow(one)), wholeRequest: true, word: true },
  'この派遣への中止の申出': { say: () => adding('stop_request', stopRow(one, { request_id: null, dispatch_id: one.dispatch })), wholeRequest: false, word: true },
  '派遣の行を止める': { say: () => [`update dispatch set state = 'stopped', stopped_at = app.now() where id = $1`, [one.dispatch]], wholeRequest: false, word: false },
  '申出の行を止める': { say: () => [`update dispatch_request set state = 'closed', stopped_at = app.now() where id = $1`, [one.request]], wholeRequest: true, word: false },
}

describe('N8 中止は、言われたその処理の中で、すべてに効く', () => {
  it.each(Object.entries(ways))('%s', async (_name, { say, wholeRequest, word }) => {
    await town.owner.transaction(async (sql) => {
      expect(await picture(sql)).toEqual(before)
      await sql(...say())
      const { mails, ...rest } = await picture(sql)
      expect(rest).toEqual(after)
      const expected = [
        ...dispatchMails, wholeRequest ? 'proposal.sent cancelled empty' : 'proposal.sent queued sealed',
        ...(word ? ['stop.staff queued empty'] : []),
      ]
      expect(mails).toEqual(expected.sort())
      expect(await requestIs(sql)).toEqual({
        state: wholeRequest ? 'closed' : 'coordinating', stopped: wholeRequest,
        proposals: [wholeRequest ? 'cancelled' : 'sent'], tasks: word ? ['stop.followUp open'] : [],
      })
    })
  })

  it('処理が取り消されれば、何も残らない', async () => {
    const fails = town.owner.transaction(async (sql) => {
      await sql(...adding('stop_request', stopRow(one)))
      expect((await picture(sql)).dispatch).toEqual(['stopped'])
      throw new Error('the line went dead')
    })
    await expect(fails).rejects.toThrow('the line went dead')
    expect(await picture(town.owner.query)).toEqual(before)
  })

  it('中止の記録が、同じ処理の中で監査に残る', async () => {
    const row = stopRow(one)
    await town.put('stop_request', row)
    const rows = await town.owner.query('select action, chain from audit_log where entity_id = $1', [row.id])
    expect(rows).toEqual([{ action: 'stop.received', chain: one.taker }])
  })

  it('二度言われても、効き目は一度だけ', async () => {
    await town.put('stop_request', stopRow(one))
    const [first] = await town.owner.query('select stopped_at from dispatch where id = $1', [one.dispatch])
    await town.goTo(new Date('2026-11-21T02:00:00Z'))
    expect(await town.put('stop_request', stopRow(one))).toBe('allowed')
    expect(await town.put('stop_request', { ...stopRow(one), channel: 'phone' })).toBe('allowed')
    expect(await town.owner.query('select stopped_at from dispatch where id = $1', [one.dispatch])).toEqual([first])
    const notices = await town.owner.query(`select id from outbox where dispatch_id = $1 and kind = 'stop.notice'`, [one.dispatch])
    expect(notices).toHaveLength(1)
    expect(await town.owner.query(`select id from task where request_id = $1 and kind = 'stop.followUp'`, [one.request])).toHaveLength(1)
    await town.goTo(new Date('2026-11-21T01:42:00Z'))
  })
})

describe('N8 中止は、派遣がどの状態でも効く', () => {
  it.each([['preparing', 'stopped'], ['agreed', 'stopped'], ['active', 'stopped'], ['paused', 'stopped'], ['ended', 'ended']])('%s', async (state, then) => {
    await town.owner.tamper((sql) =>
      sql(`update dispatch set state = $2::text, ended_on = case when $2::text = 'ended' then '2026-11-20'::date end where id = $1`, [one.dispatch, state]))
    expect(await town.put('stop_request', stopRow(one))).toBe('allowed')
    expect((await picture(town.owner.query)).dispatch).toEqual([then])
  })
})

describe('N8 言う人と、言い方', () => {
  const stopped = async () => (await picture(town.owner.query)).dispatch

  it('ご本人は、カードの一行だけで止められる', async () => {
    await town.client(one)((sql) => sql(...adding('stop_request', stopRow(one))))
    expect(await stopped()).toEqual(['stopped'])
  })

  it('サポーターが伝えた中止のあと、その人からご本人は見えなくなる', async () => {
    const see = () => town.supporter(one)(async (sql) => (await sql('select id from dispatch_party')).length)
    expect(await see()).toBe(1)
    expect(await passOnStop(town.world.supporter(one.person), { visitId: one.held })).toMatchObject({ ok: true })
    expect(await stopped()).toEqual(['stopped'])
    expect(await see()).toBe(0)
    expect(await town.supporter(one)((sql) => sql('select id from dispatch'))).toEqual([])
    expect(await town.supporter(one)((sql) => sql('select id from plan_version'))).toEqual([])
  })

  it('サポーターは、ほかの派遣も、申出も止められない', async () => {
    const say = (change: object) => town.supporter(asked)((sql) => sql(...adding('stop_request', stopRow(one, { party_id: null, ...change }))))
    await expect(say({ request_id: null, dispatch_id: one.dispatch })).rejects.toMatchObject({ code: '42501' })
    await expect(say({ dispatch_id: asked.dispatch })).rejects.toMatchObject({ code: '42501' })
    await expect(say({})).rejects.toMatchObject({ code: '42501' })
    expect(await stopped()).toEqual(['active'])
  })

  it('カードの画面からも、職員の記録からも', async () => {
    const actor = { kind: 'card' as const, cardHash: one.cardHash, partyId: one.party, requestId: one.request, bodyId: one.taker }
    expect(await sayStop({ ...town.world.visitor, actor })).toMatchObject({ ok: true })
    expect(await stopped()).toEqual(['stopped'])
    const spoken = { requestId: asked.request, channel: 'phone' as const }
    expect(await recordStop(town.world.aobaDispatch.ctx, spoken)).toMatchObject({ ok: true })
    const [row] = await town.owner.query('select state from dispatch where id = $1', [asked.dispatch])
    expect(row).toEqual({ state: 'stopped' })
  })

  it('ご本人のページは、この中止で取り消された予定だけを言う', async () => {
    const before = randomUUID()
    await town.owner.tamper(async (sql) => {
      await sql(
        `insert into visit (id, body_id, dispatch_id, plan_version_id, starts_at, ends_at, day, state, live, cancelled_by)
         values ($1, $2, $3, $4, '2026-11-22T05:00:00Z', '2026-11-22T06:00:00Z', '2026-11-22', 'cancelled', false, 'desk')`,
        [before, one.taker, one.dispatch, one.plan])
    })
    const actor = { kind: 'card' as const, cardHash: one.cardHash, partyId: one.party, requestId: one.request, bodyId: one.taker }
    const card = { ...town.world.visitor, actor }
    expect(await sayStop(card)).toMatchObject({ ok: true })
    expect((await getClientStop(card))?.firstVisit).toEqual(new Date('2026-11-24T05:00:00Z'))
  })

  it('サポーターは、止まった派遣の中止をもう一度は伝えられない', async () => {
    const supporter = town.world.supporter(one.person)
    expect(await passOnStop(supporter, { visitId: one.held })).toMatchObject({ ok: true })
    expect(await passOnStop(supporter, { visitId: one.held })).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
    expect(await town.owner.query('select 1 from stop_request where dispatch_id = $1', [one.dispatch])).toHaveLength(1)
  })
})
