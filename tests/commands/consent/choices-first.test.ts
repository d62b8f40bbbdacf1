import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseItems } from '#app/features/consent/commands/choose-items.server.ts'
import { sendPaper } from '#app/features/consent/commands/send-paper.server.ts'
import { signConsent } from '#app/features/consent/commands/sign-consent.server.ts'
import { getOwnConsent } from '#app/features/consent/queries.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { drawnName, explained, publishedText, versionOf } from '#tests/factories/consent.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, trained } from '#tests/factories/training.ts'

let stage: Stage
let consentId: string
let ctx: Ctx

beforeAll(async () => {
  stage = await openStage()
  const [person] = await trained(stage.database, stage.world, [anApplicant(1)], await aCourse(stage.world))
  await publishedText(stage.world)
  ;({ consentId, ctx } = await explained(stage.database, stage.world, person!.personId))
}, 180_000)
afterAll(() => stage.close())

const version = () => versionOf(ctx, consentId)

test('before the choices were made no paper is taken, from its owner or from the office', async () => {
  const scan = new TextEncoder().encode('%PDF-1.7 signed by hand')
  for (const [who, code] of [[ctx, 'notChosen'], [stage.world.rosterOfficer.ctx, 'notChosenByOwner']] as const) {
    expect(await sendPaper(who, { consentId, version: await version(), bytes: scan })).toMatchObject({ ok: false, refusal: { code } })
  }
})

test('whoever has chosen nothing cannot sign; whoever chose to list nothing can', async () => {
  const sign = async () => signConsent(ctx, { consentId, version: await version(), strokes: drawnName, proxy: null })
  expect(await sign()).toMatchObject({ ok: false, refusal: { code: 'notChosen' } })
  expect((await getOwnConsent(ctx, consentId))?.state).toBe('explained')
  const nothing = { phone: false, address: false, peer: false, photo: false }
  expect((await chooseItems(ctx, { consentId, version: await version(), ...nothing })).ok).toBe(true)
  expect((await sign()).ok).toBe(true)
})
