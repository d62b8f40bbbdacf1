import { afterAll, beforeAll, expect, test } from 'vitest'
import { withdrawConsent } from '#app/features/consent/commands/withdraw-consent.server.ts'
import { acknowledgeRecall } from '#app/features/roster/commands/acknowledge-recall.server.ts'
import { deliverProvision } from '#app/features/roster/commands/deliver-provision.server.ts'
import { registerSupporter } from '#app/features/roster/commands/register-supporter.server.ts'
import { reissueList } from '#app/features/roster/commands/reissue-list.server.ts'
import { listHolders } from '#app/features/roster/queries/own.server.ts'
import { getProvision, listProvisions } from '#app/features/roster/queries/provisions.server.ts'
import { getReceived } from '#app/features/roster/queries/received.server.ts'
import { consented, publishedText } from '#tests/factories/consent.ts'
import { deskFor, prepared, provided, registered } from '#tests/factories/roster.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, trained } from '#tests/factories/training.ts'

const facts = { name: '千葉 花子', kana: 'チバ ハナコ', phone: '000-0000-0051', address: 'あおば市中央区見本町1-1' }
const entryFields = { name: '見本 花子', kana: 'ミホン ハナコ', workingName: null, homeArea: 'あおば市', phone: null, address: null }

let stage: Stage
let people: string[]
let consentId: string

beforeAll(async () => {
  stage = await openStage()
  const made = await trained(stage.database, stage.world, [1, 2, 3].map(anApplicant), await aCourse(stage.world))
  people = made.map((one) => one.personId)
  await publishedText(stage.world)
  const entry = await registered(stage.database, stage.world, person(0), { ...facts, choices: { phone: true } })
  consentId = entry.consentId
  await provided(stage.world, 'aoba')
}, 180_000)
afterAll(() => stage.close())

function person(i: number): string {
  return people[i]!
}

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
  const third = await consented(database, world, person(1))
  expect((await registerSupporter(ctx, { consentId: third.consentId, ...entryFields })).ok).toBe(true)
  const page = await getProvision(ctx, provisionId)
  expect((await deliverProvision(ctx, { provisionId, version: 1, seen: page!.seen })).ok).toBe(true)
  expect(await reissueList(ctx, { provisionId })).toMatchObject({ ok: false, refusal: { code: 'provision.listStands' } })
  await withdrawConsent(world.supporter(person(2)), { consentId: two.consentId })
  expect((await getProvision(ctx, provisionId))?.head.documentId).toBeNull()
  expect(await reissueList(ctx, { provisionId })).toEqual({ ok: true, value: null })
  expect((await getProvision(ctx, provisionId))?.head.documentId).not.toBeNull()
})
