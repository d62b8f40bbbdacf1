import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finishNote } from '#app/features/dispatch/commands/finish-note.server.ts'
import { leaveNote } from '#app/features/dispatch/commands/leave-note.server.ts'
import { cardHolder, receivedRequest, requestNow } from '#tests/factories/dispatch-request.ts'
import { refused } from '#tests/factories/must.ts'
import { openStage, type Stage } from '#tests/factories/stage.ts'
import type { World } from '#tests/factories/world.ts'

let stage: Stage
let world: World

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
})
afterAll(() => stage.close())

describe('a note by one button', () => {
  it('reaches the desk without a reason, and is done once', async () => {
    const { requestId } = await receivedRequest(world)
    const card = await cardHolder(world, requestId)
    expect(await leaveNote(card, { note: 'otherSupporter' })).toMatchObject({ ok: true })
    const [note] = (await requestNow(world.aobaDispatch, requestId)).notes
    expect(note).toMatchObject({ note: 'otherSupporter', dueOn: world.clock.today() })
    const input = { requestId, taskId: note!.taskId, version: note!.version }
    expect(await finishNote(world.kuromatsuDispatch.ctx, input)).toMatchObject(refused('notFound'))
    expect(await finishNote(world.aobaDispatch.ctx, { ...input, version: 9 })).toMatchObject(refused('stale'))
    expect(await finishNote(world.aobaDispatch.ctx, input)).toMatchObject({ ok: true })
    expect(await finishNote(world.aobaDispatch.ctx, input)).toMatchObject(refused('note.done'))
  })
})
