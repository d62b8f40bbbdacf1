import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerPlan } from '#app/features/dispatch/commands/answer-plan.server.ts'
import { offerPlan } from '#app/features/dispatch/commands/offer-plan.server.ts'
import { bookVisit } from '#app/features/activity/commands/book-visit.server.ts'
import { submitReport } from '#app/features/activity/commands/submit-report.server.ts'
import { presentMyVisit } from '#app/features/activity/presenter/visits.ts'
import { getMyVisit } from '#app/features/activity/queries/visits.server.ts'
import { getMyHome } from '#app/features/oversight/queries/my-home.server.ts'
import { reportIncident } from '#app/features/safety/commands/report-incident.server.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import { type Chain, hash, makeChains } from './rows/chain.ts'
import { mail, stopRow } from './rows/stops.ts'
import { adding, openTown, type Town, tried } from './rows/town.ts'

let town: Town
let one: Chain

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  one = await town.chain('reoffered')
})

const past = (text: string, values: unknown[]) => town.owner.tamper((sql) => sql(text, values))
const stop = (change?: object) => town.put('stop_request', stopRow(one, change))
const officer = () => town.as.aobaDispatch
const later = { starts_at: '2026-11-25T05:00:00Z', ends_at: '2026-11-25T06:00:00Z', day: '2026-11-25' }

