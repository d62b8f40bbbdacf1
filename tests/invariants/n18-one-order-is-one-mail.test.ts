import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MailRoom, openMailRoom } from '#tests/factories/mail-room.ts'
import { withAndWithout } from './rows/control.ts'
import { said } from './rows/said.ts'

let room: MailRoom

beforeAll(async () => (room = await openMailRoom()))
afterAll(() => room.close())

it('N18 壁をはずすと、二度たのんだ一通が、二通とどく', async () => {
  const outcome = await withAndWithout(room.database, {
    walls: [{ table: 'outbox', constraint: 'outbox_dedupe_key_key' }],
    attempt: () => said(async () => {
      await room.clear()
      await room.tell('same')
      await room.tell('same')
      await room.work()
    }),
    violations: async () => (await room.post.arrived()).slice(1),
    tidy: () => room.clear(),
  })
  expect(outcome).toEqual({ with: ['allowed', 0], without: ['allowed', 1] })
})
