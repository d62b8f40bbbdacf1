import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerSupporter } from '#app/features/roster/commands/register-supporter.server.ts'
import { type Chain, makeChains } from './rows/chain.ts'
import { withAndWithout } from './rows/control.ts'
import { adding, openTown, type Town, tried } from './rows/town.ts'

let town: Town

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

let no = 0

/** The registration of a chain, as the roster officer writes it. */
function entryOf(chain: Chain, change: object = {}) {
  no += 1
  return {
    id: randomUUID(), body_id: chain.giver, person_id: chain.person, completion_id: chain.completion, consent_id: chain.consent,
    fiscal_year: 2026, registration_no: no, state: 'active', valid_from: '2026-11-21', valid_to: '2027-03-31',
    name: '見本 花子', kana: 'ミホン ハナコ', kana_sort: 'みほん はなこ', name_search: '見本花子', ...change,
  }
}

const register = (chain: Chain, change?: object) => town.put('roster_entry', entryOf(chain, change))

/** The consent of a chain, brought into a state past its guards. */
async function consentIs(chain: Chain, state: string): Promise<void> {
  await town.owner.tamper((sql) =>
    sql(
      `update roster_consent set state = $2, withdrawn_at = case when $2 = 'withdrawn' then app.now() end,
         signed_at = case when $2 <> 'explained' then signed_at end where id = $1`,
      [chain.consent, state],
    ),
  )
}

/** A consent whose text has been explained, and the signature under it. */
async function reading(change: object = {}) {
  const chain = await town.chain('signed')
  await consentIs(chain, 'explained')
  await town.owner.tamper((sql) => sql('update roster_consent set method = null where id = $1', [chain.consent]))
  const columns = { state: 'signed', signed_at: '2026-11-21T01:00:00Z', method: 'drawn', ...change }
  const set = Object.keys(columns).map((name, index) => `${name} = $${index + 2}`).join(', ')
  return { chain, sign: () => town.told(`update roster_consent set ${set} where id = $1`, [chain.consent, ...Object.values(columns)]) }
}

/** Registrations that stand although the person has withdrawn. */
const registeredThoughWithdrawn = () =>
  town.owner.query(
    `select e.id from roster_entry e join roster_consent c on c.id = e.consent_id where c.state = 'withdrawn' and e.state <> 'ended'`,
  )

describe('N1 名簿の登録は、修了と、説明のあとに署名された同意がそろってから', () => {
  it.each([
    ['explained', 'YN011'], ['signed', 'allowed'], ['withdrawn', 'YN011'], ['lapsed', 'YN011'],
  ])('同意が %s のとき、登録は %s', async (state, expected) => {
    const chain = await town.chain('signed')
    await consentIs(chain, state)
    expect(await register(chain)).toBe(expected)
  })

  it('同意の行も修了の行もなければ、登録できない', async () => {
    const chain = await town.chain('signed')
    expect(await register(chain, { consent_id: randomUUID() })).toBe('YN011')
    expect(await register(chain, { completion_id: randomUUID() })).toBe('YN012')
  })

  it('取り消された修了では、登録できない', async () => {
    const chain = await town.chain('signed')
    expect(await town.told('update completion set voided_at = app.now() where id = $1', [chain.completion])).toBe('allowed')
    expect(await register(chain)).toBe('YN012')
  })

  it('登録が立っている修了は、登録が終わるまで取り消せない', async () => {
    const chain = await town.chain('registered')
    const voiding = () => town.told('update completion set voided_at = app.now() where id = $1', [chain.completion])
    expect(await voiding()).toBe('YN012')
    await town.owner.query(`update roster_entry set state = 'ended', end_reason = 'removed' where id = $1`, [chain.entry])
    expect(await voiding()).toBe('allowed')
  })

  it('ほかの人の同意や修了、ほかの団体への同意では、登録できない', async () => {
    const [mine, other] = await makeChains(town.database, town.ground, 2, 'signed')
    expect(await register(mine!, { consent_id: other!.consent })).toBe('23503 roster_entry_consent_id_body_id_person_id_fkey')
    expect(await register(mine!, { completion_id: other!.completion })).toBe('23503 roster_entry_completion_id_body_id_person_id_fkey')
    expect(await register(mine!, { body_id: town.world.kuromatsu.id })).toMatch(/^23503 roster_entry_(consent|completion)_id_body_id_person_id_fkey$/)
  })

  it('登録の担当者の役割でも、同じ壁に当たる', async () => {
    const chain = await town.chain('signed')
    await consentIs(chain, 'withdrawn')
    expect(await tried(town.as.rosterOfficer, adding('roster_entry', entryOf(chain)))).toBe('YN011')
  })

  it('終わった登録は、元に戻せない', async () => {
    const chain = await town.chain('registered')
    await town.owner.query(`update roster_entry set state = 'ended', end_reason = 'expired' where id = $1`, [chain.entry])
    expect(await town.told(`update roster_entry set state = 'active', end_reason = null where id = $1`, [chain.entry])).toBe('YN013')
  })

  it('画面からの登録も、同意がなければ断られ、あれば通る', async () => {
    const facts = { name: '見本 花子', kana: 'ミホン ハナコ', workingName: null, homeArea: 'あおば市', phone: null, address: null }
    const officer = town.world.rosterOfficer.ctx
    for (const state of ['explained', 'withdrawn', 'lapsed']) {
      const chain = await town.chain('signed')
      await consentIs(chain, state)
      expect(await registerSupporter(officer, { consentId: chain.consent, ...facts }))
        .toMatchObject({ ok: false, refusal: { code: 'roster.notSigned' } })
    }
    const chain = await town.chain('signed')
    expect(await registerSupporter(officer, { consentId: chain.consent, ...facts })).toMatchObject({ ok: true })
  })
})

