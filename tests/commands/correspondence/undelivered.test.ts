import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { retryMail } from '#app/features/correspondence/commands/retry-mail.server.ts'
import { listUndelivered } from '#app/features/correspondence/queries.server.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import { ok } from '#app/shared/result.ts'
import { type MailRoom, openMailRoom } from '#tests/factories/mail-room.ts'
import { drawnDay } from '#tests/factories/stage.ts'

let room: MailRoom

beforeAll(async () => (room = await openMailRoom()))
afterAll(() => room.close())
beforeEach(async () => {
  await room.clear()
  room.post.answers({ code: 550 })
})

/** A mail of あおば that no server takes. */
async function undelivered(): Promise<string> {
  const { ctx, bodyId } = room.world.aobaDispatch
  await withActor(ctx, (tx) =>
    enqueueMail(tx, ctx, {
      bodyId, kind: 'visit.cancelled', dedupeKey: randomUUID(), to: 'hanako@mihon.example.jp',
      props: { startsAt: '2026-12-03T05:30:00.000Z' },
    }),
  )
  await room.work()
  const [mail] = (await listUndelivered(ctx)) ?? []
  return mail?.id ?? 'none'
}

const refusedAs = (code: string) => ({ ok: false, refusal: { code } })

describe('an undelivered mail', () => {
  it('is seen by the desks of its body with the reason, and without its address', async () => {
    await undelivered()
    for (const hat of ['aobaDispatch', 'coordinator'] as const) {
      const mails = await listUndelivered(room.world[hat].ctx)
      expect(mails).toMatchObject([{ kind: 'visit.cancelled', state: 'dead', attempts: 1, lastError: 'DATA 550' }])
      expect(JSON.stringify(mails)).not.toContain('mihon')
    }
  })

  it('does not exist for another body, and an auditor has no list of mail', async () => {
    const id = await undelivered()
    const { kuromatsuDispatch, rosterOfficer, auditor } = room.world
    for (const { ctx } of [kuromatsuDispatch, rosterOfficer]) {
      expect(await listUndelivered(ctx)).toEqual([])
      expect(await retryMail(ctx, { mailId: id })).toEqual(refusedAs('notFound'))
    }
    expect(await listUndelivered(auditor.ctx)).toBeNull()
  })

  it('leaves once more when the desk says so, under the same name, with a trace of who did', async () => {
    const id = await undelivered()
    room.post.answers('take')
    expect(await retryMail(room.world.aobaDispatch.ctx, { mailId: id })).toEqual(ok(null))
    await room.work()
    expect((await room.post.arrived()).map(({ messageId }) => messageId)).toEqual([`<${id}@yorisoi.example.jp>`])
    expect(await listUndelivered(room.world.aobaDispatch.ctx)).toEqual([])
    const trace = await room.database.owner.query(
      `select actor from audit_log where action = 'mail.retry' and entity_id = $1`, [id],
    )
    expect(trace).toEqual([{ actor: room.world.aobaDispatch.personId }])
  })

  it('is retried once when two press at the same time', async () => {
    const id = await undelivered()
    const { ctx } = room.world.aobaDispatch
    const results = await Promise.all([retryMail(ctx, { mailId: id }), retryMail(ctx, { mailId: id })])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok)).toEqual([refusedAs('mail.notWaiting')])
  })

  it('is not retried by a role that has no say in it', async () => {
    const id = await undelivered()
    expect(await retryMail(room.world.coordinator.ctx, { mailId: id })).toEqual(refusedAs('notFound'))
  })

  it('whose arrival is not known is shown as such until it is clear', async () => {
    await undelivered()
    await room.database.owner.tamper((sql) =>
      sql(`update outbox set state = 'sending', lease_until = $1`, [new Date(drawnDay.getTime() - 1_000)]),
    )
    expect(await listUndelivered(room.world.aobaDispatch.ctx)).toMatchObject([{ state: 'sending' }])
  })
})
