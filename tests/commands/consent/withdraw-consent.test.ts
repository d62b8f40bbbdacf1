import { afterAll, beforeAll, expect, test } from 'vitest'
import { withdrawConsent } from '#app/features/consent/commands/withdraw-consent.server.ts'
import { begun, consented, publishedText } from '#tests/factories/consent.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, trained } from '#tests/factories/training.ts'

let stage: Stage
let people: string[]
let consentId: string

beforeAll(async () => {
  stage = await openStage()
  const made = await trained(stage.database, stage.world, [1, 2].map(anApplicant), await aCourse(stage.world))
  people = made.map((one) => one.personId)
  await publishedText(stage.world)
  consentId = (await consented(stage.database, stage.world, people[0]!)).consentId
}, 180_000)
afterAll(() => stage.close())

const own = () => stage.world.supporter(people[0]!)
const officer = () => stage.world.rosterOfficer.ctx

test('withdrawing needs nothing but the word; twice counts once; nobody else can say it', async () => {
  expect(await withdrawConsent(stage.world.supporter(people[1]!), { consentId })).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
  expect(await withdrawConsent(officer(), { consentId })).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
  const both = await Promise.all([1, 2].map(() => withdrawConsent(own(), { consentId })))
  expect(both).toEqual([{ ok: true, value: null }, { ok: true, value: null }])
  const row = await stage.database.asOwner((tx) => tx.rosterConsent.findUniqueOrThrow({ where: { id: consentId } }))
  expect(row.state).toBe('withdrawn')
})

test('after a withdrawal a new reading may begin, before a signature there is nothing to withdraw', async () => {
  const next = await begun(stage.database, stage.world, people[0]!)
  expect(next.consentId).not.toBe(consentId)
  expect(await withdrawConsent(own(), { consentId: next.consentId })).toMatchObject({ ok: false, refusal: { code: 'notSigned' } })
})
