import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { prepareDispatch } from '#app/features/dispatch/commands/prepare-dispatch.server.ts'
import { recordSearch } from '#app/features/dispatch/commands/record-search.server.ts'
import { sendProposals } from '#app/features/dispatch/commands/send-proposals.server.ts'
import { withdrawConsent } from '#app/features/dispatch/commands/withdraw-consent.server.ts'
import type { CardActor } from '#app/shared/actor.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import type { Door } from '#tests/database/doors.ts'
import { requestNow } from '#tests/factories/dispatch-request.ts'
import { type Chain, makeChains } from './rows/chain.ts'
import { withAndWithout } from './rows/control.ts'
import { adding, openTown, type Town, tried } from './rows/town.ts'

let town: Town
let chain: Chain

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  chain = await town.chain('consented')
})

const past = (text: string, values: unknown[]) => town.owner.tamper((sql) => sql(text, values))
const of = (one: Chain) => ({ id: randomUUID(), body_id: one.taker, request_id: one.request })

let dispatchNo = 1_000

/** Of the four things that need the client's consent, the three that are rows; the fourth is the start of coordination. */
const acts = {
  candidate_search: (one: Chain) => ({ ...of(one), searched_by: town.world.aobaDispatch.personId, criteria: '{}' }),
  proposal: (one: Chain, to: Chain = one) => ({
    ...of(one), person_id: to.person, reconfirmation_id: to.reconfirmation, state: 'sent', sent_at: '2026-11-21T01:42:00Z',
  }),
  dispatch: (one: Chain) => ({ ...of(one), kind: 'client', fiscal_year: 2026, no: (dispatchNo += 1), state: 'preparing' }),
}
type Act = keyof typeof acts
const actNames = Object.keys(acts) as Act[]

/** Rows of an act that is going on although no consent of the request is in force. */
const withoutConsent = (act: Act, chains: Chain[]) =>
  town.owner.query(
    `select a.id from ${act} a where a.request_id = any ($1) ${act === 'proposal' ? `and a.state in ('sent', 'interested')` : ''}
       and not exists (select 1 from coordination_consent c where c.request_id = a.request_id and c.withdrawn_at is null)`,
    [chains.map((one) => one.request)],
  )

const states = ['draft', 'received', 'consented', 'coordinating', 'placed', 'closed'] as const
const consents = {
  なし: 'delete from coordination_consent where request_id = $1',
  有効: 'select $1::uuid',
  取りやめ: 'update coordination_consent set withdrawn_at = app.now() where request_id = $1',
}
const cells = actNames.flatMap((act) =>
  states.flatMap((state) => (Object.keys(consents) as (keyof typeof consents)[]).map((consent) => ({ act, state, consent }))),
)

describe('N4 サポーターを探すのは、ご本人の調整への同意のあと', () => {
  it.each(cells)('$act: 申出が $state、同意が $consent', async ({ act, state, consent }) => {
    await past('update dispatch_request set state = $2 where id = $1', [chain.request, state])
    await past(consents[consent], [chain.request])
    const open = consent === '有効' && ['consented', 'coordinating', 'placed'].includes(state)
    expect(await town.put(act, acts[act](chain))).toBe(open ? 'allowed' : 'YN041')
  })

  it('申出の行がなければ、何もできない', async () => {
    for (const act of actNames) {
      expect(await town.put(act, { ...acts[act](chain), request_id: randomUUID() })).toBe('YN080')
    }
  })

  it('同意の前に調整を始めたことにはできない', async () => {
    const request = await town.chain('consented')
    await past(`update dispatch_request set state = 'received', consented_at = null, coordination_started_at = null where id = $1`, [request.request])
    await past(consents['なし'], [request.request])
    const set = (text: string) => town.told(`update dispatch_request set ${text} where id = $1`, [request.request])
    expect(await set('coordination_started_at = app.now()')).toBe('YN041')
    expect(await set(`state = 'consented'`)).toBe('23514 request_consent_state')
    await past(`insert into coordination_consent (id, body_id, request_id, party_id, given_at, method)
      values ($1, $2, $3, $4, app.now(), 'card')`, [randomUUID(), request.taker, request.request, request.party])
    expect(await set('consented_at = app.now(), coordination_started_at = app.now()')).toBe('23514 request_consent_first')
    expect(await set(`coordination_started_at = app.now() - interval '1 day', consented_at = app.now()`)).toBe('23514 request_consent_first')
  })
})

describe('N4 だれにも、例外はない', () => {
  it('どの役割も、同意のない申出では何もできない', async () => {
    await past(consents['なし'], [chain.request])
    const everybody: Record<string, Door> = {
      ...town.as, supporter: town.supporter(chain), client: town.client(chain), visitor: town.doors.visitor, login: town.doors.login,
      job: town.doors.job,
    }
    const answers: Record<string, string> = {}
    for (const [who, door] of Object.entries(everybody)) {
      for (const act of actNames) answers[`${who} ${act}`] = await tried(door, adding(act, acts[act](chain)), chain.taker)
    }
    const said = Object.entries(answers)
    expect(said.filter(([, answer]) => answer !== 'YN041' && answer !== '42501')).toEqual([])
    expect(actNames.map((act) => answers[`aobaDispatch ${act}`])).toEqual(['YN041', 'YN041', 'YN041'])
    expect(said).toHaveLength(13 * actNames.length)
  })
})

