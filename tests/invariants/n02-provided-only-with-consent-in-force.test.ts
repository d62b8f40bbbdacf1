import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withdrawConsent } from '#app/features/consent/commands/withdraw-consent.server.ts'
import { deliverProvision } from '#app/features/roster/commands/deliver-provision.server.ts'
import { delivered, prepared } from '#tests/factories/roster.ts'
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
  chain = await town.chain('registered')
})

/** Somebody in a provision, not yet handed over. */
function handed(of: Chain, change: object = {}) {
  return {
    id: of.handed, provision_id: of.provision, body_id: of.giver, recipient_id: of.taker, roster_entry_id: of.entry,
    person_id: of.person, ...change,
  }
}

function profile(of: Chain, change: object = {}) {
  return {
    entry_id: of.handed, recipient_id: of.taker, person_id: of.person, name: '見本 花子', kana: 'ミホン ハナコ',
    kana_sort: 'みほん はなこ', name_search: '見本花子', home_area: 'あおば市', ...change,
  }
}

const past = (text: string, values: unknown[]) => town.owner.tamper((sql) => sql(text, values))
const withdraw = `update roster_consent set state = 'withdrawn', withdrawn_at = app.now(), version = version + 1 where id = $1`

/** People in a provision who have withdrawn, and whom nobody was asked to give back. */
const handedThoughWithdrawn = (chains: Chain[]) =>
  town.owner.query(
    `select e.id from provision_entry e join roster_entry r on r.id = e.roster_entry_id join roster_consent c on c.id = r.consent_id
      where c.state = 'withdrawn' and e.recall_requested_at is null and e.person_id = any ($1)`, [chains.map((one) => one.person)],
  )

/** A provision of the same giver to another municipality. */
async function provisionTo(recipient: string): Promise<object> {
  const id = randomUUID()
  const [last] = await town.owner.query('select coalesce(max(no), 0)::int + 1 as no from provision')
  await town.owner.query(...adding('provision', {
    id, body_id: chain.giver, recipient_id: recipient, fiscal_year: 2026, no: last!.no, purpose: 'x', state: 'prepared', expires_on: '2027-03-31',
  }))
  return { provision_id: id, recipient_id: recipient }
}

describe('N2 名簿に入れてお渡しするのは、そのとき同意が有効な人だけ', () => {
  it.each([['signed', 'allowed'], ['explained', 'YN021'], ['withdrawn', 'YN021'], ['lapsed', 'YN021']])(
    '同意が %s の人は %s', async (state, expected) => {
      await past(
        `update roster_consent set state = $2, withdrawn_at = case when $2 = 'withdrawn' then app.now() end,
           signed_at = case when $2 <> 'explained' then signed_at end where id = $1`, [chain.consent, state])
      expect(await town.put('provision_entry', handed(chain))).toBe(expected)
    })

  it.each([
    [`state = 'paused'`, 'YN021'], [`state = 'ended', end_reason = 'expired'`, 'YN021'],
    [`valid_to = '2026-11-20'`, 'YN021'], [`valid_from = '2026-11-22'`, 'YN021'], [`valid_to = '2026-11-21'`, 'allowed'],
  ])('登録が %s の人は %s', async (set, expected) => {
    await past(`update roster_entry set ${set} where id = $1`, [chain.entry])
    expect(await town.put('provision_entry', handed(chain))).toBe(expected)
  })

  it('用意したあとで取りやめた人は、もう渡せない', async () => {
    expect(await town.put('provision_entry', handed(chain))).toBe('allowed')
    await town.owner.query(withdraw, [chain.consent])
    expect(await town.told('update provision_entry set released_at = app.now() where id = $1', [chain.handed])).toBe('YN021')
    expect(await town.put('provision_profile', profile(chain))).toBe('YN021')
  })

  it('渡した行を、ほかの人に付けかえられない', async () => {
    const [other, gone] = await makeChains(town.database, town.ground, 2, 'registered')
    await town.owner.query(withdraw, [gone!.consent])
    await town.put('provision_entry', handed(chain))
    await town.owner.query('update provision_entry set released_at = app.now() where id = $1', [chain.handed])
    for (const to of [other!, gone!]) {
      const move = 'update provision_entry set roster_entry_id = $2, person_id = $3 where id = $1'
      expect(await tried(town.as.rosterOfficer, [move, [chain.handed, to.entry, to.person]])).toBe('YN025')
    }
  })

  it('返却のお願いは、取り消せない', async () => {
    await town.put('provision_entry', handed(chain))
    await town.owner.query(withdraw, [chain.consent])
    expect(await town.told('update provision_entry set recall_requested_at = null where id = $1', [chain.handed])).toBe('YN103')
  })
})

