// Every page that can be opened by its address alone, and what surrounds it: the headers, the nonce, no address of
// anybody else, and answers to requests that no page of ours sends.
import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runtime, setRuntime } from '#app/platform/runtime.server.ts'
import { beginSession } from '#app/platform/session.server.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import type { StaffKey } from '#tests/factories/world-facts.ts'
import { places } from './build.ts'
import { judgeHeaders } from './judge.ts'
import { readPage } from './page.ts'
import { fromOurPage, openSite, type Site } from './site.ts'

let stage: Stage
let site: Site
const cookies = new Map<string, string>([['visitor', '']])
const hats = ['trainer', 'rosterOfficer', 'aobaDispatch', 'coordinator', 'auditor', 'admin'] as const satisfies StaffKey[]

beforeAll(async () => {
  stage = await openStage()
  site = await openSite()
  for (const hat of hats) {
    const { personId, membershipId } = stage.world[hat]
    cookies.set(hat, (await beginSession(personId, membershipId)).split(';')[0]!)
  }
}, 60_000)
afterAll(async () => {
  await site.close()
  await stage.close()
})

const id = '01a1fbc4-7a40-7d63-a2d8-bb54ec312852'
const paths = (await places()).map(({ path }) => `/${path.replace(/:code\?|\*/, '').replace(/:no\b/, '1').replace(/:\w+/g, id)}`)

const own = /^(\/|#|\.|mailto:[^@]+@[^@]*\.example\.jp|tel:|data:image\/|$)/

it.each(['visitor', ...hats])('every page is fenced in for %s', async (who) => {
  const complaints: string[] = []
  for (const path of paths) {
    const answer = await site.ask(path, { headers: { cookie: cookies.get(who)! } })
    const page = readPage(answer.text)
    const foreign = page.addresses.filter((address) => !own.test(address))
    const said = [
      ...judgeHeaders(answer),
      ...foreign.map((address) => `names ${address}`),
      ...(page.inlineStyles > 0 ? ['styles in the page'] : []),
      ...(answer.status >= 400 && !/[ぁ-ん]/.test(answer.text) ? [`${answer.status} without a sentence`] : []),
    ]
    complaints.push(...said.map((one) => `${path}: ${one}`))
  }
  expect(complaints).toEqual([])
})

it('a mail of the demo is listed, and opens as a page to read with its link to follow', async () => {
  const here = runtime()
  const dataDir = await fs.mkdtemp(path.join(tmpdir(), 'yorisoi-mail-'))
  const kept = '1795942970173-375e273a7a54'
  const mail = `From: office@midori.example.jp\r\nSubject: letter\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nお知らせします。\r\n\r\n${site.address}/link/abc\r\n`
  await fs.mkdir(path.join(dataDir, 'mail'))
  await fs.writeFile(path.join(dataDir, 'mail', `${kept}.eml`), `X-Envelope-To: hanako@mihon.example.jp\r\n${mail}`)
  setRuntime({ ...here, env: { ...here.env, demo: true, dataDir } })
  const [list, opened, none] = [await site.ask('/demo/mail'), await site.ask(`/demo/mail/${kept}`), await site.ask('/demo/mail/1795942970173-000000000000')]
  setRuntime(here)
  await fs.rm(dataDir, { recursive: true })
  expect(readPage(list.text).addresses).toContain(`/demo/mail/${kept}`)
  expect(opened.status).toBe(200)
  expect(opened.text).toContain('お知らせします。')
  expect(readPage(opened.text).addresses).toContain('/link/abc')
  expect([none.status, (await site.ask(`/demo/mail/${kept}`)).status]).toEqual([404, 404])
})

it('an address that is no text, or none of ours, is a page that is not there', async () => {
  for (const path of ['/%ff', '/%00', '/courses/%00', '/courses/%e0%a4%a', '/desk/../etc', '/__manifest', '//elsewhere.example.jp', '/login%0d%0aX: y']) {
    const answer = await site.ask(path.replaceAll(' ', '%20'))
    expect.soft([path, answer.status]).toEqual([path, 404])
    expect.soft([path, judgeHeaders(answer)]).toEqual([path, []])
  }
})

it('a list is as long as its page, whatever its highest number says', async () => {
  const heap = process.memoryUsage().heapUsed
  const body = Buffer.from('email=a&password=b&a[999999999]=x&to[4294967294]=y&__proto__.polluted=1')
  const headers = { ...fromOurPage, 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await site.ask('/login', { method: 'POST', headers, body })
  expect(answer.status).toBe(400)
  expect(answer.text.length).toBeLessThan(100_000)
  expect(process.memoryUsage().heapUsed - heap).toBeLessThan(50_000_000)
  expect('polluted' in {}).toBe(false)
})

it('a thousand and more fields are read no further', async () => {
  const body = Buffer.from(Array.from({ length: 20_000 }, (_, i) => `f${i}[99]=x`).join('&').slice(0, 200_000))
  const headers = { ...fromOurPage, 'content-type': 'application/x-www-form-urlencoded' }
  const began = performance.now()
  expect((await site.ask('/login', { method: 'POST', headers, body })).status).toBe(400)
  expect(performance.now() - began).toBeLessThan(5_000)
})

it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is no way to open a page', async (method) => {
  const answer = await site.ask('/login', { method, headers: fromOurPage })
  expect(answer.status).toBe(405)
  expect(judgeHeaders(answer)).toEqual([])
})

it('a body of unknown length is not waited for', async () => {
  const headers = { ...fromOurPage, 'content-type': 'application/x-www-form-urlencoded', 'transfer-encoding': 'chunked' }
  expect((await site.ask('/login', { method: 'POST', headers })).status).toBe(413)
})
