import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, setDatabaseClock, type TestDatabase } from '#tests/setup/database.ts'
import { doorsOf, id, refusal, secret } from './doors.ts'
import { makeTown, type Town } from './town.ts'

const now = new Date('2026-11-21T01:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const nothing = async () => {}

let database: TestDatabase
let town: Town

beforeAll(async () => {
  database = await openTestDatabase()
  town = await makeTown(database)
})
beforeEach(() => setDatabaseClock(database, now))
afterAll(() => database.close())

async function change(text: string, values: unknown[]): Promise<void> {
  await database.owner.query(text, values)
}

describe('every way in raises when nothing is in force', () => {
  it('staff: another person’s, a foreign, an ended or a not yet begun membership', async () => {
    const { person, membership } = town
    expect(await refusal(() => town.doors.staff(person.officer, membership.coordinator)(nothing))).toBe('YN140')
    expect(await refusal(() => town.doors.staff(person.officer, id())(nothing))).toBe('YN140')
    await setDatabaseClock(database, new Date('2027-03-31T15:00:00Z'))
    expect(await refusal(() => town.as.officer(nothing))).toBe('YN140')
    await setDatabaseClock(database, new Date('2027-03-31T14:59:59Z'))
    expect(await refusal(() => town.as.officer(nothing))).toBe('allowed')
    await setDatabaseClock(database, new Date('2026-03-31T14:59:59Z'))
    expect(await refusal(() => town.as.officer(nothing))).toBe('YN140')
  })

  it('staff of a contractor: not after the contract has ended', async () => {
    const contract = id()
    await database.owner.transaction(async (sql) => {
      await sql(`insert into contract (id, body_id, contractor_id, starts_on, ends_on) values ($1, $2, $3, '2026-04-01', '2026-11-21')`, [contract, town.city, town.pref])
      await sql('update membership set contract_id = $1 where id = $2', [contract, town.membership.admin])
    })
    expect(await refusal(() => town.as.admin(nothing))).toBe('allowed')
    await setDatabaseClock(database, new Date('2026-11-21T15:00:00Z'))
    expect(await refusal(() => town.as.admin(nothing))).toBe('YN140')
  })

  it('a disabled account, from the next transaction on', async () => {
    await change(`update account set status = 'disabled' where person_id = $1`, [town.person.auditor])
    expect(await refusal(() => town.as.auditor(nothing))).toBe('YN140')
    expect(await refusal(() => town.doors.supporter(town.person.auditor)(nothing))).toBe('YN140')
    await change(`update account set status = 'active' where person_id = $1`, [town.person.auditor])
    expect(await refusal(() => town.as.auditor(nothing))).toBe('allowed')
  })

  it('a person without an account, an unknown card, an unknown link', async () => {
    expect(await refusal(() => town.doors.supporter(id())(nothing))).toBe('YN140')
    expect(await refusal(() => town.doors.card(secret())(nothing))).toBe('YN141')
    expect(await refusal(() => town.doors.link(secret(), 'application.confirm')(nothing))).toBe('YN143')
  })

  it('a link of another purpose, over its time, or used', async () => {
    const hash = secret()
    await change(
      `insert into link_token (id, purpose, token_hash, person_id, expires_at) values ($1, 'account.password', $2, $3, $4)`,
      [id(), hash, town.person.trainer, minutes(10)],
    )
    const link = town.doors.link(hash, 'account.password')
    expect(await refusal(() => town.doors.link(hash, 'application.confirm')(nothing))).toBe('YN143')
    expect(await link((sql) => sql('select current_user::text as role, app.actor() as actor'))).toEqual([
      { role: 'yr_link', actor: town.person.trainer },
    ])
    await setDatabaseClock(database, minutes(10))
    expect(await refusal(() => link(nothing))).toBe('YN143')
    await setDatabaseClock(database, now)
    await link((sql) => sql(`select app.use_link($1, 'account.password')`, [hash]))
    expect(await refusal(() => link(nothing))).toBe('YN143')
  })
})

describe('outside a transaction that entered', () => {
  it('a session is the login role, which may read nothing', async () => {
    const { rows } = await database.pool.query('select current_user::text as role')
    expect(rows).toEqual([{ role: 'yr_login' }])
    for (const table of ['person', 'body', 'dispatch', 'audit_log']) {
      expect(await refusal(() => database.pool.query(`select 1 from ${table}`))).toBe('42501')
    }
    expect(await refusal(() => database.prisma.person.findMany())).not.toBe('allowed')
  })

  it('what was entered is forgotten with the transaction', async () => {
    await town.as.officer(nothing)
    const { rows } = await database.pool.query(
      `select current_user::text as role, current_setting('app.actor', true) as actor, current_setting('app.body', true) as body`,
    )
    expect(rows).toEqual([{ role: 'yr_login', actor: '', body: '' }])
  })

  it('instants are what they were, whatever time zone the server is set to', async () => {
    const rows = await database.asOwner((tx) => tx.$queryRaw<{ at: Date }[]>`select app.now() as at`)
    expect(rows[0]?.at).toEqual(now)
  })
})

describe('a session', () => {
  async function begin(person: string, membership: string | null): Promise<Buffer> {
    const hash = secret()
    await doorsOf(database.pool).login((sql) =>
      sql('insert into session (id_hash, person_id, membership_id, expires_at) values ($1, $2, $3, $4)', [
        hash, person, membership, minutes(7 * 1440),
      ]),
    )
    return hash
  }
  const lookUp = async (hash: Buffer) => (await database.pool.query('select * from app.session_lookup($1)', [hash])).rows

  it('brings the hats in force in one statement', async () => {
    const [row] = await lookUp(await begin(town.person.officer, town.membership.officer))
    expect(row.hats).toEqual([
      { membershipId: town.membership.officer, bodyId: town.city, bodyName: 'あおば市', role: 'dispatch', contractorName: null },
    ])
  })

  it('of staff ends after 30 minutes unused and after 10 hours in any case', async () => {
    const hash = await begin(town.person.officer, null)
    await setDatabaseClock(database, minutes(29))
    expect(await lookUp(hash)).toHaveLength(1)
    await setDatabaseClock(database, minutes(30))
    expect(await lookUp(hash)).toEqual([])
    await town.doors.login((sql) => sql('update session set last_seen_at = $2 where id_hash = $1', [hash, minutes(600)]))
    await setDatabaseClock(database, minutes(600))
    expect(await lookUp(hash)).toEqual([])
  })
})

describe('a form’s key', () => {
  const claim = (key: string, text: string) =>
    town.doors.visitor(async (sql) => {
      const [row] = await sql<{ earlier: unknown }>(`select app.claim_key($1, 'visitor', '/apply', $2) as earlier`, [key, Buffer.from(text)])
      if (row!.earlier === null) await sql(`select app.keep_result($1, '{"ok": true, "value": 7}')`, [key])
      return row!.earlier
    })

  it('is claimed once, answers the second sending, and refuses other content', async () => {
    const key = id()
    expect(await claim(key, 'a')).toBeNull()
    expect(await claim(key, 'a')).toEqual({ ok: true, value: 7 })
    expect(await refusal(() => claim(key, 'b'))).toBe('YN190')
  })

  it('sent twenty times at once has one effect', async () => {
    const key = id()
    const answers = await Promise.all(Array.from({ length: 20 }, () => claim(key, 'a')))
    expect(answers.filter((answer) => answer === null)).toHaveLength(1)
  })
})
