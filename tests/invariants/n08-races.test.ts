// A stop against everything it has to end, at the same moment, many times. The order of commits is read from
// PostgreSQL's commit timestamps; on the embedded database, where one connection serialises everything, from the
// transaction numbers. Never from a sequence: that runs ahead of the lock it waits for.
import { randomInt, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Sql } from '#tests/database/doors.ts'
import { type Chain, makeChains } from './rows/chain.ts'
import { type Attempt, chanceFrom, type Outcome, runAll, tally } from './rows/race.ts'
import { mail, stopRow } from './rows/stops.ts'
import { adding, openTown, type Town } from './rows/town.ts'

let town: Town
/** Many connections at once; the embedded database has one. */
const many = inject('database').engine === 'postgres'
/** Other waits every time; those of a run that failed come back with its printed seed. */
const seed = Number(process.env.RACE_SEED ?? randomInt(2 ** 31))
/** Dispatches in a race: the control runs as many as what it is a control of. */
const size = many ? 200 : 140
/** What a race without the guards must at least break, by kind: about a quarter of what it was seen to break. */
const brokenUnguarded = { visit: 80, agreement: 20, proposal: 40, report: 12, queueing: 35, claiming: 40 }
/** The same without the locks alone: of agreements and mails on their way the guards hold the row by themselves. */
const brokenUnlocked = { visit: 150, proposal: 90, report: 12, queueing: 50 }

beforeAll(async () => {
  town = await openTown()
  if (!many) return
  const [setting] = await town.owner.query(`select current_setting('track_commit_timestamp') as value`)
  if (setting?.value !== 'on') throw new Error('The server needs track_commit_timestamp = on.')
  await town.owner.query(`do $$ begin execute format('alter database %I set deadlock_timeout = ''100ms''', current_database()); end $$`)
})
afterAll(() => town.close())

const guarded = ['visit', 'visit_supporter', 'agreement', 'proposal', 'report', 'outbox']

/** Every fourth stop is of one dispatch alone: the request may go on. */
const ofDispatchAlone = (no: number) => no % 4 === 2

/** The ways of saying stop, each by its own actor. */
function stopOf(one: Chain, no: number): Attempt {
  const way = no % 4
  const door = way === 1 ? town.as.aobaDispatch : ofDispatchAlone(no) ? town.supporter(one) : town.client(one)
  const change = way === 1 ? { channel: 'phone', party_id: null }
    : ofDispatchAlone(no) ? { channel: 'viaSupporter', party_id: null, request_id: null, dispatch_id: one.dispatch } : {}
  return {
    kind: 'stop', door, body: one.taker, ask: async () => true,
    act: async (sql) => void (await sql(...adding('stop_request', stopRow(one, change)))),
  }
}

const running = (one: Chain) => async (sql: Sql) => (await sql('select 1 from dispatch where id = $1 and stopped_at is null', [one.dispatch])).length > 0

function visits(one: Chain): Attempt[] {
  return [0, 1, 2, 3].map((no) => ({
    kind: 'visit', door: town.as.aobaDispatch, ask: running(one),
    async act(sql) {
      const id = randomUUID()
      const times = { body_id: one.taker, starts_at: `2026-12-0${no + 1}T05:00:00Z`, ends_at: `2026-12-0${no + 1}T06:00:00Z`, live: true }
      await sql(...adding('visit', { id, dispatch_id: one.dispatch, plan_version_id: one.plan, state: 'scheduled', day: times.starts_at.slice(0, 10), ...times }))
      await sql(...adding('visit_supporter', { visit_id: id, person_id: one.person, ...times }))
    },
  }))
}

/** Every third one does not hold the dispatch first: those meet the stop head-on and are tried again. */
function answers(one: Chain, no: number): Attempt[] {
  const hold = (sql: Sql) => (no % 3 === 0 ? Promise.resolve([]) : sql('select app.hold_dispatch($1)', [one.dispatch]))
  const both = [[one.nextOfClient, town.client(one)], [one.nextOfSupporter, town.supporter(one)]] as const
  return both.map(([id, door]) => ({
    kind: 'agreement', door, body: one.taker,
    ask: async (sql) => (await sql(`select 1 from agreement where id = $1 and state = 'pending'`, [id])).length > 0,
    async act(sql) {
      await hold(sql)
      await sql(`update agreement a set state = 'agreed', decided_at = app.now(), method = 'link', content_hash = v.content_hash
        from plan_version v where v.id = a.plan_version_id and a.id = $1`, [id])
    },
  }))
}

