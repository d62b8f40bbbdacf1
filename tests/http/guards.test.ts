// What stands before the pages: from where a form may come, how large it may be, what a log may say, and that nobody's
// body is read before it is known who sends it.
import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { beginSession } from '#app/platform/session.server.ts'
import { chosen, publishedText, versionOf } from '#tests/factories/consent.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, trained } from '#tests/factories/training.ts'
import { places } from './build.ts'
import { type Entry, multipart, urlEncoded } from './form-body.ts'
import { fieldsOf } from './schema.ts'
import { fromOurPage, openSite, ourOrigin, type Site } from './site.ts'

let stage: Stage
let site: Site

beforeAll(async () => {
  stage = await openStage()
  site = await openSite()
}, 60_000)
afterAll(async () => {
  await site.close()
  await stage.close()
})

async function post(path: string, headers: Record<string, string>, entries: Entry[] = [['email', 'a'], ['password', 'b']]) {
  const { type, bytes } = urlEncoded(entries)
  return site.ask(path, { method: 'POST', headers: { ...headers, 'content-type': type }, body: bytes })
}

it.each([
  ['a browser that names the site', { 'sec-fetch-site': 'same-origin', origin: ourOrigin }],
  ['a browser that names the site and hides the origin', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
  ['an older browser, or one over plain http, that sends the origin alone', { origin: ourOrigin }],
])('a form of our own is taken from %s', async (_who, headers) => {
  expect((await post('/login', headers)).status).toBe(400)
  expect((await post('/card/consent', headers)).status).toBe(410)
  expect((await post('/card/stop', headers)).status).toBe(303)
})

it.each<[string, Record<string, string>]>([
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example.jp' }],
  ['another site that claims our origin', { 'sec-fetch-site': 'cross-site', origin: ourOrigin }],
  ['a sister of ours', { 'sec-fetch-site': 'same-site', origin: ourOrigin }],
  ['another port', { origin: 'http://localhost:3998' }],
  ['a hidden origin', { origin: 'null' }],
  ['nowhere', {}],
])('a form from %s is refused', async (_who, headers) => {
  for (const path of ['/login', '/card/stop']) expect((await post(path, headers)).status).toBe(403)
})

it('a page tells its own site where a form comes from, and no other', async () => {
  expect((await site.ask('/login')).headers['referrer-policy']).toBe('same-origin')
})

it('a log holds no token, no code, and not the page before', async () => {
  const lines: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean(lines.push(String(text))))
  const errors = vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(lines.push(String(text))))
  const secrets = ['/check/SECR-ET22-SECR', '/Check/SECR-ET22-SECR', '/%63heck/SECR-ET22-SECR', '/link/SECRET', '/card/SECRET', '/card/SECRET/']
    .flatMap((path) => [path, `/courses/..${path}`, `/courses/%2e%2e${path}`])
  try {
    for (const path of secrets) {
      await site.ask(path)
      await post(path, fromOurPage)
      await post(path, {})
      await site.ask('/login', { headers: { referer: `${ourOrigin}${path}` } })
    }
  } finally {
    spy.mockRestore()
    errors.mockRestore()
  }
  const text = lines.join('')
  expect(text).toContain('"path":"/check/…"')
  expect(text).toContain('http.foreignPost')
  expect(text).not.toMatch(/SECR|refer/i)
})

it('an address is judged as the pages will read it, not as it was sent', async () => {
  for (const path of ['/__manifest', '/courses/../__manifest', '/courses/%2e%2E/__manifest', '/./__manifest', '/courses\\..\\__manifest']) {
    const { status, headers, text } = await site.ask(path)
    expect([path, status, headers['content-type'], text]).toEqual([path, 404, 'text/plain; charset=utf-8', '見つかりませんでした。'])
  }
  expect((await site.ask('/courses/../login')).status).toBe(200)
  expect((await site.ask('//elsewhere.example.jp/login')).status).toBe(404)
})

it('only a page with a field for a file takes a large body', async () => {
  const large = await multipart([['file', new File([new Uint8Array(300 * 1024)], 'a.pdf')]])
  const said: string[] = []
  for (const { name, path, intents } of await places()) {
    if (!intents) continue
    const takesFile = Object.values(intents).some(({ schema }) => fieldsOf(schema, {}).some(({ kind }) => kind === 'file'))
    const headers = { ...fromOurPage, 'content-type': large.type }
    const at = `/${path.replace(/\/?:code\?/, '').replace(/:\w+/g, randomUUID())}`
    const { status } = await site.ask(at, { method: 'POST', headers, body: large.bytes })
    if ((status === 413) === takesFile) said.push(`${name}: ${status}`)
  }
  expect(said).toEqual([])
})

/** The answer to a body that is announced and never sent. */
function announced(path: string, size: number): Promise<number> {
  const { port, hostname } = new URL(site.address)
  const headers = { ...fromOurPage, 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(size) }
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: hostname, path, method: 'POST', headers }, (response) => {
      resolve(response.statusCode ?? 0)
      request.destroy()
    })
    request.once('error', reject)
    request.flushHeaders()
  })
}

it('whoever may not come in is turned away before the body is read', async () => {
  const id = randomUUID()
  expect(await announced(`/my/consent/${id}/paper`, 10_000_000)).toBe(303)
  expect(await announced(`/desk/consents/${id}`, 10_000_000)).toBe(303)
  expect(await announced('/card/consent', 10_000)).toBe(410)
  expect(await announced('/card/stop', 10_000)).toBe(303)
})

it('the same form with another file of the same name and size is another form', async () => {
  const [person] = await trained(stage.database, stage.world, [anApplicant(1)], await aCourse(stage.world))
  await publishedText(stage.world)
  const { personId } = person!
  const { consentId, ctx } = await chosen(stage.database, stage.world, personId)
  const version = String(await versionOf(ctx, consentId))
  const cookie = (await beginSession(personId, null)).split(';')[0]!
  const key = randomUUID()
  async function send(text: string) {
    const { type, bytes } = await multipart([['_key', key], ['version', version], ['paper', new File([text], 'scan.pdf')]])
    const headers = { ...fromOurPage, cookie, 'content-type': type }
    return site.ask(`/my/consent/${consentId}/paper`, { method: 'POST', headers, body: bytes })
  }
  expect((await send('%PDF-1.7 first')).status).toBe(303)
  expect((await send('%PDF-1.7 first')).status).toBe(303)
  expect((await send('%PDF-1.7 other')).status).toBe(409)
}, 120_000)
