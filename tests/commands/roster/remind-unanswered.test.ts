import { afterAll, beforeAll, expect, test } from 'vitest'
import { askAgain } from '#app/features/roster/commands/ask-again.server.ts'
import { remindUnanswered } from '#app/features/roster/jobs/remind-unanswered.server.ts'
import { getAnswerBoard } from '#app/features/roster/queries/answers.server.ts'
import { jobCtx } from '#app/platform/jobs/worker.server.ts'
import { addDays, asTokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { publishedText } from '#tests/factories/consent.ts'
import { deskFor, provided, registered } from '#tests/factories/roster.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, trained } from '#tests/factories/training.ts'

let stage: Stage
const dueOn = asTokyoDay('2026-12-10')

beforeAll(async () => {
  stage = await openStage()
  const { world, database } = stage
  const [made] = await trained(database, world, [anApplicant()], await aCourse(world))
  await publishedText(world)
  await registered(database, world, made!.personId, { name: '例田 花子', kana: 'レイダ ハナコ' })
  await provided(world, 'aoba')
}, 180_000)
afterAll(() => stage.close())

const aoba = () => deskFor(stage.world, 'aoba').ctx

test('one reminder before the last day, and silence after it counts as no answer', async () => {
  const { world, database } = stage
  expect(await askAgain(aoba(), { dueOn })).toEqual({ ok: true, value: { asked: 1 } })
  const ctx = jobCtx(remindUnanswered, world)
  expect(await remindUnanswered.run(ctx)).toBe(0)
  await stage.goTo(tokyoInstant(addDays(dueOn, -5), '09:00'))
  expect(await remindUnanswered.run(ctx)).toBe(1)
  expect(await remindUnanswered.run(ctx)).toBe(0)
  const mails = await database.asOwner((tx) => tx.outbox.count({ where: { kind: 'reconfirmation.reminder' } }))
  expect(mails).toBe(1)
  await stage.goTo(tokyoInstant(addDays(dueOn, 1), '00:10'))
  expect(await remindUnanswered.run(ctx)).toBe(1)
  const board = await getAnswerBoard(aoba())
  expect(board!.rows[0]!.reconfirmation).toMatchObject({ state: 'noAnswer' })
})
