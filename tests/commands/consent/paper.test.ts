import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseItems } from '#app/features/consent/commands/choose-items.server.ts'
import { confirmPaper, returnPaper } from '#app/features/consent/commands/judge-paper.server.ts'
import { sendPaper } from '#app/features/consent/commands/send-paper.server.ts'
import { signConsent } from '#app/features/consent/commands/sign-consent.server.ts'
import { getDeskConsent, getPaperScan, listConsents } from '#app/features/consent/queries.server.ts'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { begun, chosen, drawnName, publishedText, versionOf } from '#tests/factories/consent.ts'
import { deskFor } from '#tests/factories/roster.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, trained } from '#tests/factories/training.ts'

let stage: Stage
let people: string[]
let consentId: string
const today = asTokyoDay('2026-11-21')

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}
const scan = bytes('%PDF-1.7 signed by hand')

beforeAll(async () => {
  stage = await openStage()
  const made = await trained(stage.database, stage.world, [1, 2].map(anApplicant), await aCourse(stage.world))
  people = made.map((one) => one.personId)
  await publishedText(stage.world)
}, 180_000)
afterAll(() => stage.close())

const own = () => stage.world.supporter(people[0]!)
const officer = () => stage.world.rosterOfficer.ctx
const version = () => versionOf(own(), consentId)
async function paperId(): Promise<string> {
  const found = await getDeskConsent(officer(), consentId)
  return found!.consent.papers[0]!.id
}

test('before everything was read no paper is taken', async () => {
  ;({ consentId } = await begun(stage.database, stage.world, people[0]!))
  const result = await sendPaper(own(), { consentId, version: 1, bytes: scan })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'notRead' } })
  await chosen(stage.database, stage.world, people[0]!)
})

test.each([
  ['paperMissing', ''],
  ['paperKind', 'これはPDFではありません'],
  ['paperKind', '<script>alert(1)</script>%PDF-'],
])('%s: a file that is no PDF, JPEG or PNG changes nothing', async (code, text) => {
  const result = await sendPaper(own(), { consentId, version: await version(), bytes: bytes(text) })
  expect(result).toMatchObject({ ok: false, refusal: { code, field: 'paper' } })
  expect(await stage.database.asOwner((tx) => tx.consentPaper.count())).toBe(0)
})

test('a paper waits for the desk; a second one is not taken, and the screen waits too', async () => {
  const sent = { consentId, version: await version(), bytes: scan }
  const both = await Promise.all([sendPaper(own(), sent), sendPaper(own(), sent)])
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  expect(await sendPaper(own(), { ...sent, version: await version() })).toMatchObject({ ok: false, refusal: { code: 'paperWaiting' } })
  expect(await signConsent(own(), { consentId, version: await version(), strokes: drawnName, proxy: null }))
    .toMatchObject({ ok: false, refusal: { code: 'paperWaiting' } })
  expect(await chooseItems(own(), { consentId, version: await version(), phone: true, address: true, peer: true, photo: true }))
    .toMatchObject({ ok: false, refusal: { code: 'paperWaiting' } })
  const rows = await listConsents(officer())
  expect(rows?.find((row) => row.personId === people[0])?.consent?.paperWaiting).toBe(true)
})

test('only the desk of this body opens the scan, and opening it is audited', async () => {
  const id = await paperId()
  expect(await getPaperScan(own(), { consentId, paperId: id })).toBeNull()
  expect(await getPaperScan(deskFor(stage.world, 'aoba').ctx, { consentId, paperId: id })).toBeNull()
  const found = await getPaperScan(officer(), { consentId, paperId: id })
  expect(found).toMatchObject({ mime: 'application/pdf' })
  expect(Buffer.from(found!.bytes).toString()).toBe('%PDF-1.7 signed by hand')
  const audits = await stage.database.asOwner((tx) => tx.auditLog.count({ where: { action: 'consent.viewPaper', entityId: consentId } }))
  expect(audits).toBe(1)
})

test('a paper that cannot be read goes back with a reason, and another one may come', async () => {
  const back = await returnPaper(officer(), { consentId, version: await version(), reason: '下のほうが写っていません。' })
  expect(back.ok).toBe(true)
  expect(await stage.database.asOwner((tx) => tx.outbox.count({ where: { kind: 'consent.paperReturned' } }))).toBe(1)
  expect(await returnPaper(officer(), { consentId, version: await version(), reason: '二度目' }))
    .toMatchObject({ ok: false, refusal: { code: 'noPaper' } })
  expect((await sendPaper(officer(), { consentId, version: await version(), bytes: scan })).ok).toBe(true)
})

test('the day on the paper lies between the explanation and today', async () => {
  for (const day of ['2026-11-20', '2026-11-22']) {
    const result = await confirmPaper(officer(), { consentId, version: await version(), signedOn: asTokyoDay(day), proxy: null })
    expect(result).toMatchObject({ ok: false, refusal: { code: 'signedBeforeRead', field: 'signedOn' } })
  }
})

test('the person cannot confirm the own paper', async () => {
  const result = await confirmPaper(own(), { consentId, version: await version(), signedOn: today, proxy: null })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } })
})

test('confirmed by the desk, paper counts like the screen', async () => {
  const stale = await confirmPaper(officer(), { consentId, version: 1, signedOn: today, proxy: null })
  expect(stale).toMatchObject({ ok: false, refusal: { code: 'stale' } })
  expect((await confirmPaper(officer(), { consentId, version: await version(), signedOn: today, proxy: null })).ok).toBe(true)
  const rows = await stage.database.asOwner(async (tx) => ({
    consent: await tx.rosterConsent.findUniqueOrThrow({ where: { id: consentId } }),
    signature: await tx.signature.findFirstOrThrow({ where: { rosterConsentId: consentId } }),
    document: await tx.document.count({ where: { rosterConsentId: consentId } }),
    mail: await tx.outbox.count({ where: { kind: 'consent.paperReceived', personId: people[0]! } }),
    audit: await tx.auditLog.count({ where: { action: 'consent.confirmPaper', entityId: consentId } }),
  }))
  expect(rows).toMatchObject({ consent: { state: 'signed', method: 'paperScan' }, document: 1, mail: 1, audit: 1 })
  expect(rows.signature).toMatchObject({ method: 'paperScan', strokesEnc: null })
})