describe('N2 お渡し先は、同意書にある市町村で、派遣をしているか予定しているところだけ', () => {
  it('同意書にない市町村には渡せず、予定先もふくむ同意なら渡せる', async () => {
    const to = await provisionTo(town.world.kuromatsu.id)
    expect(await town.put('provision_entry', handed(chain, to))).toBe('YN023')
    await past('update roster_consent set covers_planned = true where id = $1', [chain.consent])
    expect(await town.put('provision_entry', handed(chain, to))).toBe('allowed')
  })

  it.each([['none', 'YN024'], ['planned', 'allowed'], ['operating', 'allowed'], ['ended', 'YN024']])(
    '派遣事業が %s の市町村には %s', async (status, expected) => {
      const set = (to: string) => past(
        `update programme set status = $2 where body_id = $1 and kind = 'dispatch'`, [chain.taker, to])
      await set(status)
      expect(await town.put('provision_entry', handed(chain))).toBe(expected)
      await set('operating')
    })

  it('ほかの年度や、ほかの事業の行では渡せない', async () => {
    const year = (to: number) => past(`update programme set fiscal_year = $2 where body_id = $1`, [chain.taker, to])
    await year(2025)
    expect(await town.put('provision_entry', handed(chain))).toBe('YN024')
    await year(2026)
    await past('update roster_consent set covers_planned = true where id = $1', [chain.consent])
    expect(await town.put('provision_entry', handed(chain, await provisionTo(town.world.tonari.id)))).toBe('YN024')
  })

  it('お渡し先と提供書の行き先は、同じでなければならない', async () => {
    expect(await town.put('provision_entry', handed(chain, { recipient_id: town.world.kuromatsu.id })))
      .toMatch(/^(YN023|23503 provision_entry_provision_id_body_id_recipient_id_fkey)$/)
  })
})

describe('N2 渡す項目は、ご本人が「のせる」と選んだものだけ', () => {
  const items = [['phone_enc', 'allow_phone', Buffer.from('x')], ['address_enc', 'allow_address', Buffer.from('x')], ['is_peer', 'allow_peer', true]] as const

  it.each(items)('%s は、%s のときだけ', async (column, choice, value) => {
    await town.put('provision_entry', handed(chain))
    await past(`update roster_consent set ${choice} = false where id = $1`, [chain.consent])
    expect(await town.put('provision_profile', profile(chain, { [column]: value }))).toBe('YN022')
    await past(`update roster_consent set ${choice} = true where id = $1`, [chain.consent])
    expect(await town.put('provision_profile', profile(chain, { [column]: value }))).toBe('allowed')
  })

  it('名前と地域だけなら、選んでいなくても渡せる', async () => {
    await town.put('provision_entry', handed(chain))
    await past('update roster_consent set allow_phone = false where id = $1', [chain.consent])
    expect(await town.put('provision_profile', profile(chain))).toBe('allowed')
  })
})