describe('N4 候補は、条件を記録した担当者にだけ、5分のあいだだけ見える', () => {
  const look = (door: Door = town.as.aobaDispatch) => tried(door, ['select person_id from app.candidates($1)', [chain.request]])
  const record = () => town.put('candidate_search', acts.candidate_search(chain))

  it('記録がなければ見えない', async () => {
    expect(await look()).toBe('YN042')
    await record()
    expect(await look()).toBe('allowed')
    expect(await look(town.as.kuromatsuDispatch)).toBe('YN042')
    expect(await look(town.as.coordinator)).toBe('42501')
  })

  it('5分たてば見えない', async () => {
    await record()
    const later = (seconds: number) => town.goTo(new Date(Date.parse('2026-11-21T01:42:00Z') + seconds * 1000))
    await later(299)
    expect(await look()).toBe('allowed')
    await later(300)
    expect(await look()).toBe('YN042')
    await later(0)
  })

  it('記録のあとで同意が取りやめられたら、もう見えない', async () => {
    await record()
    await past(consents['取りやめ'], [chain.request])
    expect(await look()).toBe('YN041')
  })

  it('記録のあとで中止と言われたら、もう見えない', async () => {
    await record()
    await town.owner.query(
      `insert into stop_request (id, body_id, request_id, channel) values ($1, $2, $3, 'phone')`, [randomUUID(), chain.taker, chain.request])
    expect(await look()).toBe('YN081')
  })
})

describe('N4 同意の取りやめ', () => {
  const cardOf = (one: Chain): CardActor => ({
    kind: 'card', cardHash: one.cardHash, partyId: one.party, requestId: one.request, bodyId: one.taker,
  })

  it('同じ処理の中で打診を取り消し、元には戻せない', async () => {
    await town.put('proposal', acts.proposal(chain))
    const ctx = { ...town.world.visitor, actor: cardOf(chain) }
    expect(await withdrawConsent(ctx)).toMatchObject({ ok: true })
    expect(await town.owner.query('select state from proposal where request_id = $1', [chain.request])).toEqual([{ state: 'cancelled' }])
    expect(await town.told('update coordination_consent set withdrawn_at = null where id = $1', [chain.coordination])).toBe('YN043')
    expect(await town.put('proposal', acts.proposal(chain))).toBe('YN041')
  })

  it('同意を、ほかの申出に付けかえられない', async () => {
    const other = await town.chain('consented')
    const move = 'update coordination_consent set request_id = $2, party_id = $3 where id = $1'
    expect(await tried(town.as.aobaDispatch, [move, [chain.coordination, other.request, other.party]])).toBe('YN044')
  })

  it('画面からも、同意がなければ探せず、打診も準備もできない', async () => {
    const { ctx } = town.world.aobaDispatch
    await town.put('proposal', { ...acts.proposal(chain), state: 'interested' })
    const [sent] = await town.owner.query('select id from proposal where request_id = $1', [chain.request])
    await past(consents['取りやめ'], [chain.request])
    const { head } = await requestNow(town.world.aobaDispatch, chain.request)
    const noConsent = { ok: false, refusal: { code: 'request.noConsent' } }
    const ask = { requestId: chain.request, reconfirmationIds: [chain.reconfirmation], dueOn: addDays(town.clock.today(), 10), message: null }
    expect(await recordSearch(ctx, { requestId: chain.request, version: head.version })).toMatchObject(noConsent)
    expect(await sendProposals(ctx, ask)).toMatchObject(noConsent)
    expect(await prepareDispatch(ctx, { proposalId: String(sent!.id) })).toMatchObject({ ok: false, refusal: { code: 'wall.YN041' } })
  })

  it('取りやめと打診が同時でも、同意のない打診は残らない', async () => {
    const chains = await makeChains(town.database, town.ground, 40, 'consented')
    const withdraw = 'update coordination_consent set withdrawn_at = app.now() where id = $1'
    const answers = await Promise.all(chains.flatMap((one, index) => [
      tried(town.as.aobaDispatch, adding('proposal', acts.proposal(one))),
      tried(town.client(one), [withdraw, [one.coordination]], one.taker),
      tried(town.as.aobaDispatch, adding('proposal', acts.proposal(one, chains[(index + 1) % chains.length]))),
    ]))
    expect(answers.filter((answer) => answer !== 'allowed' && answer !== 'YN041')).toEqual([])
    expect(await withoutConsent('proposal', chains)).toEqual([])
  })
})

describe('N4 壁をはずすと、同じことをしただけで破れる', () => {
  it.each(actNames)('同意のない申出に、%s の行が立つ', async (act) => {
    await past(consents['なし'], [chain.request])
    const outcome = await withAndWithout(town, {
      walls: [{ table: act, trigger: 'g10' }],
      attempt: () => tried(town.as.aobaDispatch, adding(act, acts[act](chain))),
      violations: () => withoutConsent(act, [chain]),
    })
    expect(outcome).toEqual({ with: ['YN041', 0], without: ['allowed', 1] })
  })

  it('同意のない申出で、調整が始まる', async () => {
    await past('update dispatch_request set coordination_started_at = null where id = $1', [chain.request])
    await past(consents['なし'], [chain.request])
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'dispatch_request', trigger: 'g10' }],
      attempt: () => tried(town.as.aobaDispatch, ['update dispatch_request set coordination_started_at = app.now() where id = $1', [chain.request]]),
      violations: () => town.owner.query(
        `select r.id from dispatch_request r where r.id = $1 and r.coordination_started_at is not null and not exists (
           select 1 from coordination_consent c where c.request_id = r.id and c.withdrawn_at is null)`, [chain.request]),
    })
    expect(outcome).toEqual({ with: ['YN041', 0], without: ['allowed', 1] })
  })
})
