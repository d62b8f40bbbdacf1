import { afterAll, beforeAll, expect, test } from 'vitest'
import { completeCourse } from '#app/features/training/commands/complete-course.server.ts'
import { recordAttendance } from '#app/features/training/commands/record-attendance.server.ts'
import type { AttendanceStatus } from '#app/features/training/domain/types.ts'
import { addDays } from '#app/shared/tokyo-day.ts'
import { must } from '#tests/factories/must.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, accepted, anApplicant, attended } from '#tests/factories/training.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

async function record(sessionId: string, status: Record<string, AttendanceStatus>, version = 1) {
  return recordAttendance(stage.world.trainer.ctx, { sessionId, version, status })
}

async function statuses(sessionId: string) {
  const rows = await stage.database.asOwner((tx) => tx.attendance.findMany({ where: { sessionId } }))
  return Object.fromEntries(rows.map((row) => [row.applicationId, row.status]))
}

async function complete(courseId: string, version = 1) {
  return completeCourse(stage.world.trainer.ctx, { courseId, version })
}

test('一回分の出席を、まとめてつけ、あとから直せる', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const [a, b] = [await accepted(database, world, course.id, anApplicant(1)), await accepted(database, world, course.id, anApplicant(2))]
  const sessionId = course.sessionIds[0]!
  expect(must(await record(sessionId, { [a.applicationId]: 'present', [b.applicationId]: 'late' })).changed).toBe(2)
  expect(must(await record(sessionId, { [a.applicationId]: 'present', [b.applicationId]: 'absent' }, 2)).changed).toBe(1)
  expect(await statuses(sessionId)).toEqual({ [a.applicationId]: 'present', [b.applicationId]: 'absent' })
  const log = await database.asOwner((tx) => tx.auditDetail.findMany({ where: { payload: { contains: 'late>absent' } } }))
  expect(log).toHaveLength(1)
})

test('二人が同じ出席簿を同時に保存すると、あとの人に知らせる', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const a = await accepted(database, world, course.id, anApplicant(1))
  const sessionId = course.sessionIds[0]!
  const results = await Promise.all([record(sessionId, { [a.applicationId]: 'present' }), record(sessionId, { [a.applicationId]: 'absent' })])
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: 'stale' } })
})

test('まだ来ていない日の出席と、ほかの研修の人の出席は、つけられない', async () => {
  const { world, database } = stage
  const tomorrow = addDays(world.clock.today(), 1)
  const course = await aCourse(world, { sessions: [{ day: tomorrow }] })
  const other = await accepted(database, world, (await aCourse(world)).id, anApplicant(1))
  expect(await record(course.sessionIds[0]!, {})).toMatchObject({ ok: false, refusal: { code: 'session.ahead' } })
  const now = await aCourse(world)
  expect(await record(now.sessionIds[0]!, { [other.applicationId]: 'present' })).toMatchObject({ ok: false, refusal: { code: 'attendance.unknown' } })
})

test('修了は全員分を決まりで決め、休んだ人は修了しない', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const [a, b] = [await accepted(database, world, course.id, anApplicant(1)), await accepted(database, world, course.id, anApplicant(2))]
  await attended(database, world, course, [a.applicationId])
  expect(await complete(course.id)).toMatchObject({ ok: false, refusal: { code: 'attendance.missing', detail: { count: 1 } } })
  for (const sessionId of course.sessionIds) must(await record(sessionId, { [b.applicationId]: 'absent' }, 2))
  expect(must(await complete(course.id))).toEqual({ completed: 1, notCompleted: 1 })
  const rows = await database.asOwner((tx) => tx.application.findMany({ where: { courseId: course.id } }))
  expect(rows.find((row) => row.id === a.applicationId)?.state).toBe('completed')
  expect(rows.find((row) => row.id === b.applicationId)?.state).toBe('notCompleted')
  const completions = await database.asOwner((tx) => tx.completion.findMany({ where: { application: { courseId: course.id } } }))
  expect(completions.map((one) => one.personId)).toEqual([a.personId])
  expect(await complete(course.id, 2)).toMatchObject({ ok: false, refusal: { code: 'course.over' } })
  expect(await record(course.sessionIds[0]!, { [b.applicationId]: 'present' }, 3)).toMatchObject({ refusal: { code: 'course.over' } })
})

test('回が残っているあいだと、古い画面からは、修了を決められない', async () => {
  const { world } = stage
  const today = world.clock.today()
  const ahead = await aCourse(world, { sessions: [{ day: today }, { day: addDays(today, 7) }] })
  expect(await complete(ahead.id)).toMatchObject({ ok: false, refusal: { code: 'course.sessionsAhead' } })
  const course = await aCourse(world)
  expect(await complete(course.id, 9)).toMatchObject({ ok: false, refusal: { code: 'stale' } })
  expect(await complete((await aCourse(world, { sessions: [] })).id)).toMatchObject({ refusal: { code: 'course.noSessions' } })
})

test('修了は、同じときに二度決めても一度だけ', async () => {
  const { world, database } = stage
  const course = await aCourse(world)
  const a = await accepted(database, world, course.id, anApplicant(1))
  await attended(database, world, course, [a.applicationId])
  const results = await Promise.all([complete(course.id), complete(course.id)])
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  const completions = await database.asOwner((tx) => tx.completion.count({ where: { applicationId: a.applicationId } }))
  expect(completions).toBe(1)
})