function proposals(one: Chain, others: Chain[]): Attempt[] {
  return others.map((to) => ({
    kind: 'proposal', door: town.as.aobaDispatch,
    ask: async (sql) => (await sql('select 1 from dispatch_request where id = $1 and stopped_at is null', [one.request])).length > 0,
    act: async (sql) => void (await sql(...adding('proposal', {
      id: randomUUID(), body_id: one.taker, request_id: one.request, person_id: to.person, reconfirmation_id: to.reconfirmation,
      state: 'sent', sent_at: '2026-11-21T01:42:00Z',
    }))),
  }))
}

function reports(one: Chain): Attempt[] {
  const report = (visit: string, kind: string): Attempt => ({
    kind, door: town.supporter(one), body: one.taker,
    ask: async (sql) => (await sql('select 1 from visit where id = $1 and live', [visit])).length > 0,
    act: async (sql) => void (await sql(...adding('report', {
      id: randomUUID(), body_id: one.taker, dispatch_id: one.dispatch, visit_id: visit, person_id: one.person, state: 'draft',
    }))),
  })
  return [report(one.coming, 'report'), report(one.held, 'report on a visit held')]
}

function mails(one: Chain, queued: string[]): Attempt[] {
  const queue: Attempt = {
    kind: 'queueing', door: town.as.aobaDispatch, ask: running(one),
    act: async (sql) => void (await sql(...adding('outbox', mail(one, 'visit.reminder')))),
  }
  const claims = queued.map((id): Attempt => ({
    kind: 'claiming', door: town.doors.job, body: one.taker,
    ask: async (sql) => (await sql(`select 1 from outbox where id = $1 and state = 'queued'`, [id])).length > 0,
    async act(sql) {
      await sql('select app.hold_dispatch($1, false)', [one.dispatch])
      await sql(`update outbox set state = 'sending', attempts = attempts + 1 where id = $1`, [id])
    },
  }))
  return [queue, { ...queue }, ...claims]
}

/** What may not be there afterwards, by kind. */
async function violations(chains: Chain[]): Promise<Record<string, number>> {
  const committed = (row: string) => (many ? `pg_xact_commit_timestamp(${row}.xmin)` : `${row}.xmin::text::bigint`)
  const stop = `(select min(${committed('s')}) from stop_request s where s.dispatch_id = d.id or s.request_id = d.request_id)`
  const checks: Record<string, string> = {
    visit: `visit v join dispatch d on d.id = v.dispatch_id where d.stopped_at is not null and v.live and v.state = 'scheduled'`,
    agreement: `agreement a join dispatch d on d.id = a.dispatch_id
      where d.stopped_at is not null and (a.state = 'pending' or a.plan_version_id <> all ($2) and a.state = 'agreed' and ${committed('a')} > ${stop})`,
    proposal: `proposal p join dispatch_request r on r.id = p.request_id join dispatch d on d.request_id = r.id
      where r.stopped_at is not null and p.state in ('sent', 'interested')`,
    report: `report x join visit v on v.id = x.visit_id join dispatch d on d.id = v.dispatch_id where v.state = 'cancelled' and x.state <> 'void'`,
    queueing: `outbox o join dispatch d on d.id = o.dispatch_id
      where d.stopped_at is not null and o.state = 'queued' and o.kind = 'visit.reminder'`,
    claiming: `outbox o join dispatch d on d.id = o.dispatch_id where o.state = 'sending' and ${committed('o')} > ${stop}`,
    unstopped: `dispatch d where d.stopped_at is null`,
  }
  const found: Record<string, number> = {}
  for (const [kind, from] of Object.entries(checks)) {
    const values = from.includes('$2') ? [chains.map((one) => one.dispatch), chains.map((one) => one.plan)] : [chains.map((one) => one.dispatch)]
    const [row] = await town.owner.query(`select count(*)::int as n from ${from} and d.id = any ($1)`, values)
    found[kind] = Number(row?.n)
  }
  return found
}

/** Attempts that were begun after a stop had been answered, and were done all the same. */
function doneTooLate(outcomes: Outcome[][]): Outcome[] {
  return outcomes.flatMap((group) => {
    const stopped = group.find(({ kind }) => kind === 'stop')!.to
    return group.filter(({ kind, answer, from }) => kind !== 'stop' && kind !== 'report on a visit held' && answer === 'allowed' && from > stopped)
  })
}

