import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseItems } from '#app/features/consent/commands/choose-items.server.ts'
import { readItem } from '#app/features/consent/commands/read-item.server.ts'
import { signConsent } from '#app/features/consent/commands/sign-consent.server.ts'
import { getOwnConsent } from '#app/features/consent/queries.server.ts'
import { chosen, consented, drawnName, explained, publishedText, versionOf } from '#tests/factories/consent.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, trained } from '#tests/factories/training.ts'

let stage: Stage
let people: string[]

beforeAll(async () => {
  stage = await openStage()
  const course = await aCourse(stage.world)
  const made = await trained(stage.database, stage.world, [1, 2, 3, 4].map(anApplicant), course)
  people = made.map((one) => one.personId)
  await publishedText(stage.world)
}, 180_000)
afterAll(() => stage.close())

function person(i: number): string {
  return people[i]!
}

test('the signature seals text, choices, recipients, planned ones included, and issues the form', async () => {
  const { world, database } = stage
  const { consentId, ctx } = await explained(database, world, person(0))
  const version = await versionOf(ctx, consentId)
  expect((await chooseItems(ctx, { consentId, version, phone: true, address: false, peer: true, photo: false })).ok).toBe(true)
  const signed = await signConsent(ctx, { consentId, version: version + 1, strokes: drawnName, proxy: null })
  expect(signed).toEqual({ ok: true, value: null })
  const rows = await database.asOwner(async (tx) => ({
    consent: await tx.rosterConsent.findUniqueOrThrow({ where: { id: consentId }, include: { rosterConsentRecipients: true } }),
    signature: await tx.signature.findFirstOrThrow({ where: { rosterConsentId: consentId } }),
    document: await tx.document.findFirstOrThrow({ where: { rosterConsentId: consentId } }),
    mail: await tx.outbox.findFirstOrThrow({ where: { kind: 'consent.signedCopy', personId: person(0) } }),
    audit: await tx.auditLog.findMany({ where: { entityId: consentId } }),
  }))
  expect(rows.consent).toMatchObject({ state: 'signed', method: 'drawn', coversPlanned: true, allowPhone: true, allowPeer: true })
  expect(rows.consent.rosterConsentRecipients.map((r) => r.recipientId).sort()).toEqual(
    [world.aoba.id, world.shirakaba.id, world.kuromatsu.id].sort(),
  )
  const record = rows.signature.record as { text: { sha256: string }; explained: { items: unknown[] }; recipients: { status: string }[] }
  expect(record.explained.items).toHaveLength(9)
  expect(record.recipients.map((r) => r.status)).toContain('planned')
  expect(rows.document).toMatchObject({ kind: 'rosterConsent', bodyId: world.midori.id })
  expect(rows.mail.state).toBe('queued')
  expect(rows.audit.map((row) => row.action)).toEqual(
    expect.arrayContaining(['consent.begin', 'consent.readItem', 'consent.choose', 'consent.sign']),
  )
})

test('a dot is no name; strokes that are none are refused', async () => {
  const { world, database } = stage
  const { consentId, ctx } = await chosen(database, world, person(1))
  const version = await versionOf(ctx, consentId)
  for (const strokes of ['', '[]', '[[[0.1,0.1,0]]]', '{"a":1}', '\u0000']) {
    const result = await signConsent(ctx, { consentId, version, strokes, proxy: null })
    expect(result).toMatchObject({ ok: false, refusal: { code: 'strokes', field: 'strokes' } })
  }
})

test('a form drawn from an older version is refused and nothing is kept', async () => {
  const { world, database } = stage
  const { consentId, ctx } = await chosen(database, world, person(1))
  const version = await versionOf(ctx, consentId)
  const stale = await signConsent(ctx, { consentId, version: version - 1, strokes: drawnName, proxy: null })
  expect(stale).toMatchObject({ ok: false, refusal: { code: 'stale' } })
  const left = await database.asOwner((tx) => tx.signature.count({ where: { rosterConsentId: consentId } }))
  expect(left).toBe(0)
})

test('of two signatures at once one counts', async () => {
  const { world, database } = stage
  const { consentId, ctx } = await chosen(database, world, person(1))
  const version = await versionOf(ctx, consentId)
  const both = await Promise.all([1, 2].map(() => signConsent(ctx, { consentId, version, strokes: drawnName, proxy: null })))
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  const count = await database.asOwner((tx) => tx.signature.count({ where: { rosterConsentId: consentId } }))
  expect(count).toBe(1)
})

test('somebody else may write, with name, relation and reason in the record', async () => {
  const { world, database } = stage
  const { consentId, ctx } = await chosen(database, world, person(2))
  const proxy = { name: '見本 さくら', relation: '姉', reason: '手にけがをしているため' }
  const result = await signConsent(ctx, { consentId, version: await versionOf(ctx, consentId), strokes: drawnName, proxy })
  expect(result.ok).toBe(true)
  const signature = await database.asOwner((tx) => tx.signature.findFirstOrThrow({ where: { rosterConsentId: consentId } }))
  expect(signature).toMatchObject({ proxyName: proxy.name, relation: proxy.relation, reason: proxy.reason })
})

test('another person finds no consent, whatever the act', async () => {
  const { world, database } = stage
  const { consentId } = await consented(database, world, person(3))
  const stranger = world.supporter(person(0))
  expect(await getOwnConsent(stranger, consentId)).toBeNull()
  expect(await getOwnConsent(stranger, 'x')).toBeNull()
  for (const result of [
    await readItem(stranger, { consentId, no: 1 }),
    await chooseItems(stranger, { consentId, version: 1, phone: true, address: true, peer: true, photo: true }),
    await signConsent(stranger, { consentId, version: 1, strokes: drawnName, proxy: null }),
  ]) expect(result).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
})

test('a signed consent is neither chosen nor signed again', async () => {
  const { world, database } = stage
  const ctx = world.supporter(person(3))
  const { id: consentId } = await database.asOwner((tx) => tx.rosterConsent.findFirstOrThrow({ where: { personId: person(3) } }))
  const version = await versionOf(ctx, consentId)
  expect(await signConsent(ctx, { consentId, version, strokes: drawnName, proxy: null }))
    .toMatchObject({ ok: false, refusal: { code: 'alreadySigned' } })
  expect(await chooseItems(ctx, { consentId, version, phone: true, address: true, peer: true, photo: true }))
    .toMatchObject({ ok: false, refusal: { code: 'notOpen' } })
})
