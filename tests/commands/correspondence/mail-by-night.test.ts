import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import { asTokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { type MailRoom, openMailRoom } from '#tests/factories/mail-room.ts'

let room: MailRoom

beforeAll(async () => (room = await openMailRoom()))
afterAll(() => room.close())
beforeEach(() => room.clear())

describe('the night', () => {
  const night = tokyoInstant(asTokyoDay('2026-11-21'), '23:10')
  const morning = tokyoInstant(asTokyoDay('2026-11-22'), '08:00')

  it('keeps a mail to a person until 8:00', async () => {
    await room.goTo(night)
    await room.tell('night')
    await room.work()
    expect(await room.post.arrived()).toEqual([])
    expect((await room.rows())[0]).toMatchObject({ state: 'queued', attempts: 0, run_at: morning })
    await room.goTo(morning)
    await room.work()
    expect(await room.post.arrived()).toHaveLength(1)
  })

  it('does not keep what answers an act of this minute, nor what the desk must know', async () => {
    await room.goTo(night)
    const { aobaDispatch: { ctx, bodyId }, ids } = room.world
    await withActor(ctx, async (tx) => {
      await enqueueMail(tx, ctx, {
        bodyId, kind: 'account.passwordChanged', dedupeKey: 'pw', to: 'a@mihon.example.jp',
        props: { changedAt: night.toISOString() },
      })
      await enqueueMail(tx, ctx, {
        bodyId, kind: 'incident.reported', dedupeKey: 'incident',
        props: { incidentId: ids.next(), reportedAt: night.toISOString() },
      })
    })
    await room.work()
    expect((await room.post.arrived()).map((mail) => mail.recipients[0]).sort()).toEqual([
      'a@mihon.example.jp', 'tameshikawa@tonari.example.jp',
    ])
  })
})