async function race(name: string, dispatches: number) {
  const chains = await makeChains(town.database, town.ground, dispatches, 'reoffered')
  const waiting = chains.map((one) => [mail(one, 'visit.reminder'), mail(one, 'visit.booked')])
  await town.owner.transaction(async (sql) => {
    for (const row of waiting.flat()) await sql(...adding('outbox', row))
  })
  const groups = chains.map((one, no) => {
    const others = (ofDispatchAlone(no) ? [] : [1, 2, 3]).map((step) => chains[(no + step) % chains.length]!)
    return [
      stopOf(one, no), ...visits(one), ...answers(one, no), ...proposals(one, others), ...reports(one), ...mails(one, waiting[no]!.map(({ id }) => id)),
    ]
  })
  const from = performance.now()
  const outcomes = await runAll(groups, 4, many, chanceFrom(seed))
  const seconds = (performance.now() - from) / 1000
  const all = outcomes.flat()
  const found = await violations(chains)
  const total = Object.values(found).reduce((sum, n) => sum + n, 0)
  const deadlocks = all.reduce((sum, one) => sum + one.deadlocks, 0)
  const line = { seed, attempts: all.length, violations: total, deadlocks, seconds: Number(seconds.toFixed(1)), ...found }
  process.stdout.write(`N8 races, ${town.database.engine}, ${name}: ${JSON.stringify(line)}\n${JSON.stringify(tally(all))}\n`)
  return { outcomes, all, found }
}

/** The same race with a wall taken away, which is put back whatever came of it; what was broken, by kind. */
async function without(name: string, takeAway: () => Promise<void>, putBack: () => Promise<void>): Promise<Record<string, number>> {
  try {
    await takeAway()
    return (await race(name, size)).found
  } finally {
    await putBack()
  }
}

/** Kinds of which a control broke less than it must to show anything. */
function tooFew(found: Record<string, number>, least: Record<string, number>): string[] {
  return Object.keys(least).filter((kind) => found[kind]! < least[kind]!)
}

describe('N8 中止と同時に起きたこと', () => {
  it('どれだけ重なっても、中止のあとに何も残らない', async () => {
    const { outcomes, all, found } = await race('with the guards', size)
    expect(all.length).toBeGreaterThanOrEqual(2_000)
    expect(found).toEqual({ visit: 0, agreement: 0, proposal: 0, report: 0, queueing: 0, claiming: 0, unstopped: 0 })
    expect(doneTooLate(outcomes)).toEqual([])
    const answered = new Set(all.map(({ answer }) => answer))
    const expected = ['allowed', 'told', 'YN072', 'YN073', 'YN081', 'YN082', 'YN086']
    expect([...answered].filter((answer) => !expected.includes(answer))).toEqual([])
    expect(all.filter(({ kind, answer }) => (kind === 'stop' || kind === 'report on a visit held') && answer !== 'allowed')).toEqual([])
    // The race was one: of everything it can end, some came before the stop, and some were refused by a wall.
    for (const kind of ['visit', 'agreement', 'proposal', 'report', 'queueing', 'claiming']) {
      const of = all.filter((one) => one.kind === kind)
      expect([kind, of.some(({ answer }) => answer === 'allowed'), of.some(({ answer }) => answer.startsWith('YN'))]).toEqual([kind, true, true])
    }
  }, 120_000)

  it('壁をはずすと、同じことをしただけで破れる', async () => {
    const found = await without(
      'without the guards',
      async () => {
        for (const table of guarded) await town.owner.query(`alter table ${table} disable trigger g10`)
      },
      async () => {
        for (const table of guarded) await town.owner.query(`alter table ${table} enable trigger g10`)
      },
    )
    expect(tooFew(found, brokenUnguarded)).toEqual([])
  }, 120_000)

  // One connection takes every transaction after the other: there the missing lock could not show.
  if (many) it('壁に錠がなければ、接続が多いときに破れる', async () => {
    const names = ['require_dispatch', 'require_request']
    const definitions = await town.owner.query(
      `select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'app'::regnamespace and proname = any ($1)`, [names])
    const texts = definitions.map((row) => String(row.text))
    const found = await without(
      'without the locks',
      async () => {
        for (const text of texts) {
          const unlocked = text.replaceAll(/ for (share|no key update);/g, ';')
          expect(unlocked).not.toBe(text)
          await town.owner.query(unlocked)
        }
      },
      async () => {
        for (const text of texts) await town.owner.query(text)
      },
    )
    expect(tooFew(found, brokenUnlocked)).toEqual([])
  }, 120_000)
})
