import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmApplication } from '#app/features/training/commands/confirm-application.server.ts'
import { must } from '#tests/factories/must.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, applicationRow, applied, confirmed, linkCtx } from '#tests/factories/training.ts'
import { demoPassword } from '#tests/factories/world.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('確認のリンクは一度だけ使え、二度めは使えない', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const { applicationId } = await applied(world, course.id, { ...anApplicant(), email: 'once@mihon.example.jp' })
  const ctx = await linkCtx(database, world, applicationId)
  const results = await Promise.allSettled([
    confirmApplication(ctx, { password: demoPassword }),
    confirmApplication(ctx, { password: demoPassword }),
  ])
  const done = results.filter((one) => one.status === 'fulfilled' && one.value.ok)
  expect(done).toHaveLength(1)
  expect(await applicationRow(stage.database, applicationId)).toMatchObject({ state: 'submitted', version: 2 })
})

test('弱いパスワードでは決まらず、リンクはまだ使える', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const { applicationId } = await applied(world, course.id, { ...anApplicant(), email: 'weak@mihon.example.jp' })
  const ctx = await linkCtx(database, world, applicationId)
  expect(await confirmApplication(ctx, { password: 'password1234' })).toMatchObject({ ok: false, refusal: { code: 'password.common' } })
  expect(await confirmApplication(ctx, { password: null })).toMatchObject({ ok: false, refusal: { code: 'account.needsPassword' } })
  must(await confirmApplication(ctx, { password: demoPassword }))
})

test('同じアドレスの二つめの申込みは、同じ人のものになり、パスワードは変わらない', async () => {
  const { world, database } = stage
  const first = await confirmed(database, world, (await aCourse(world)).id, { ...anApplicant(), email: 'twice@mihon.example.jp' })
  const hash = (await database.asOwner((tx) => tx.account.findUniqueOrThrow({ where: { personId: first.personId } }))).passwordHash
  const second = await applied(world, (await aCourse(world)).id, { ...anApplicant(), email: 'Twice@mihon.example.jp' })
  const ctx = await linkCtx(database, world, second.applicationId)
  expect(must(await confirmApplication(ctx, { password: null }))).toEqual({ personId: first.personId, isNew: false })
  const after = await database.asOwner((tx) => tx.account.findUniqueOrThrow({ where: { personId: first.personId } }))
  expect(after.passwordHash).toBe(hash)
})
