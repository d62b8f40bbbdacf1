import { afterAll, beforeAll, expect, test } from 'vitest'
import { withdrawApplication } from '#app/features/training/commands/withdraw-application.server.ts'
import { must } from '#tests/factories/must.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { accepted, aCourse, anApplicant, applicationRow, confirmed } from '#tests/factories/training.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('本人はいつでもやめられ、ほかの人の申込みは見つからない', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const own = await accepted(database, world, course.id, { ...anApplicant(), email: 'leave@mihon.example.jp' })
  const other = await confirmed(database, world, course.id, { ...anApplicant(2), email: 'other@mihon.example.jp' })
  const ctx = world.supporter(own.personId)
  const foreign = await withdrawApplication(ctx, { applicationId: other.applicationId, version: 2 })
  expect(foreign).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
  must(await withdrawApplication(ctx, { applicationId: own.applicationId, version: 3 }))
  expect((await applicationRow(stage.database, own.applicationId)).state).toBe('withdrawn')
  expect(await withdrawApplication(ctx, { applicationId: own.applicationId, version: 4 })).toMatchObject({ refusal: { code: 'application.over' } })
})
