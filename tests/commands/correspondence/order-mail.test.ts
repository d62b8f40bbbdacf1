import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { linkToken } from '#app/platform/links.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import { asTokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { type MailRoom, openMailRoom, visitTold } from '#tests/factories/mail-room.ts'

let room: MailRoom

beforeAll(async () => (room = await openMailRoom()))
afterAll(() => room.close())
beforeEach(() => room.clear())

describe('an ordered mail', () => {
  it('leaves once after the commit, from the desk of its body, and its content is forgotten', async () => {
    await room.tell('a')
    const [queued] = await room.rows()
    expect(queued).toMatchObject({ state: 'queued', attempts: 0 })
    expect(Buffer.from(queued?.payload_enc as Uint8Array).toString('latin1')).not.toContain('mihon')
    await room.work()
    await room.work()
    const [mail, ...others] = await room.post.arrived()
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      recipients: ['hanako@mihon.example.jp'],
      subject: '【あおばデスク】予定のお知らせ',
      from: 'あおばデスク <no-reply@yorisoi.example.jp>',
      messageId: `<${queued?.id}@yorisoi.example.jp>`,
    })
    expect((await room.rows())[0]).toMatchObject({ state: 'sent', attempts: 1, payload_enc: null, message_id: queued?.id })
  })

  it('is one mail when it is ordered twice', async () => {
    await room.tell('same')
    await room.tell('same')
    await room.work()
    expect(await room.post.arrived()).toHaveLength(1)
  })

  it('does not exist when its transaction is rolled back', async () => {
    const { ctx, bodyId } = room.world.aobaDispatch
    const failing = withActor(ctx, async (tx) => {
      await enqueueMail(tx, ctx, { bodyId, kind: 'visit.booked', dedupeKey: 'never', props: visitTold, to: 'a@mihon.example.jp' })
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    await room.work()
    expect([await room.post.arrived(), await room.rows()]).toEqual([[], []])
  })

  it('waits for its hour', async () => {
    const tomorrow = tokyoInstant(asTokyoDay('2026-11-22'), '09:00')
    await room.tell('later', { runAt: tomorrow })
    await room.work()
    expect(await room.post.arrived()).toEqual([])
    await room.goTo(tomorrow)
    await room.work()
    expect(await room.post.arrived()).toHaveLength(1)
  })

  it('finds the reader by the account', async () => {
    await room.tell('by account', { personId: room.world.trainer.personId })
    await room.work()
    expect((await room.post.arrived())[0]?.recipients).toEqual(['mihon@midori.example.jp'])
  })

  it('can be put in by an actor who may not see the outbox', async () => {
    const { visitor, midori, ids, clock } = room.world
    const linkId = ids.next()
    await withActor(visitor, (tx) =>
      enqueueMail(tx, { ids, clock }, {
        bodyId: midori.id, kind: 'training.applicationReceived', dedupeKey: 'visitor', to: 'taro@mihon.example.jp',
        props: { receiptNo: 'R8-KJ-00042-7', courseTitle: 'ひきこもりサポーター養成研修', linkId, linkUntil: asTokyoDay('2026-11-28') },
      }),
    )
    await room.work()
    const [mail] = await room.post.arrived()
    expect(mail?.subject).toBe('【みどり県 地域福祉課 研修担当】受付のお知らせ（受付番号 R8-KJ-00042-7）')
    expect(mail?.text).toContain(`http://localhost:3999/link/${linkToken(linkId)}`)
    expect(mail?.html).toContain(`http://localhost:3999/link/${linkToken(linkId)}`)
  })
})