describe('N8 中止のあと、その派遣に新しいことは起きない', () => {
  const visit = () => ({ id: randomUUID(), body_id: one.taker, dispatch_id: one.dispatch, plan_version_id: one.plan, state: 'scheduled', ...later })
  const plan = () => ({
    id: randomUUID(), body_id: one.taker, dispatch_id: one.dispatch, no: 8, state: 'draft', purpose: 'p', plan_text: 'p',
    content_text: 'c', period_from: '2026-11-21', period_to: '2027-03-31',
  })
  const of = () => ({ id: randomUUID(), body_id: one.taker, request_id: one.request })
  const newRows: Record<string, () => [string, object]> = {
    '訪問の予定': () => ['visit', visit()],
    '計画の新しい版': () => ['plan_version', plan()],
    '同意のお願い': () => ['agreement', { id: randomUUID(), body_id: one.taker, dispatch_id: one.dispatch, plan_version_id: one.plan, person_id: one.person }],
    'サポーターの参加': () => ['dispatch_supporter', { dispatch_id: one.dispatch, person_id: one.person, body_id: one.taker, roster_entry_id: one.entry, period: 2 }],
    '打診': () => ['proposal', { ...of(), person_id: one.person, reconfirmation_id: one.reconfirmation, state: 'sent', sent_at: later.starts_at }],
    'サポーター探し': () => ['candidate_search', { ...of(), searched_by: town.world.aobaDispatch.personId, criteria: '{}' }],
    '新しい派遣': () => ['dispatch', { ...of(), kind: 'client', fiscal_year: 2026, no: 77, state: 'preparing' }],
    '調整への同意': () => ['coordination_consent', { ...of(), party_id: one.party, given_at: later.starts_at, method: 'card' }],
  }

  it.each(Object.keys(newRows))('%s', async (name) => {
    await stop()
    const [table, row] = newRows[name]!()
    expect(await town.put(table, row as Record<string, unknown>)).toBe('YN081')
    expect(await tried(officer(), adding(table, row as Record<string, unknown>))).toBe('YN081')
  })

  it('取り消された予定も、示した計画も、待っていた同意も、下書きも、よみがえらない', async () => {
    const report = { id: randomUUID(), body_id: one.taker, dispatch_id: one.dispatch, visit_id: one.coming, person_id: one.person, state: 'draft' }
    await town.put('report', report)
    const queued = mail(one, 'visit.reminder')
    await town.put('outbox', queued)
    await stop()
    const change = (text: string, id: string) => town.told(`${text} where id = $1`, [id])
    expect(await change(`update visit set state = 'scheduled', live = true`, one.coming)).toBe('YN081')
    expect(await change(`update visit set state = 'held', live = true, outcome = 'met'`, one.coming)).toBe('YN081')
    expect(await change(`update visit set ends_at = ends_at + interval '1 hour'`, one.held)).toBe('YN081')
    expect(await change(`update plan_version set state = 'offered'`, one.nextPlan)).toBe('YN081')
    expect(await change(`update agreement set state = 'pending'`, one.nextOfClient)).toBe('YN081')
    expect(await change(`update agreement set state = 'agreed', decided_at = app.now()`, one.nextOfSupporter)).toBe('YN081')
    expect(await change(`update report set state = 'draft'`, report.id)).toBe('YN083')
    expect(await change(`update report set state = 'submitted'`, report.id)).toBe('YN082')
    expect(await change(`update outbox set state = 'queued'`, queued.id)).toBe('YN086')
    expect(await town.told('update dispatch_supporter set ended_at = null where dispatch_id = $1', [one.dispatch])).toBe('YN081')
  })

  it('行われなかった訪問の報告は、もう出せない', async () => {
    await stop()
    const report = { id: randomUUID(), body_id: one.taker, dispatch_id: one.dispatch, visit_id: one.coming, person_id: one.person, state: 'draft' }
    expect(await town.put('report', report)).toBe('YN082')
  })

  it('動いている派遣でも、取り消した訪問は戻らず、答えた報告は下書きに戻らない', async () => {
    await town.owner.query(`update visit set state = 'cancelled', live = false where id = $1`, [one.coming])
    expect(await town.told(`update visit set state = 'scheduled', live = true where id = $1`, [one.coming])).toBe('YN085')
    const report = { id: randomUUID(), body_id: one.taker, dispatch_id: one.dispatch, visit_id: one.held, person_id: one.person, state: 'answered' }
    await town.put('report', report)
    expect(await town.told(`update report set state = 'draft' where id = $1`, [report.id])).toBe('YN083')
  })

  it('予定や登場人物を、止まった申出から別の派遣へ逃がせない', async () => {
    const other = await town.chain('active')
    const move = (text: string, values: unknown[]) => tried(officer(), [text, values])
    expect(await move('update dispatch set request_id = $2 where id = $1', [one.dispatch, other.request])).toBe('YN087')
    expect(await move('update dispatch set request_id = null where id = $1', [one.dispatch])).toBe('YN087')
    expect(await move('update dispatch_party set request_id = $2 where id = $1', [one.party, other.request])).toBe('YN087')
    await stop()
    expect(await move(...adding('visit_client', { visit_id: other.coming, party_id: one.party, body_id: one.taker }))).toBe('YN088')
  })

  it('ない派遣や申出にぶら下げることはできない', async () => {
    expect(await town.put('visit', { ...visit(), dispatch_id: randomUUID() })).toBe('YN080')
    expect(await town.put('plan_version', { ...plan(), dispatch_id: randomUUID() })).toBe('YN080')
    expect(await town.put('outbox', { ...mail(one, 'visit.reminder'), dispatch_id: randomUUID() })).toBe('YN080')
    const other = await town.chain('active')
    const foreign = { id: randomUUID(), body_id: one.taker, dispatch_id: one.dispatch, visit_id: other.held, person_id: one.person, state: 'draft' }
    expect(await town.put('report', foreign)).toBe('YN080')
  })
})

