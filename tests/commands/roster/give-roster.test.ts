import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptProvision } from '#app/features/roster/commands/accept-provision.server.ts'
import { deliverProvision } from '#app/features/roster/commands/deliver-provision.server.ts'
import { prepareProvision } from '#app/features/roster/commands/prepare-provision.server.ts'
import { getProvision } from '#app/features/roster/queries/provisions.server.ts'
import { getReceived, listReceived } from '#app/features/roster/queries/received.server.ts'
import { begun, consented, publishedText } from '#tests/factories/consent.ts'
import { deskFor, prepared, registered } from '#tests/factories/roster.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, trained } from '#tests/factories/training.ts'

const facts = { name: '千葉 花子', kana: 'チバ ハナコ', phone: '000-0000-0051', address: 'あおば市中央区見本町1-1' }

let stage: Stage
let people: string[]

beforeAll(async () => {
  stage = await openStage()
  const made = await trained(stage.database, stage.world, [1, 2, 3, 4].map(anApplicant), await aCourse(stage.world))
  people = made.map((one) => one.personId)
  await publishedText(stage.world)
  await registered(stage.database, stage.world, person(0), { ...facts, choices: { phone: true } })
  await consented(stage.database, stage.world, person(1))
  await begun(stage.database, stage.world, person(3))
}, 180_000)
afterAll(() => stage.close())

function person(i: number): string {
  return people[i]!
}

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
