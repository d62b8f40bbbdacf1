import { afterAll, beforeAll, expect, test } from 'vitest'
import { withdrawConsent } from '#app/features/consent/commands/withdraw-consent.server.ts'
import { acceptProvision } from '#app/features/roster/commands/accept-provision.server.ts'
import { acknowledgeRecall } from '#app/features/roster/commands/acknowledge-recall.server.ts'
import { deliverProvision } from '#app/features/roster/commands/deliver-provision.server.ts'
import { prepareProvision } from '#app/features/roster/commands/prepare-provision.server.ts'
import { registerSupporter } from '#app/features/roster/commands/register-supporter.server.ts'
import { reissueList } from '#app/features/roster/commands/reissue-list.server.ts'
import { listHolders } from '#app/features/roster/queries/own.server.ts'
import { getProvision, listProvisions } from '#app/features/roster/queries/provisions.server.ts'
import { getReceived, listReceived } from '#app/features/roster/queries/received.server.ts'
import { begun, consented, publishedText } from '#tests/factories/consent.ts'
import { deskFor, prepared, registered } from '#tests/factories/roster.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, trained } from '#tests/factories/training.ts'

let stage: Stage
let people: string[]
let consentId: string

const facts = { name: '千葉 花子', kana: 'チバ ハナコ', phone: '000-0000-0051', address: 'あおば市中央区見本町1-1' }

beforeAll(async () => {
  stage = await openStage()
  const made = await trained(stage.database, stage.world, [1, 2, 3, 4].map(anApplicant), await aCourse(stage.world))
  people = made.map((one) => one.personId)
  await publishedText(stage.world)
}, 180_000)
afterAll(() => stage.close())

function person(i: number): string {
  return people[i]!
}

const entryFields = { name: '見本 花子', kana: 'ミホン ハナコ', workingName: null, homeArea: 'あおば市', phone: null, address: null }

test('without a signed consent nobody is registered', async () => {
  const { world, database } = stage
  const { consentId: unsigned } = await begun(database, world, person(3))
  const result = await registerSupporter(world.rosterOfficer.ctx, { consentId: unsigned, ...entryFields })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'roster.notSigned' } })
})

test('a registration has a number, lasts until 31 March, and keeps only what was allowed', async () => {
  const { world, database } = stage
  const entry = await registered(database, world, person(0), { ...facts, choices: { phone: true } })
  consentId = entry.consentId
  expect(entry.registrationNo).toMatch(/^R8-TR-00001-\d$/)
  const row = await database.asOwner((tx) => tx.rosterEntry.findUniqueOrThrow({ where: { id: entry.entryId } }))
  expect(row.validTo.toISOString().slice(0, 10)).toBe('2027-03-31')
  expect(row.phoneEnc).not.toBeNull()
  expect(row.addressEnc).toBeNull()
  const mail = await database.asOwner((tx) => tx.outbox.findFirst({ where: { kind: 'roster.registered', personId: person(0) } }))
  expect(mail?.state).toBe('queued')
  const again = await registerSupporter(world.rosterOfficer.ctx, { consentId, ...entryFields })
  expect(again).toMatchObject({ ok: false, refusal: { code: 'roster.already' } })
})

test('another body registers nobody', async () => {
  const { world, database } = stage
  const { consentId: other } = await consented(database, world, person(1))
  const result = await registerSupporter(world.aobaDispatch.ctx, { consentId: other, ...entryFields })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
})

test('only a municipality that runs dispatch or plans to is given a roster', async () => {
  const { world } = stage
  const ctx = world.rosterOfficer.ctx
  for (const recipientId of [world.midori.id, world.tonari.id, world.ids.next()]) {
    const result = await prepareProvision(ctx, { recipientId, purpose: '調整', items: [] })
    expect(result).toMatchObject({ ok: false, refusal: { code: 'provision.cannotReceive', field: 'recipientId' } })
  }
  expect(await prepareProvision(world.aobaDispatch.ctx, { recipientId: world.aoba.id, purpose: '調整', items: [] }))
    .toMatchObject({ ok: false, refusal: { code: 'notAllowed' } })
})

test('the page says who is given, who is left out and why', async () => {
  const { world } = stage
  const { provisionId } = await prepared(world, 'aoba')
  const page = await getProvision(world.rosterOfficer.ctx, provisionId)
  expect(page?.people.map((p) => p.registrationNo)).toEqual([expect.stringMatching(/^R8-TR-00001/)])
  expect(page?.leftOut.map((p) => p.personId).sort()).toEqual([person(1), person(2), person(3)].sort())
  expect(await getProvision(world.aobaDispatch.ctx, provisionId)).toBeNull()
})

test('what was looked at must be what is given', async () => {
  const { world } = stage
  const ctx = world.rosterOfficer.ctx
  const { provisionId } = await prepared(world, 'kuromatsu')
  const changed = await deliverProvision(ctx, { provisionId, version: 1, seen: '0'.repeat(64) })
  expect(changed).toMatchObject({ ok: false, refusal: { code: 'provision.changed' } })
})