describe('N8 中止は、取り消せない', () => {
  it.each([
    ['dispatch', 'stopped_at = null'], ['dispatch', `stopped_at = stopped_at + interval '1 day'`], ['dispatch', `state = 'active', stopped_at = null`],
    ['dispatch', `state = 'ended', ended_on = '2026-11-21'`], ['dispatch_request', 'stopped_at = null'], ['dispatch_request', `state = 'coordinating'`],
    ['stop_request', `channel = 'staff'`], ['stop_request', `received_at = received_at + interval '1 day'`], ['stop_request', 'party_id = null'],
  ])('%s: %s', async (table, set) => {
    const row = stopRow(one)
    await town.put('stop_request', row)
    const id = { dispatch: one.dispatch, dispatch_request: one.request, stop_request: row.id }[table]
    expect(await town.told(`update ${table} set ${set} where id = $1`, [id])).toBe('YN084')
  })

  it('申出の記録は消せず、済んだ後始末は戻らない', async () => {
    const row = stopRow(one)
    await town.put('stop_request', row)
    expect(await town.told('delete from stop_request where id = $1', [row.id])).toBe('YN132')
    const done = `update stop_request set follow_up = 'done', done_at = app.now() where id = $1`
    expect(await town.told(done, [row.id])).toBe('allowed')
    expect(await town.told(`update stop_request set follow_up = 'open', done_at = null where id = $1`, [row.id])).toBe('YN084')
  })

  it('終わった派遣は、動き出さない', async () => {
    await town.owner.query(`update dispatch set state = 'ended', ended_on = '2026-11-21' where id = $1`, [one.dispatch])
    for (const state of ['preparing', 'agreed', 'active', 'paused', 'stopped']) {
      expect(await town.told(`update dispatch set state = $2 where id = $1`, [one.dispatch, state])).toBe('YN084')
    }
  })
})

describe('N8 中止のあとも、できること', () => {
  const seen = { did: 'お茶を飲みました', worry: null, self: null, cost: null }

  it('行われた訪問の報告は、あとから出せる', async () => {
    await stop()
    const ctx = town.world.supporter(one.person)
    expect(await submitReport(ctx, { visitId: one.held, outcome: 'met', arrived: '14:00', left: '15:00', ...seen })).toMatchObject({ ok: true })
    const [row] = await town.owner.query('select state from report where visit_id = $1', [one.held])
    expect(row).toEqual({ state: 'submitted' })
    expect(await submitReport(ctx, { visitId: one.coming, outcome: 'met', arrived: '14:00', left: '15:00', ...seen })).toMatchObject({ ok: false })
  })

  it('始まっていた訪問は、行われたと記録でき、報告も出せる', async () => {
    await past(`update visit set starts_at = '2026-11-21T01:00:00Z', ends_at = '2026-11-21T02:30:00Z', day = '2026-11-21' where id = $1`, [one.coming])
    await past(`update visit_supporter set starts_at = '2026-11-21T01:00:00Z', ends_at = '2026-11-21T02:30:00Z' where visit_id = $1`, [one.coming])
    await stop()
    const held = `update visit set state = 'held', outcome = 'turnedBack' where id = $1`
    expect(await tried(town.supporter(one), [held, [one.coming]], one.taker)).toBe('allowed')
    const report = { id: randomUUID(), body_id: one.taker, dispatch_id: one.dispatch, visit_id: one.coming, person_id: one.person, state: 'submitted', answer_due_on: '2026-12-01' }
    expect(await tried(town.supporter(one), adding('report', report), one.taker)).toBe('allowed')
  })

  it('事故は、中止のあとでも報告できる', async () => {
    await stop()
    const answer = await reportIncident(town.world.supporter(one.person), {
      visitId: one.held, kind: 'injury', occurredOn: addDays(town.clock.today(), -1), occurredAt: '14:30', place: '公園', summary: '転んだ',
      firstResponse: '手当て', presentState: '痛みはない',
    })
    expect(answer).toMatchObject({ ok: true })
  })

  it.each(['stop.notice', 'incident.reported', 'report.answered', 'recall.request'])('%s のお知らせは出せる', async (kind) => {
    await stop()
    expect(await town.put('outbox', mail(one, kind))).toBe('allowed')
  })

  it.each(['visit.reminder', 'visit.booked', 'plan.offered', 'proposal.sent'])('%s のお知らせは出せない', async (kind) => {
    await stop()
    expect(await town.put('outbox', mail(one, kind))).toBe('YN086')
    expect(await town.put('outbox', { ...mail(one, kind), dispatch_id: null, request_id: one.request })).toBe('YN086')
  })
})

