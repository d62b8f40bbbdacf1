// What is signed, on the screen or on paper, was chosen first.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beginSession } from '#app/platform/session.server.ts'
import { readPdf } from '#tests/documents/read-pdf.ts'
import { drawnName, explained, publishedText, versionOf } from '#tests/factories/consent.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, trained } from '#tests/factories/training.ts'
import { urlEncoded } from './form-body.ts'
import { fromOurPage, openSite, type Site } from './site.ts'

let stage: Stage
let site: Site
let base: string
let cookie: string
let version: () => Promise<number>

beforeAll(async () => {
  stage = await openStage()
  const [person] = await trained(stage.database, stage.world, [anApplicant(1)], await aCourse(stage.world))
  await publishedText(stage.world)
  const { consentId, ctx } = await explained(stage.database, stage.world, person!.personId)
  base = `/my/consent/${consentId}`
  cookie = (await beginSession(person!.personId, null)).split(';')[0]!
  version = () => versionOf(ctx, consentId)
  site = await openSite()
}, 120_000)
afterAll(async () => {
  await site.close()
  await stage.close()
})

const ways = ['/sign', '/paper', '/paper.pdf']

function open(page: string) {
  return site.ask(base + page, { headers: { cookie } })
}

async function press(page: string, fields: Record<string, string>) {
  const { type, bytes } = urlEncoded(Object.entries({ _key: randomUUID(), version: String(await version()), ...fields }))
  return site.ask(base + page, { method: 'POST', headers: { ...fromOurPage, cookie, 'content-type': type }, body: bytes })
}

it('whoever has chosen nothing is led from the signature and from the paper back to the choices', async () => {
  for (const way of ways) {
    const { status, headers } = await open(way)
    expect([way, status, headers.location]).toEqual([way, 303, `${base}/choices`])
  }
  expect((await open('/choices')).status).toBe(200)
  const signed = await press('/sign', { method: 'drawn', strokes: drawnName })
  expect([signed.status, signed.headers.location]).toEqual([303, `${base}/choices`])
  expect(await stage.database.asOwner((tx) => tx.signature.count())).toBe(0)
})

it('whoever chose to list nothing goes on to the signature and to the paper', async () => {
  const chosen = await press('/choices', {})
  expect([chosen.status, chosen.headers.location]).toEqual([303, `${base}/sign`])
  const opened = await Promise.all(ways.map(open))
  expect(opened.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(opened[2]!.text.startsWith('%PDF-')).toBe(true)
})

it('the paper to be printed is ticked as it was chosen, and so it is signed', async () => {
  await press('/choices', { phone: 'on' })
  const printed = await fetch(`${site.address}${base}/paper.pdf`, { headers: { cookie } })
  const { text } = await readPdf(new Uint8Array(await printed.arrayBuffer()))
  expect(text).toContain('電話番号☑のせる☐のせない住所☐のせる☑のせない')
  expect((await press('/sign', { method: 'drawn', strokes: drawnName })).headers.location).toBe(base)
})
