// The client's button to stop, which is answered before any page is begun (N9).
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { recordStop } from '#app/features/stopping/commands/record-stop.server.ts'
import { cardToken, hashToken } from '#app/platform/links.server.ts'
import { consentedByCard } from '#tests/factories/dispatch-request.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { type Entry, multipart, urlEncoded } from './form-body.ts'
import { type Answer, fromOurPage, openSite, type Site } from './site.ts'
import { withCard } from './town.ts'

let stage: Stage
let site: Site
let cookie: string
let requestId: string

beforeAll(async () => {
  stage = await openStage()
  site = await openSite()
}, 60_000)
afterAll(async () => {
  await site.close()
  await stage.close()
})
beforeEach(async () => {
  const made = await consentedByCard(stage.world)
  cookie = withCard(made.card.cardId)
  requestId = made.requestId
})

/** Pressed while the database cannot take it. */
async function pressedInVain(): Promise<Answer> {
  await stage.database.owner.query('alter function app.say_stop rename to say_stop_away')
  try {
    return await press(cookie)
  } finally {
    await stage.database.owner.query('alter function app.say_stop_away rename to say_stop')
  }
}

async function press(from: string | null, { type, bytes } = urlEncoded([])): Promise<Answer> {
  const headers = { ...fromOurPage, 'content-type': type, ...(from && { cookie: from }) }
  return site.ask('/card/stop', { method: 'POST', headers, body: bytes })
}

const page = (from: string) => site.ask('/card/stop', { headers: { cookie: from } })

/** The cookie of the family's card for the same request. */
async function familysCard(): Promise<string> {
  const [party, card] = [randomUUID(), randomUUID()]
  await stage.database.owner.query(
    `insert into dispatch_party (id, body_id, request_id, kind, call_name) select $1, body_id, id, 'family', '母' from dispatch_request where id = $2`,
    [party, requestId])
  await stage.database.owner.query(
    `insert into client_card (id, body_id, request_id, party_id, token_hash, expires_on)
     select $1, body_id, request_id, id, $2, app.today() + 30 from dispatch_party where id = $3`, [card, Buffer.from(hashToken(cardToken(card))), party])
  return withCard(card)
}

/** How often the word was kept, and for how many it is left to follow up. */
async function kept(): Promise<{ stops: number; tasks: number }> {
  const [row] = await stage.database.owner.query(
    `select (select count(*)::int from stop_request where request_id = $1) as stops,
            (select count(*)::int from task where request_id = $1 and kind = 'stop.followUp') as tasks`, [requestId])
  return row as { stops: number; tasks: number }
}

it('the word is in effect when the answer comes, and the page says so', async () => {
  expect((await page(cookie)).text).toContain('やめると伝える')
  const { status, headers } = await press(cookie)
  expect([status, headers.location, headers['set-cookie']]).toEqual([303, '/card/stop', undefined])
  expect(await kept()).toEqual({ stops: 1, tasks: 1 })
  expect((await page(cookie)).text).toContain('受け取りました')
})

it('pressed five times at once and once more later, it is said once', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => press(cookie)))
  answers.push(await press(cookie))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 303))
  expect(await kept()).toEqual({ stops: 1, tasks: 1 })
})

it.each<[string, Entry[]]>([
  ['nothing', []],
  ['fields that no page has', [['a[999999999]', 'x'], ['__proto__', 'x'], ['_key', 'no key']]],
  ['NUL, half a letter and a picture', [['reason', '\0 \uD842 🌸'.repeat(2_000)]]],
])('what comes with it (%s) is not read and stops no stop', async (_what, entries) => {
  expect((await press(cookie, urlEncoded(entries))).status).toBe(303)
  expect((await press(cookie, await multipart(entries))).status).toBe(303)
  expect(await kept()).toEqual({ stops: 1, tasks: 1 })
})

it('by the card and by phone at once, it is left to follow up once', async () => {
  const phone = recordStop(stage.world.aobaDispatch.ctx, { requestId, channel: 'phone' })
  const [answer, recorded] = await Promise.all([press(cookie), phone])
  expect([answer.status, recorded.ok]).toEqual([303, true])
  expect(await kept()).toEqual({ stops: 1, tasks: 1 })
})

it('said by the person and by the family at once, it is left to follow up once', async () => {
  const family = await familysCard()
  const answers = await Promise.all([press(cookie), press(family), press(cookie), press(family)])
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
  expect(await kept()).toEqual({ stops: 1, tasks: 1 })
})

it('a form from elsewhere stops nothing, though the browser sends the card along', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded', cookie }
  expect((await site.ask('/card/stop', { method: 'POST', headers })).status).toBe(403)
  expect(await kept()).toEqual({ stops: 0, tasks: 0 })
})

it('the address is read as the pages read it', async () => {
  const headers = { ...fromOurPage, 'content-type': 'application/x-www-form-urlencoded', cookie }
  expect((await site.ask('/courses/../card/stop', { method: 'POST', headers })).status).toBe(303)
  expect(await kept()).toEqual({ stops: 1, tasks: 1 })
})

it('a word about one dispatch does not swallow the word about all', async () => {
  await stage.database.owner.query(`insert into dispatch (id, body_id, request_id, kind, fiscal_year, no, state)
    select gen_random_uuid(), body_id, id, 'supporter', 2026, 900, 'preparing' from dispatch_request where id = $1`, [requestId])
  await stage.database.owner.query(`insert into stop_request (id, body_id, request_id, dispatch_id, channel)
    select gen_random_uuid(), body_id, request_id, id, 'card' from dispatch where request_id = $1`, [requestId])
  expect((await press(cookie)).status).toBe(303)
  expect((await page(cookie)).text).toContain('受け取りました')
  expect(await kept()).toEqual({ stops: 2, tasks: 2 })
})

it('without a card, with an unknown one, with one that is taken back or has run out, nothing is said but that it cannot be used', async () => {
  const over = await consentedByCard(stage.world)
  await stage.database.owner.query('update client_card set revoked_at = app.now() where request_id = $1', [requestId])
  await stage.database.owner.query(`update client_card set expires_on = app.today() - 1 where request_id = $1`, [over.requestId])
  for (const from of [null, 'yr_card=nobody', 'yr_card=%E0%A4%A', cookie, withCard(over.card.cardId)]) {
    const { status, headers } = await press(from)
    expect([status, headers.location, headers['set-cookie']]).toEqual([303, '/card/stop', undefined])
    expect((await page(from ?? '')).status).toBe(410)
  }
  expect(await kept()).toEqual({ stops: 0, tasks: 0 })
})

it('when it could not be taken the page says so, and what else can be done', async () => {
  const { status, headers } = await pressedInVain()
  const flash = headers['set-cookie']?.[0]?.split(';')[0]
  expect([status, headers.location]).toEqual([303, '/card/stop'])
  const { text } = await page(`${cookie}; ${flash}`)
  expect(text).toContain('うまく届きませんでした')
  expect(text).toContain('やめると伝える')
  expect(await kept()).toEqual({ stops: 0, tasks: 0 })
})

it('said meanwhile by somebody else, the page no longer says that it could not be taken', async () => {
  const { headers } = await pressedInVain()
  const flash = headers['set-cookie']?.[0]?.split(';')[0]
  expect((await recordStop(stage.world.aobaDispatch.ctx, { requestId, channel: 'phone' })).ok).toBe(true)
  const { text } = await page(`${cookie}; ${flash}`)
  const drawn = text.replace(/<script.*?<\/script>/gs, '')
  expect(drawn).toContain('受け取りました')
  expect(drawn).not.toContain('うまく届きませんでした')
})
