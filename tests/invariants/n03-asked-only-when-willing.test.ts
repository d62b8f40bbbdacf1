import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendProposals } from '#app/features/dispatch/commands/send-proposals.server.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import { searched } from '#tests/factories/dispatch-request.ts'
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

function proposal(of: Chain, change: object = {}) {
  return {
    id: randomUUID(), body_id: of.taker, request_id: of.request, person_id: of.person, reconfirmation_id: of.reconfirmation,
    state: 'sent', sent_at: '2026-11-21T01:42:00Z', ...change,
  }
}

const states = ['asked', 'willing', 'resting', 'declined', 'noAnswer']

describe('N3 打診は、その市町村の今年の再確認で「活動できる」と答えた人だけに', () => {
  it.each(states)('再確認が %s のとき', async (state) => {
    await past('update reconfirmation set state = $2 where id = $1', [chain.reconfirmation, state])
    expect(await town.put('proposal', proposal(chain))).toBe(state === 'willing' ? 'allowed' : 'YN031')
  })

  it('去年の答えでは、打診できない', async () => {
    await past('update reconfirmation set fiscal_year = 2025 where id = $1', [chain.reconfirmation])
    expect(await town.put('proposal', proposal(chain))).toBe('YN031')
  })

  it('3月31日までは今年度、4月1日からは去年の答えになる', async () => {
    await past(`update roster_entry set valid_to = '2027-12-31' where id = $1`, [chain.entry])
    await town.goTo(new Date('2027-03-31T14:59:59Z'))
    expect(await town.put('proposal', proposal(chain))).toBe('allowed')
    await past('delete from proposal where request_id = $1', [chain.request])
    await town.goTo(new Date('2027-03-31T15:00:00Z'))
    expect(await town.put('proposal', proposal(chain))).toBe('YN031')
    await town.goTo(new Date('2026-11-21T01:42:00Z'))
  })

  it('取りやめで取り消された答えでは、打診できない', async () => {
    await past('update reconfirmation set revoked_at = app.now() where id = $1', [chain.reconfirmation])
    expect(await town.put('proposal', proposal(chain))).toBe('YN031')
  })

  it('答えの行がなければ、または別の市町村や別の人の答えでは、打診できない', async () => {
    const [other] = await makeChains(town.database, town.ground, 1, 'willing')
    expect(await town.put('proposal', proposal(chain, { reconfirmation_id: randomUUID() }))).toBe('YN101')
    expect(await town.put('proposal', proposal(chain, { reconfirmation_id: other!.reconfirmation })))
      .toBe('23503 proposal_reconfirmation_id_body_id_person_id_fkey')
    expect(await town.put('proposal', proposal(chain, { body_id: town.world.kuromatsu.id })))
      .toMatch(/^23503 proposal_(request_id_body_id|reconfirmation_id_body_id_person_id)_fkey$/)
  })

  it('打診したあとで休むと答えたら、打診を「お願いできる」に進められない', async () => {
    const row = proposal(chain)
    await town.put('proposal', row)
    await town.owner.query(`update reconfirmation set state = 'resting' where id = $1`, [chain.reconfirmation])
    expect(await town.told(`update proposal set state = 'interested' where id = $1`, [row.id])).toBe('YN031')
    expect(await town.told(`update proposal set state = 'lapsed' where id = $1`, [row.id])).toBe('allowed')
    expect(await town.told(`update proposal set state = 'sent' where id = $1`, [row.id])).toBe('YN031')
  })
})

describe('N3 ご自分で休んでいる人は、理由を見せずに「いまはお願いできません」', () => {
  it.each([
    ['2026-11-21', null, 'YN032'], ['2026-11-21', '2026-11-21', 'YN032'], ['2026-11-01', '2026-11-20', 'allowed'], ['2026-11-22', null, 'allowed'],
  ])('%s から %s まで休むとき', async (from, until, expected) => {
    await past('update supporter set paused_from = $2, paused_until = $3 where person_id = $1', [chain.person, from, until])
    expect(await town.put('proposal', proposal(chain))).toBe(expected)
  })
})

describe('N3 派遣の担当者の役割でも、画面からでも', () => {
  it('同じ壁に当たる', async () => {
    await past(`update reconfirmation set state = 'resting' where id = $1`, [chain.reconfirmation])
    expect(await tried(town.as.aobaDispatch, adding('proposal', proposal(chain)))).toBe('YN031')
  })

  it.each(states)('再確認が %s の人を選んだとき', async (state) => {
    await past('update reconfirmation set state = $2 where id = $1', [chain.reconfirmation, state])
    await searched(town.world, chain.request)
    const input = {
      requestId: chain.request, reconfirmationIds: [chain.reconfirmation], dueOn: addDays(town.clock.today(), 10), message: null,
    }
    const answer = await sendProposals(town.world.aobaDispatch.ctx, input)
    expect(answer).toMatchObject(state === 'willing' ? { ok: true } : { ok: false, refusal: { code: 'proposal.notCandidate' } })
  })
})

describe('N3 休むという答えと打診が同時でも', () => {
  it('休むと答えた人への打診が、答えのあとに残ることはない', async () => {
    const chains = await makeChains(town.database, town.ground, 60, 'consented')
    const rest = `update reconfirmation set state = 'resting', version = version + 1 where id = $1`
    const answers = await Promise.all(chains.flatMap((one) => [
      tried(town.as.aobaDispatch, adding('proposal', proposal(one))),
      tried(town.supporter(one), [rest, [one.reconfirmation]], one.taker),
    ]))
    expect(answers.filter((answer) => answer !== 'allowed' && answer !== 'YN031')).toEqual([])
    const late = await town.owner.query(
      `select p.id from proposal p join reconfirmation q on q.id = p.reconfirmation_id
        where p.request_id = any ($1) and q.state = 'resting'
          and (select seq from audit_log a where a.xid = p.xmin::text::bigint limit 1)
            > (select seq from audit_log a where a.xid = q.xmin::text::bigint limit 1)`, [chains.map((one) => one.request)])
    expect(late).toEqual([])
  })
})

describe('N3 壁をはずすと、同じことをしただけで破れる', () => {
  it.each(states.filter((state) => state !== 'willing'))('再確認が %s の人に、打診が届く', async (state) => {
    await past('update reconfirmation set state = $2 where id = $1', [chain.reconfirmation, state])
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'proposal', trigger: 'g10' }],
      attempt: () => tried(town.as.aobaDispatch, adding('proposal', proposal(chain))),
      violations: () => town.owner.query(
        `select p.id from proposal p join reconfirmation q on q.id = p.reconfirmation_id
          where p.request_id = $1 and p.state in ('sent', 'interested') and q.state <> 'willing'`, [chain.request]),
    })
    expect(outcome).toEqual({ with: ['YN031', 0], without: ['allowed', 1] })
  })
})
