import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import { type MailRoom, openMailRoom } from '#tests/factories/mail-room.ts'
import { drawnDay } from '#tests/factories/stage.ts'

let room: MailRoom

beforeAll(async () => (room = await openMailRoom()))
afterAll(() => room.close())
beforeEach(() => room.clear())

describe('a circle of readers', () => {
  it('gets one mail each, to the desk that a roster was delivered to', async () => {
    const { rosterOfficer: { ctx, bodyId }, ids, shirakaba, midori } = room.world
    const provisionId = ids.next()
    await room.database.owner.tamper((sql) =>
      sql(`insert into provision (id, body_id, recipient_id, fiscal_year, no, purpose, state, expires_on)
           values ($1, $2, $3, 2026, 2, '派遣調整', 'prepared', '2027-03-31')`, [provisionId, midori.id, shirakaba.id]),
    )
    await withActor(ctx, (tx) =>
      enqueueMail(tx, ctx, {
        bodyId, kind: 'provision.delivered', dedupeKey: `provision:${provisionId}`,
        props: { provisionId, provisionNo: '第R8-0002号', fromBody: 'みどり県' },
      }),
    )
    await room.work()
    expect((await room.post.arrived()).map((mail) => mail.recipients)).toEqual([['misaki@shirakaba.example.jp']])
    expect((await room.rows()).map((row) => [row.state, row.dedupe_key])).toEqual([
      ['sent', `provision:${provisionId}`],
      ['sent', `provision:${provisionId}:${room.world.shirakabaDispatch.personId}`],
    ])
  })

  it('of whom nobody is there today is a matter of the desk, not lost', async () => {
    const { rosterOfficer: { ctx, bodyId }, ids } = room.world
    await withActor(ctx, (tx) =>
      enqueueMail(tx, ctx, {
        bodyId, kind: 'incident.reported', dedupeKey: 'nobody there',
        props: { incidentId: ids.next(), reportedAt: drawnDay.toISOString() },
      }),
    )
    await room.database.owner.query(`update membership set ended_at = now() where role = 'admin'`)
    await room.work()
    await room.database.owner.query(`update membership set ended_at = null where role = 'admin'`)
    expect((await room.rows())[0]).toMatchObject({ state: 'dead', last_error: 'desk' })
  })
})
