import { afterAll, beforeAll, expect, test } from 'vitest'
import { completeCourse } from '#app/features/training/commands/complete-course.server.ts'
import { issueCertificates } from '#app/features/training/commands/issue-certificates.server.ts'
import { must } from '#tests/factories/must.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, accepted, anApplicant, attended, trained } from '#tests/factories/training.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

async function version(courseId: string): Promise<number> {
  return (await stage.database.asOwner((tx) => tx.course.findUniqueOrThrow({ where: { id: courseId } }))).version
}

test('修了した全員に、続き番号の証書が、一度に出る', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const people = await trained(database, world, [anApplicant(1), anApplicant(2)], course)

  const certificates = await database.asOwner((tx) => tx.certificate.findMany({ orderBy: { no: 'asc' } }))
  expect(certificates.map(({ no, fiscalYear, state }) => ({ no, fiscalYear, state }))).toEqual([
    { no: 1, fiscalYear: 2026, state: 'issued' },
    { no: 2, fiscalYear: 2026, state: 'issued' },
  ])
  expect(certificates.map((one) => one.personId).sort()).toEqual(people.map((one) => one.personId).sort())
  const documents = await database.asOwner((tx) => tx.document.findMany({ where: { kind: 'completionCertificate' } }))
  expect(documents.map((one) => one.checkCode).sort()).toEqual(certificates.map((one) => one.checkCode).sort())
  const mails = await database.asOwner((tx) => tx.outbox.findMany({ where: { kind: 'training.certificateIssued' } }))
  expect(mails.map((one) => one.personId).sort()).toEqual(people.map((one) => one.personId).sort())
  const log = await database.asOwner((tx) => tx.auditLog.findMany({ where: { action: 'certificate.issue' } }))
  expect(log).toHaveLength(2)
})

test('二度めは、まだの人がいないので出さない', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  await trained(database, world, [anApplicant(1)], course)
  const result = await issueCertificates(world.trainer.ctx, { courseId: course.id, version: await version(course.id) })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'certificate.nobody' } })
})

test('同じときに二人が押しても、証書は一人に一つ', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const one = await accepted(database, world, course.id, anApplicant(3))
  await attended(database, world, course, [one.applicationId])
  must(await completeCourse(world.trainer.ctx, { courseId: course.id, version: await version(course.id) }))
  const input = { courseId: course.id, version: await version(course.id) }
  const results = await Promise.all([
    issueCertificates(world.trainer.ctx, input),
    issueCertificates(world.trainer.ctx, input),
  ])
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  const certificates = await database.asOwner((tx) => tx.certificate.count({ where: { personId: one.personId } }))
  expect(certificates).toBe(1)
})

test('終わっていない研修の証書は出せない', async () => {
  const course = await aCourse(stage.world)
  const result = await issueCertificates(stage.world.trainer.ctx, { courseId: course.id, version: 1 })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'certificate.tooEarly' } })
})

test('名簿担当は証書を出せず、ほかの組織には研修が見えない', async () => {
  const { world } = stage
  const course = await aCourse(world)
  for (const hat of [world.rosterOfficer, world.aobaDispatch, world.coordinator]) {
    await expect(
      issueCertificates(hat.ctx, { courseId: course.id, version: 1 }).catch(() => ({ ok: false })),
    ).resolves.toMatchObject({ ok: false })
  }
})
