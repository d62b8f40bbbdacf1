import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerSupporter } from '#app/features/roster/commands/register-supporter.server.ts'
import { begun, consented, publishedText } from '#tests/factories/consent.ts'
import { registered } from '#tests/factories/roster.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, trained } from '#tests/factories/training.ts'

let stage: Stage
let people: string[]

beforeAll(async () => {
  stage = await openStage()
  const made = await trained(stage.database, stage.world, [1, 2, 3].map(anApplicant), await aCourse(stage.world))
  people = made.map((one) => one.personId)
  await publishedText(stage.world)
}, 180_000)
afterAll(() => stage.close())

function person(i: number): string {
  return people[i]!
}

const facts = { name: '千葉 花子', kana: 'チバ ハナコ', phone: '000-0000-0051', address: 'あおば市中央区見本町1-1' }
const entryFields = { name: '見本 花子', kana: 'ミホン ハナコ', workingName: null, homeArea: 'あおば市', phone: null, address: null }

test('without a signed consent nobody is registered', async () => {
  const { world, database } = stage
  const { consentId: unsigned } = await begun(database, world, person(2))
  const result = await registerSupporter(world.rosterOfficer.ctx, { consentId: unsigned, ...entryFields })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'roster.notSigned' } })
})

test('a registration has a number, lasts until 31 March, and keeps only what was allowed', async () => {
  const { world, database } = stage
  const entry = await registered(database, world, person(0), { ...facts, choices: { phone: true } })
  const { consentId } = entry
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
