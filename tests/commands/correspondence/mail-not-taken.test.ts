import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MailRoom, openMailRoom } from '#tests/factories/mail-room.ts'
import { drawnDay } from '#tests/factories/stage.ts'

let room: MailRoom

beforeAll(async () => (room = await openMailRoom()))
afterAll(() => room.close())
beforeEach(() => room.clear())

describe('a mail that is not taken', () => {
  it('is tried again after a minute, then five, with the same name', async () => {
    room.post.answers({ code: 451 })
    await room.tell('slow')
    await room.work()
    expect((await room.rows())[0]).toMatchObject({
      state: 'queued', attempts: 1, last_error: 'DATA 451', run_at: new Date(drawnDay.getTime() + 60_000),
    })
    await room.goTo(new Date(drawnDay.getTime() + 60_000))
    await room.work()
    expect((await room.rows())[0]).toMatchObject({ attempts: 2, run_at: new Date(drawnDay.getTime() + 6 * 60_000) })
    room.post.answers('take')
    await room.goTo(new Date(drawnDay.getTime() + 6 * 60_000))
    await room.work()
    expect((await room.post.arrived()).map((mail) => mail.messageId)).toEqual([`<${(await room.rows())[0]?.id}@yorisoi.example.jp>`])
  })

  it('is given to the desk at once when the address does not exist', async () => {
    room.post.answers({ code: 550 })
    await room.tell('nobody')
    await room.work()
    expect((await room.rows())[0]).toMatchObject({ state: 'dead', attempts: 1, last_error: 'DATA 550' })
  })

  it.each([
    ['an address that is none', { to: 'hanako@mihon.example.jp, evil@example.com' }, 'address'],
    ['a person without an address', { personId: '0192f0c1-2a00-7000-8000-00000000ffff' }, 'reader'],
  ])('is given to the desk: %s', async (_what, more, reason) => {
    await room.tell('bad', more)
    await room.work()
    expect((await room.rows())[0]).toMatchObject({ state: 'dead', last_error: reason })
    expect(await room.post.arrived()).toEqual([])
  })

  it('whose content cannot be opened does not hold up the others', async () => {
    await room.tell('broken')
    await room.database.owner.query(`update outbox set payload_enc = '\\x0102'`)
    await room.tell('whole')
    await room.work()
    expect((await room.rows()).map((row) => row.state)).toEqual(['dead', 'sent'])
  })
})