describe('N8 画面からでも', () => {
  it('予定も、計画も、同意も、中止のあとは断られる', async () => {
    const { ctx } = town.world.aobaDispatch
    const [running] = await makeChains(town.database, town.ground, 1, 'active')
    const draft = randomUUID()
    await past(
      `insert into plan_version (id, body_id, dispatch_id, no, state, purpose, plan_text, content_text, period_from, period_to)
       values ($1, $2, $3, 2, 'draft', 'p', 'p', 'c', '2026-11-21', '2027-03-31')`, [draft, running!.taker, running!.dispatch])
    await town.put('stop_request', stopRow(running!))
    await stop()
    const day = addDays(town.clock.today(), 5)
    const book = { dispatchId: one.dispatch, day, from: '14:00', to: '15:00', supporters: [one.person], place: '', note: null }
    expect(await bookVisit(ctx, book)).toMatchObject({ ok: false })
    expect(await offerPlan(ctx, { planVersionId: draft, version: 1 })).toMatchObject({ ok: false, refusal: { code: 'dispatch.stopped' } })
    const seen = hash('next').toString('hex')
    const client = { ...town.world.visitor, actor: { kind: 'card' as const, cardHash: one.cardHash, partyId: one.party, requestId: one.request, bodyId: one.taker } }
    expect(await answerPlan(client, { planVersionId: one.nextPlan, answer: 'agree', seen })).toMatchObject({ ok: false, refusal: { code: 'agreement.closed' } })
    expect(await town.owner.query(`select id from visit where dispatch_id = $1 and state = 'scheduled'`, [one.dispatch])).toEqual([])
  })
})

describe('N8 N15 中止や終わりのあと、サポーターに見えるもの', () => {
  const where = { place: '北公園の東屋', note: 'チャイムは1回' }
  const told = { dont_text: '写真をとらない', place_text: '公民館' }

  beforeEach(async () => {
    await past('update visit set place_text = $2, note = $3 where dispatch_id = $1', [one.dispatch, where.place, where.note])
    await past('update plan_version set dont_text = $2, place_text = $3 where dispatch_id = $1', [one.dispatch, told.dont_text, told.place_text])
  })

  const seen = (visitId: string) => getMyVisit(town.world.supporter(one.person), visitId)
  const end = () => past(`update dispatch set state = 'ended', ended_on = '2026-11-21' where id = $1`, [one.dispatch])

  it('続いているあいだは、場所も、担当の書きとめも見える', async () => {
    expect(await seen(one.coming)).toMatchObject({ where, callName: 'そら', donts: told.dont_text })
    expect((await getMyHome(town.world.supporter(one.person)))?.next).toMatchObject({ place: where.place, callNames: ['そら'] })
  })

  it.each([['中止', () => stop()], ['終わり', end]])('%sのあとは、日にちだけが残り、場所も、書きとめも、名前も見えない', async (_, over) => {
    await over()
    for (const visitId of [one.held, one.coming]) {
      const facts = await seen(visitId)
      expect(facts).toMatchObject({ where: null, callName: null, donts: '', emergency: '', companions: [] })
      const shown = JSON.stringify(presentMyVisit(facts!, town.clock.now()))
      for (const word of [...Object.values(where), ...Object.values(told), 'そら']) expect(shown).not.toContain(word)
    }
    expect(presentMyVisit((await seen(one.held))!, town.clock.now())).toMatchObject({ over: '2026年11月20日（金）', canReport: true })
  })

  it('データベースも、場所と書きとめを渡さない', async () => {
    const place = () => town.supporter(one)((sql) => sql('select place, note from app.visit_place($1)', [one.held]))
    expect(await place()).toEqual([where])
    await expect(town.supporter(one)((sql) => sql('select place_text from visit'))).rejects.toMatchObject({ code: '42501' })
    await expect(town.supporter(one)((sql) => sql('select note from visit'))).rejects.toMatchObject({ code: '42501' })
    await stop()
    expect(await place()).toEqual([])
  })

  it('ほかのサポーターには、続いているあいだも渡さない', async () => {
    const other = await town.chain('active')
    expect(await town.supporter(other)((sql) => sql('select place from app.visit_place($1)', [one.held]))).toEqual([])
  })
})
