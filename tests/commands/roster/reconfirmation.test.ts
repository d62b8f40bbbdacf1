import { afterAll, beforeAll, expect, test } from 'vitest'
import { withdrawConsent } from '#app/features/consent/commands/withdraw-consent.server.ts'
import { answerQuestion } from '#app/features/roster/commands/answer-question.server.ts'
import { askAgain } from '#app/features/roster/commands/ask-again.server.ts'
import { recordAnswer } from '#app/features/roster/commands/record-answer.server.ts'
import { getAnswerBoard, getAskedQuestion } from '#app/features/roster/queries/answers.server.ts'
import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { publishedText } from '#tests/factories/consent.ts'
import { answerCtx, answered, deskFor, provided, registered, usualWillingness } from '#tests/factories/roster.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import { aCourse, anApplicant, trained } from '#tests/factories/training.ts'

let stage: Stage
let people: string[]
const consents: string[] = []
const dueOn = asTokyoDay('2026-12-10')

beforeAll(async () => {
  stage = await openStage()
  const { world, database } = stage
  const made = await trained(database, world, [1, 2, 3, 4].map(anApplicant), await aCourse(world))
  people = made.map((one) => one.personId)
  await publishedText(world)
  for (const [i, name] of ['千葉 花子', '見本 花子', '試川 花子', '例田 花子'].entries()) {
    const kana = ['チバ', 'ミホン', 'タメシカワ', 'レイダ'][i]!
    const entry = await registered(database, world, people[i]!, { name, kana: `${kana} ハナコ` })
    consents.push(entry.consentId)
  }
  await provided(world, 'aoba')
  await provided(world, 'shirakaba')
}, 180_000)
afterAll(() => stage.close())

const aoba = () => deskFor(stage.world, 'aoba').ctx
async function rowOf(i: number) {
  const board = await getAnswerBoard(aoba())
  return board!.rows.find((row) => row.personId === people[i])!.reconfirmation!
}

test('a municipality that only plans is told why it cannot ask yet', async () => {
  const result = await askAgain(deskFor(stage.world, 'shirakaba').ctx, { dueOn })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'reconfirmation.planning' } })
})

test('the last day leaves time to think', async () => {
  const result = await askAgain(aoba(), { dueOn: asTokyoDay('2026-11-22') })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'reconfirmation.dueDay', field: 'dueOn' } })
})

test('who cannot be asked now is passed over, everybody else gets a mailed link', async () => {
  const { database } = stage
  await database.owner.query("update roster_entry set state = 'paused' where person_id = $1", [people[3]])
  expect(await askAgain(aoba(), { dueOn })).toEqual({ ok: true, value: { asked: 3 } })
  const mails = await database.asOwner((tx) => tx.outbox.findMany({ where: { kind: 'reconfirmation.ask' } }))
  expect(mails.map((mail) => mail.personId).sort()).toEqual(people.slice(0, 3).sort())
  expect(await askAgain(aoba(), { dueOn })).toMatchObject({ ok: false, refusal: { code: 'reconfirmation.nobody' } })
  const audits = await database.asOwner((tx) => tx.auditLog.count({ where: { action: 'reconfirmation.ask' } }))
  expect(audits).toBe(3)
})

test('the link shows the question, takes one answer and is used up', async () => {
  const { world, database } = stage
  const ctx = await answerCtx(database, world, people[0]!)
  expect(await getAskedQuestion(ctx)).toMatchObject({ bodyName: 'あおば市', dueOn, state: 'asked' })
  const wrong = await answerQuestion(ctx, { answer: 'willing', ...usualWillingness, areas: ['月の裏'] })
  expect(wrong).toMatchObject({ ok: false, refusal: { code: 'reconfirmation.area', field: 'areas' } })
  const both = await Promise.all(
    [1, 2].map(() => answerQuestion(ctx, { answer: 'willing', ...usualWillingness }).catch(() => ({ ok: false }))),
  )
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  expect(await rowOf(0)).toMatchObject({ state: 'willing', channel: 'link', areas: ['中央区', '北区'], steps: [1, 3, 4, 6], monthlyCap: 3 })
  expect((await rowOf(0)).slots).toEqual([{ weekday: 2, part: 'afternoon' }, { weekday: 4, part: 'afternoon' }])
  expect(await answerQuestion(ctx, { answer: 'declined', ...usualWillingness })).toMatchObject({ ok: false })
})

test('resting says nothing about where and when', async () => {
  await answered(stage.database, stage.world, people[1]!, 'resting')
  expect(await rowOf(1)).toMatchObject({ state: 'resting', areas: [], slots: [], steps: [], monthlyCap: null })
})

test('the desk records what it heard by phone, also a change of mind', async () => {
  const row = await rowOf(1)
  const heard = { reconfirmationId: row.id, channel: 'phone', answer: 'willing', ...usualWillingness } as const
  expect(await recordAnswer(aoba(), { ...heard, version: row.version + 1 })).toMatchObject({ ok: false, refusal: { code: 'stale' } })
  expect(await recordAnswer(deskFor(stage.world, 'kuromatsu').ctx, { ...heard, version: row.version }))
    .toMatchObject({ ok: false, refusal: { code: 'notFound' } })
  expect((await recordAnswer(aoba(), { ...heard, version: row.version })).ok).toBe(true)
  expect(await rowOf(1)).toMatchObject({ state: 'willing', channel: 'phone', monthlyCap: 3 })
})

test('after a withdrawal the answer is taken back and none can be given', async () => {
  const { world, database } = stage
  const ctx = await answerCtx(database, world, people[2]!)
  const row = await rowOf(2)
  expect((await withdrawConsent(world.supporter(people[2]!), { consentId: consents[2]! })).ok).toBe(true)
  expect(await getAskedQuestion(ctx)).toBeNull()
  expect(await answerQuestion(ctx, { answer: 'willing', ...usualWillingness }))
    .toMatchObject({ ok: false, refusal: { code: 'reconfirmation.revoked' } })
  const late = await recordAnswer(aoba(), {
    reconfirmationId: row.id, version: row.version, channel: 'paper', answer: 'willing', ...usualWillingness,
  })
  expect(late).toMatchObject({ ok: false, refusal: { code: 'reconfirmation.revoked' } })
})

test('who came back within the year is asked anew; the answer taken back stays as it was', async () => {
  const { world, database } = stage
  await registered(database, world, people[2]!, { name: '試川 花子', kana: 'タメシカワ ハナコ' })
  expect(await askAgain(aoba(), { dueOn })).toMatchObject({ ok: false, refusal: { code: 'reconfirmation.nobody' } })
  await provided(world, 'aoba')
  expect(await askAgain(aoba(), { dueOn })).toEqual({ ok: true, value: { asked: 1 } })
  await answered(database, world, people[2]!, 'willing')
  expect(await rowOf(2)).toMatchObject({ state: 'willing' })
  const rows = await database.asOwner((tx) => tx.reconfirmation.findMany({ where: { personId: people[2]! }, orderBy: { createdAt: 'asc' } }))
  expect(rows.map((row) => [row.state, row.revokedAt !== null])).toEqual([['asked', true], ['willing', false]])
})
