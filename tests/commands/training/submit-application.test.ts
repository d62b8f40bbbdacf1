import { afterAll, beforeAll, expect, test } from 'vitest'
import { submitApplication } from '#app/features/training/commands/submit-application.server.ts'
import { ApplyContactForm, ApplyPersonForm } from '#app/features/training/forms.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import { openPayload } from '#app/platform/outbox.server.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, applied } from '#tests/factories/training.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const person = ApplyPersonForm.parse({ nameWay: 'split', ...anApplicant() })
const contact = ApplyContactForm.parse({ ways: ['mail'], phoneWish: 'none' })

async function countApplications(): Promise<number> {
  return stage.database.asOwner((tx) => tx.application.count())
}

test('訪れた人が申し込むと、番号がつき、確認のメールが出る', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const { applicationId, receiptNo } = await applied(world, course.id)
  expect(receiptNo).toMatch(/^R8-KJ-\d{5}-\d$/)

  const row = await database.asOwner((tx) =>
    tx.application.findUniqueOrThrow({ where: { id: applicationId }, include: { applicationPrivate: true } }),
  )
  expect(row).toMatchObject({ state: 'submitted', personId: null, confirmedAt: null, name: '千葉 花子', kana: 'チバ ハナコ' })
  expect(JSON.stringify(row.applicationPrivate)).not.toContain('hanako')

  const mails = await database.asOwner((tx) => tx.outbox.findMany({ where: { kind: 'training.applicationReceived' } }))
  expect(mails).toHaveLength(1)
  const payload = openPayload(mails[0]!.id, mails[0]!.payloadEnc)
  expect(payload.to).toBe('hanako@mihon.example.jp')
  expect(payload.props).toMatchObject({ receiptNo, linkUntil: '2026-11-28' })

  const log = await database.asOwner((tx) => tx.auditLog.findMany({ where: { entityId: applicationId } }))
  expect(log.map((one) => [one.chain, one.action, one.role])).toEqual([
    [world.midori.id, 'application.submit', 'yr_public'],
  ])
})

test('受付番号は、とびもくり返しもない', async () => {
  const { world } = stage
  const course = await aCourse(world)
  const numbers: string[] = []
  for (let no = 1; no <= 3; no += 1) numbers.push((await applied(world, course.id, anApplicant(no))).receiptNo)
  const running = numbers.map((text) => Number(text.slice(6, 11)))
  expect(running[1]).toBe(running[0]! + 1)
  expect(running[2]).toBe(running[0]! + 2)
})

test.each(['draft', 'closed', 'finished', 'cancelled'] as const)('%s の研修には申し込めない', async (state) => {
  const course = await aCourse(stage.world, { state })
  const before = await countApplications()
  const result = await submitApplication(stage.world.visitor, { courseId: course.id, person, contact })
  const code = state === 'draft' || state === 'cancelled' ? 'notFound' : 'course.notOpen'
  expect(result).toEqual({ ok: false, refusal: { code } })
  expect(await countApplications()).toBe(before)
})

test('しめきりの次の日は申し込めない', async () => {
  const { world } = stage
  const course = await aCourse(world, { applyUntil: addDays(world.clock.today(), -1) })
  const result = await submitApplication(world.visitor, { courseId: course.id, person, contact })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'course.tooLate' } })
})

test('同じ送信は、一度だけ受け付ける', async () => {
  const { world } = stage
  const course = await aCourse(world)
  const idempotency = { key: world.ids.next(), route: '/courses#send', bodyHash: new Uint8Array(32) }
  const input = { courseId: course.id, person, contact }
  const before = await countApplications()
  const first = await submitApplication({ ...world.visitor, idempotency }, input)
  const second = await submitApplication({ ...world.visitor, idempotency }, input)
  expect(second).toEqual(first)
  expect(await countApplications()).toBe(before + 1)
})

test('訪れた人は、申込みを一つも読めない', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  await applied(world, course.id)
  await expect(
    database.prisma.$transaction(async (tx) => {
      await tx.$queryRaw`select set_config('role', 'yr_public', true)`
      return tx.application.findMany()
    }),
  ).rejects.toThrow()
})
