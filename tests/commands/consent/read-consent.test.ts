import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginConsent } from '#app/features/consent/commands/begin-consent.server.ts'
import { readItem } from '#app/features/consent/commands/read-item.server.ts'
import { signConsent } from '#app/features/consent/commands/sign-consent.server.ts'
import { getOwnConsent } from '#app/features/consent/queries.server.ts'
import { begun, drawnName, earlier, publishedText } from '#tests/factories/consent.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, trained } from '#tests/factories/training.ts'

let stage: Stage
let people: string[]

beforeAll(async () => {
  stage = await openStage()
  const course = await aCourse(stage.world)
  const made = await trained(stage.database, stage.world, [1, 2].map(anApplicant), course)
  people = made.map((one) => one.personId)
}, 180_000)
afterAll(() => stage.close())

function person(i: number): string {
  return people[i]!
}

test('without a published text nobody begins', async () => {
  const { world, database } = stage
  const completion = await database.asOwner((tx) => tx.completion.findFirstOrThrow({ where: { personId: person(0) } }))
  const result = await beginConsent(world.supporter(person(0)), { completionId: completion.id })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'noText' } })
  await publishedText(world)
})

test('beginning twice leads to the same reading, and only for who completed', async () => {
  const { world, database } = stage
  const first = await begun(database, world, person(0))
  expect((await begun(database, world, person(0))).consentId).toBe(first.consentId)
  const completion = await database.asOwner((tx) => tx.completion.findFirstOrThrow({ where: { personId: person(0) } }))
  const stranger = await beginConsent(world.supporter(person(1)), { completionId: completion.id })
  expect(stranger).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
})

test('items are read in order, and the signature waits for the last one', async () => {
  const { world, database } = stage
  const { consentId, ctx } = await begun(database, world, person(0))
  expect(await readItem(ctx, { consentId, no: 3 })).toMatchObject({ ok: false, refusal: { code: 'itemNotOpen' } })
  const early = await signConsent(ctx, { consentId, version: 1, strokes: drawnName, proxy: null })
  expect(early).toMatchObject({ ok: false, refusal: { code: 'notRead' } })
  for (let no = 1; no <= 9; no += 1) {
    const read = await readItem(earlier(ctx, 30), { consentId, no })
    expect(read).toEqual({ ok: true, value: { next: no === 9 ? null : no + 1 } })
  }
  expect((await getOwnConsent(ctx, consentId))?.explainedAt).toBeInstanceOf(Date)
  const late = await readItem(ctx, { consentId, no: 9 })
  expect(late.ok).toBe(true)
})
