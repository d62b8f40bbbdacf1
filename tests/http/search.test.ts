// A name that is searched for stands in no address (N17): it is sent in the body, and the page itself is the answer.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beginSession } from '#app/platform/session.server.ts'
import { openedCase } from '#tests/factories/cases.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { readPage } from './page.ts'
import { fromOurPage, openSite, type Site } from './site.ts'

let stage: Stage
let site: Site
let cookie: string

beforeAll(async () => {
  stage = await openStage()
  site = await openSite()
  const { personId, membershipId } = stage.world.coordinator
  cookie = (await beginSession(personId, membershipId)).split(';')[0]!
  await openedCase(stage.world)
  await openedCase(stage.world, { alias: 'ミナトさん' })
})
afterAll(async () => {
  await site.close()
  await stage.close()
})

async function search(name: string) {
  const headers = { ...fromOurPage, cookie, 'content-type': 'application/x-www-form-urlencoded' }
  const body = Buffer.from(new URLSearchParams({ name }).toString())
  return site.ask('/desk/cases?state=open', { method: 'POST', headers, body })
}

it('the page that was asked is the answer, and no address of it holds the name', async () => {
  const answer = await search('みなと')
  expect([answer.status, answer.headers.location, answer.headers['cache-control']]).toEqual([200, undefined, 'no-store'])
  expect(answer.text).toContain('ミナトさんの世帯')
  expect(answer.text).not.toContain('あおぞらさんの世帯')
  const page = readPage(answer.text)
  expect(page.controls.find(({ name }) => name === 'name')?.value).toBe('みなと')
  const addresses = page.addresses.map((address) => decodeURIComponent(address))
  expect(addresses.filter((address) => address.includes('みなと'))).toEqual([])
})

it('a name written into an address finds nothing and is not passed on', async () => {
  const { text } = await site.ask(`/desk/cases?q=${encodeURIComponent('ミナト')}`, { headers: { cookie } })
  expect(text).not.toContain('ミナトさんの世帯')
  expect(readPage(text).addresses.filter((address) => address.includes('q='))).toEqual([])
})

it('nothing typed shows all', async () => {
  const { text } = await search('')
  expect(text).toContain('ミナトさんの世帯')
  expect(text).toContain('あおぞらさんの世帯')
})