test('delivery: one row per person, the letter, the mail; the recipient sees no name before the terms', async () => {
  const { world, database } = stage
  const ctx = world.rosterOfficer.ctx
  const { provisionId } = await prepared(world, 'aoba')
  const page = await getProvision(ctx, provisionId)
  const delivery = { provisionId, version: 1, seen: page!.seen }
  const both = await Promise.all([deliverProvision(ctx, delivery), deliverProvision(ctx, delivery)])
  expect(both.filter((one) => one.ok)).toEqual([{ ok: true, value: { people: 1 } }])
  const rows = await database.asOwner(async (tx) => ({
    entries: await tx.provisionEntry.count({ where: { provisionId, releasedAt: { not: null } } }),
    document: await tx.document.findFirst({ where: { provisionId } }),
    mail: await tx.outbox.findFirst({ where: { kind: 'provision.delivered', bodyId: world.aoba.id } }),
    audit: await tx.auditLog.findMany({ where: { entityId: provisionId, action: 'provision.deliver' } }),
  }))
  expect(rows).toMatchObject({ entries: 1, document: { kind: 'provisionList' }, mail: { state: 'queued' } })
  expect(rows.audit).toHaveLength(1)
  const desk = deskFor(world, 'aoba').ctx
  const before = await getReceived(desk, provisionId)
  expect(before?.people).toEqual([])
  expect(before?.head.terms.length).toBeGreaterThan(0)
  expect(before?.head.documentId).toBeNull()
  expect(await acceptProvision(desk, { provisionId, version: 9 })).toMatchObject({ ok: false, refusal: { code: 'stale' } })
  expect((await acceptProvision(desk, { provisionId, version: 2 })).ok).toBe(true)
  const after = await getReceived(desk, provisionId)
  expect(after?.people).toMatchObject([{ name: facts.name, phone: facts.phone, address: null, peer: null }])
  expect(after?.head.documentId).not.toBeNull()
  expect(await acceptProvision(desk, { provisionId, version: 3 }))
    .toMatchObject({ ok: false, refusal: { code: 'provision.alreadyAccepted' } })
})

test('no other municipality finds it', async () => {
  const { world, database } = stage
  const { id } = await database.asOwner((tx) => tx.provision.findFirstOrThrow({ where: { recipientId: world.aoba.id, state: 'received' } }))
  const stranger = deskFor(world, 'kuromatsu').ctx
  expect(await getReceived(stranger, id)).toBeNull()
  expect((await listReceived(stranger))?.rows).toEqual([])
  expect(await acceptProvision(stranger, { provisionId: id, version: 3 })).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
})

test('after a withdrawal the holder sees nothing of the person, is told, and says that it is gone', async () => {
  const { world, database } = stage
  const { id } = await database.asOwner((tx) => tx.provision.findFirstOrThrow({ where: { recipientId: world.aoba.id, state: 'received' } }))
  const ctx = world.supporter(person(0))
  expect(await withdrawConsent(ctx, { consentId })).toEqual({ ok: true, value: null })
  expect(await withdrawConsent(ctx, { consentId })).toEqual({ ok: true, value: null })
  const desk = deskFor(world, 'aoba').ctx
  const page = await getReceived(desk, id)
  expect(page).toMatchObject({ people: [], head: { documentId: null } })
  expect(page?.recalls).toMatchObject([{ acknowledgedAt: null, registrationNo: expect.stringMatching(/^R8-TR-00001/) as string }])
  expect((await listHolders(ctx, consentId))[0]).toMatchObject({ name: 'あおば市', recall: { acknowledgedOn: null } })
  const { entryId } = page!.recalls[0]!
  expect(await acknowledgeRecall(deskFor(world, 'kuromatsu').ctx, { entryId, copies: 'none' }))
    .toMatchObject({ ok: false, refusal: { code: 'notFound' } })
  expect((await acknowledgeRecall(desk, { entryId, copies: 'destroyed' })).ok).toBe(true)
  expect((await acknowledgeRecall(desk, { entryId, copies: 'destroyed' })).ok).toBe(true)
  const given = await listProvisions(world.rosterOfficer.ctx)
  expect(given?.recalls).toMatchObject([{ recipientName: 'あおば市', acknowledgedAt: expect.any(Date) as Date }])
  const mail = await database.asOwner((tx) => tx.outbox.count({ where: { kind: 'recall.request', bodyId: world.aoba.id } }))
  expect(mail).toBe(1)
})

test('the printed list is drawn anew without the person who left', async () => {
  const { world, database } = stage
  const ctx = world.rosterOfficer.ctx
  const two = await registered(database, world, person(2), { ...facts, name: '例田 花子', kana: 'レイダ ハナコ' })
  const { provisionId } = await prepared(world, 'shirakaba', ['area'])
  const third = await database.asOwner((tx) => tx.rosterConsent.findFirstOrThrow({ where: { personId: person(1) } }))
  expect((await registerSupporter(ctx, { consentId: third.id, ...entryFields })).ok).toBe(true)
  const page = await getProvision(ctx, provisionId)
  expect((await deliverProvision(ctx, { provisionId, version: 1, seen: page!.seen })).ok).toBe(true)
  expect(await reissueList(ctx, { provisionId })).toMatchObject({ ok: false, refusal: { code: 'provision.listStands' } })
  await withdrawConsent(world.supporter(person(2)), { consentId: two.consentId })
  expect((await getProvision(ctx, provisionId))?.head.documentId).toBeNull()
  expect(await reissueList(ctx, { provisionId })).toEqual({ ok: true, value: null })
  expect((await getProvision(ctx, provisionId))?.head.documentId).not.toBeNull()
})