describe('N1 署名は説明のあとで、署名した同意は書きかえられない', () => {
  it('説明がない、または署名のあとの説明は、同意にならない', async () => {
    for (const explained_at of [null, '2026-11-21T01:00:00Z', '2026-11-21T01:00:01Z']) {
      const { sign } = await reading({ explained_at })
      expect(await sign()).toBe('23514 roster_consent_explained_first')
    }
    expect(await (await reading({ explained_at: '2026-11-21T00:59:59Z' })).sign()).toBe('allowed')
  })

  it('一人で読む人は、すべての項目を読み終えてから署名する', async () => {
    const { chain, sign } = await reading()
    await town.owner.tamper((sql) => sql('delete from explanation_ack where consent_id = $1 and item_no = 2', [chain.consent]))
    expect(await sign()).toBe('YN015')
  })

  it.each(['drawn', 'paperScan'])('のせるものを選んでいない人、署名のあとで選ぶ人は、署名できない（%s）', async (method) => {
    for (const chosen_at of [null, '2099-01-01T00:00:00Z']) {
      const { sign } = await reading({ chosen_at, method })
      expect(await sign()).toBe('YN017')
    }
  })

  it('紙の署名は、紙がなければ記録できず、本人の画面からも記録できない', async () => {
    const { chain, sign } = await reading({ method: 'paperScan' })
    expect(await sign()).toBe('YN016')
    await town.owner.tamper((sql) =>
      sql('insert into consent_paper (id, body_id, consent_id, person_id, file_sha256) values ($1, $2, $3, $4, $5)', [
        randomUUID(), chain.giver, chain.consent, chain.person, Buffer.from('x'),
      ]),
    )
    const own = `update roster_consent set state = 'signed', signed_at = app.now(), method = 'paperScan' where id = $1`
    expect(await tried(town.supporter(chain), [own, [chain.consent]], chain.giver)).toBe('YN016')
    expect(await sign()).toBe('allowed')
  })

  it('読んだ文面のまま署名する: 途中で別の文面に替えられない', async () => {
    const { chain } = await reading()
    const [text] = await town.owner.query(
      `insert into consent_text (id, body_id, no, title, body, sha256, in_force_from)
       values ($1, $2, 990, 'x', '{}', '\\x01', '2026-04-01') returning id`, [randomUUID(), chain.giver])
    expect(await town.told('update roster_consent set text_id = $2 where id = $1', [chain.consent, text!.id])).toBe('YN014')
  })

  it.each([
    ['signed_at', '2026-06-02T01:00:00Z'], ['explained_at', '2026-06-01T00:00:00Z'], ['method', 'typed'],
    ['explained_by', randomUUID()], ['chosen_at', '2026-06-02T00:03:00Z'], ['allow_phone', false], ['allow_address', true],
    ['allow_peer', true], ['allow_photo', true], ['person_id', randomUUID()], ['text_id', randomUUID()],
  ])('署名のあと、%s は変えられない', async (column, value) => {
    const chain = await town.chain('signed')
    expect(await town.told(`update roster_consent set ${column} = $2 where id = $1`, [chain.consent, value])).toBe('YN014')
  })

  it('署名のあと、お渡し先は増やせず、減らせない', async () => {
    const chain = await town.chain('signed')
    const officer = town.as.rosterOfficer
    const more = adding('roster_consent_recipient', { consent_id: chain.consent, recipient_id: town.world.kuromatsu.id })
    expect(await tried(officer, more)).toBe('YN014')
    expect(await tried(officer, ['delete from roster_consent_recipient where consent_id = $1', [chain.consent]])).toBe('YN014')
  })
})