describe('N2 画面からの提供', () => {
  it('取りやめた人は入らず、残りの人だけが渡る', async () => {
    await past(`update roster_consent set state = 'lapsed' where state = 'signed' and body_id = $1`, [town.world.midori.id])
    const [stays, goes] = await makeChains(town.database, town.ground, 2, 'registered')
    expect(await withdrawConsent(town.world.supporter(goes!.person), { consentId: goes!.consent })).toMatchObject({ ok: true })
    const { provisionId } = await delivered(town.world, 'aoba')
    const people = await town.owner.query('select person_id from provision_entry where provision_id = $1', [provisionId])
    expect(people).toEqual([{ person_id: stays!.person }])
  })

  it('見てから渡すまでに取りやめがあれば、渡さずに見直しを求める', async () => {
    const { provisionId } = await prepared(town.world, 'aoba')
    await town.owner.query(withdraw, [chain.consent])
    const { ctx } = town.world.rosterOfficer
    expect(await deliverProvision(ctx, { provisionId, version: 1, seen: '0'.repeat(64) })).toMatchObject({ ok: false })
    expect(await town.owner.query('select id from provision_entry where provision_id = $1', [provisionId])).toEqual([])
  })
})

describe('N2 取りやめと提供が同時でも', () => {
  it('返却のお願いのないまま、取りやめた人が名簿に残ることはない', async () => {
    const chains = await makeChains(town.database, town.ground, 60, 'registered')
    const answers = await Promise.all(chains.flatMap((one) => [
      tried(town.as.rosterOfficer, adding('provision_entry', handed(one, { released_at: '2026-11-21T01:42:00Z' }))),
      tried(town.supporter(one), [withdraw, [one.consent]], one.giver),
    ]))
    expect(answers.filter((answer) => answer !== 'allowed' && answer !== 'YN021')).toEqual([])
    expect(await handedThoughWithdrawn(chains)).toEqual([])
  })
})

describe('N2 壁をはずすと、同じことをしただけで破れる', () => {
  const handing = (change?: object) => () => tried(town.as.rosterOfficer, adding('provision_entry', handed(chain, change)))

  it('同意を取りやめた人が、返却のお願いもなしに渡る', async () => {
    await town.owner.query(withdraw, [chain.consent])
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'provision_entry', trigger: 'g10' }], attempt: handing(), violations: () => handedThoughWithdrawn([chain]),
    })
    expect(outcome).toEqual({ with: ['YN021', 0], without: ['allowed', 1] })
  })

  it('同意書にない市町村に渡る', async () => {
    const to = await provisionTo(town.world.kuromatsu.id)
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'provision_entry', trigger: 'g10' }], attempt: handing(to),
      violations: () => town.owner.query(
        `select e.id from provision_entry e join roster_entry r on r.id = e.roster_entry_id join roster_consent c on c.id = r.consent_id
          where e.id = $1 and not c.covers_planned and not exists (
            select 1 from roster_consent_recipient t where t.consent_id = c.id and t.recipient_id = e.recipient_id)`, [chain.handed]),
    })
    expect(outcome).toEqual({ with: ['YN023', 0], without: ['allowed', 1] })
  })

  it('派遣をしていない市町村に渡る', async () => {
    const status = (to: string) => past(`update programme set status = $2 where body_id = $1 and kind = 'dispatch'`, [chain.taker, to])
    await status('none')
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'provision_entry', trigger: 'g10' }], attempt: handing(),
      violations: () => town.owner.query(
        `select e.id from provision_entry e where e.id = $1 and not exists (
           select 1 from programme g where g.body_id = e.recipient_id and g.kind = 'dispatch' and g.status in ('planned', 'operating'))`, [chain.handed]),
    })
    await status('operating')
    expect(outcome).toEqual({ with: ['YN024', 0], without: ['allowed', 1] })
  })

  it('ご本人が選ばなかった電話番号が渡る', async () => {
    await town.put('provision_entry', handed(chain))
    await past('update roster_consent set allow_phone = false where id = $1', [chain.consent])
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'provision_profile', trigger: 'g10' }],
      attempt: () => tried(town.as.rosterOfficer, adding('provision_profile', profile(chain, { phone_enc: Buffer.from('x') }))),
      violations: () => town.owner.query(
        `select p.entry_id from provision_profile p join provision_entry e on e.id = p.entry_id
           join roster_entry r on r.id = e.roster_entry_id join roster_consent c on c.id = r.consent_id
          where p.phone_enc is not null and not c.allow_phone`),
    })
    expect(outcome).toEqual({ with: ['YN022', 0], without: ['allowed', 1] })
  })
})
