// The client's button to stop, which is answered before any page is begun (N9).
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
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

async function press(from: string | null, { type, bytes } = urlEncoded([])): Promise<Answer> {
  const headers = { ...fromOurPage, 'content-type': type, ...(from && { cookie: from }) }
  return site.ask('/card/stop', { method: 'POST', headers, body: bytes })
}

const page = (from: string) => site.ask('/card/stop', { headers: { cookie: from } })

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

it('without a card, with an unknown one or with one that is taken back, nothing is said but that it cannot be used', async () => {
  await stage.database.owner.query('update client_card set revoked_at = app.now() where request_id = $1', [requestId])
  for (const from of [null, 'yr_card=nobody', 'yr_card=%E0%A4%A', cookie]) {
    const { status, headers } = await press(from)
    expect([status, headers.location, headers['set-cookie']]).toEqual([303, '/card/stop', undefined])
    expect((await page(from ?? '')).status).toBe(410)
  }
  expect(await kept()).toEqual({ stops: 0, tasks: 0 })
})

it('when it could not be taken the page says so, and what else can be done', async () => {
  await stage.database.owner.query('alter function app.say_stop rename to say_stop_away')
  const { status, headers } = await press(cookie)
  await stage.database.owner.query('alter function app.say_stop_away rename to say_stop')
  const flash = headers['set-cookie']?.[0]?.split(';')[0]
  expect([status, headers.location]).toEqual([303, '/card/stop'])
  const { text } = await page(`${cookie}; ${flash}`)
  expect(text).toContain('うまく受け取れませんでした')
  expect(text).toContain('やめると伝える')
  expect(await kept()).toEqual({ stops: 0, tasks: 0 })
})