describe('N1 取りやめと登録が同時でも', () => {
  it('取りやめた人の登録は残らない', async () => {
    const chains = await makeChains(town.database, town.ground, 60, 'signed')
    const withdraw = `update roster_consent set state = 'withdrawn', withdrawn_at = app.now(), version = version + 1 where id = $1`
    const answers = await Promise.all(chains.flatMap((chain) => [
      tried(town.as.rosterOfficer, adding('roster_entry', entryOf(chain))),
      tried(town.supporter(chain), [withdraw, [chain.consent]], chain.giver),
    ]))
    expect(new Set(answers)).toEqual(new Set(answers.filter((answer) => answer === 'allowed' || answer === 'YN011')))
    expect(await registeredThoughWithdrawn()).toEqual([])
  })
})

describe('N1 壁をはずすと、同じことをしただけで破れる', () => {
  it('同意を取りやめた人が、名簿に立つ', async () => {
    const chain = await town.chain('signed')
    await consentIs(chain, 'withdrawn')
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'roster_entry', trigger: 'g10' }],
      attempt: () => tried(town.as.rosterOfficer, adding('roster_entry', entryOf(chain))),
      violations: registeredThoughWithdrawn,
    })
    expect(outcome).toEqual({ with: ['YN011', 0], without: ['allowed', 1] })
  })

  it('取り消された修了の人が、名簿に立つ', async () => {
    const chain = await town.chain('signed')
    await town.owner.query('update completion set voided_at = app.now() where id = $1', [chain.completion])
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'roster_entry', trigger: 'g10' }],
      attempt: () => tried(town.as.rosterOfficer, adding('roster_entry', entryOf(chain))),
      violations: () => town.owner.query(
        `select e.id from roster_entry e join completion c on c.id = e.completion_id where c.voided_at is not null and e.state <> 'ended'`),
    })
    expect(outcome).toEqual({ with: ['YN012', 0], without: ['allowed', 1] })
  })

  it('ほかの人の同意で、名簿に立つ', async () => {
    const [mine, other] = await makeChains(town.database, town.ground, 2, 'signed')
    const constraint = 'roster_entry_consent_id_body_id_person_id_fkey'
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'roster_entry', constraint }],
      attempt: () => tried(town.as.rosterOfficer, adding('roster_entry', entryOf(mine!, { consent_id: other!.consent }))),
      violations: () => town.owner.query(
        'select e.id from roster_entry e join roster_consent c on c.id = e.consent_id where c.person_id <> e.person_id'),
    })
    expect(outcome).toEqual({ with: [`23503 ${constraint}`, 0], without: ['allowed', 1] })
  })

  it('説明のない署名が、同意になる', async () => {
    const { chain, sign } = await reading({ explained_at: null })
    const outcome = await withAndWithout(town, {
      walls: [{ table: 'roster_consent', constraint: 'roster_consent_explained_first' }],
      attempt: sign,
      violations: () => town.owner.query(
        `select id from roster_consent where state = 'signed' and (explained_at is null or explained_at >= signed_at) and id = $1`, [chain.consent]),
    })
    expect(outcome).toEqual({ with: ['23514 roster_consent_explained_first', 0], without: ['allowed', 1] })
  })
})
