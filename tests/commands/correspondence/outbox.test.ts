import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { drainJobs } from '#app/jobs.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { linkToken } from '#app/platform/links.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import { asTokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { openPost, type Post } from '#tests/factories/post.ts'
import { drawnDay, openStage, type Stage } from '#tests/factories/stage.ts'

let stage: Stage
let post: Post

beforeAll(async () => {
  stage = await openStage()
  post = await openPost()
})

afterAll(async () => {
  await post.close()
  await stage.close()
})

beforeEach(async () => {
  await stage.goTo(drawnDay)
  post.answers('take')
  post.empty()
})

afterEach(async () => {
  await stage.database.owner.query('delete from outbox')
})

const props = { visitId: '0192f0c1-2a00-7000-8000-000000000007', startsAt: '2026-12-03T05:30:00.000Z' }

/** The dispatch officer of あおば tells somebody of a visit. */
async function tell(dedupeKey: string, more: { to?: string; personId?: string; runAt?: Date } = {}): Promise<void> {
  const { ctx, bodyId } = stage.world.aobaDispatch
  const order = { bodyId, kind: 'visit.booked' as const, dedupeKey, props, ...more }
  await withActor(ctx, (tx) => enqueueMail(tx, ctx, 'personId' in more ? order : { to: 'hanako@mihon.example.jp', ...order }))
}

function work(): Promise<void> {
  return drainJobs(stage.world)
}

async function rows(): Promise<Record<string, unknown>[]> {
  return stage.database.owner.query('select * from outbox order by dedupe_key')
}

describe('an ordered mail', () => {
  it('leaves once after the commit, from the desk of its body, and its content is forgotten', async () => {
    await tell('a')
    const [queued] = await rows()
    expect(queued).toMatchObject({ state: 'queued', attempts: 0 })
    expect(Buffer.from(queued?.payload_enc as Uint8Array).toString('latin1')).not.toContain('mihon')
    await work()
    await work()
    const [mail, ...others] = await post.arrived()
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      recipients: ['hanako@mihon.example.jp'],
      subject: '【あおばデスク】予定のお知らせ',
      from: 'あおばデスク <no-reply@yorisoi.example.jp>',
      messageId: `<${queued?.id}@yorisoi.example.jp>`,
    })
    expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 1, payload_enc: null, message_id: queued?.id })
  })

  it('is one mail when it is ordered twice', async () => {
    await tell('same')
    await tell('same')
    await work()
    expect(await post.arrived()).toHaveLength(1)
  })

  it('does not exist when its transaction is rolled back', async () => {
    const { ctx, bodyId } = stage.world.aobaDispatch
    const failing = withActor(ctx, async (tx) => {
      await enqueueMail(tx, ctx, { bodyId, kind: 'visit.booked', dedupeKey: 'never', props, to: 'a@mihon.example.jp' })
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    await work()
    expect([await post.arrived(), await rows()]).toEqual([[], []])
  })

  it('waits for its hour', async () => {
    const tomorrow = tokyoInstant(asTokyoDay('2026-11-22'), '09:00')
    await tell('later', { runAt: tomorrow })
    await work()
    expect(await post.arrived()).toEqual([])
    await stage.goTo(tomorrow)
    await work()
    expect(await post.arrived()).toHaveLength(1)
  })

  it('finds the reader by the account', async () => {
    await tell('by account', { personId: stage.world.trainer.personId })
    await work()
    expect((await post.arrived())[0]?.recipients).toEqual(['mihon@midori.example.jp'])
  })

  it('can be put in by an actor who may not see the outbox', async () => {
    const { visitor, midori, ids, clock } = stage.world
    const linkId = ids.next()
    await withActor(visitor, (tx) =>
      enqueueMail(tx, { ids, clock }, {
        bodyId: midori.id, kind: 'training.applicationReceived', dedupeKey: 'visitor', to: 'taro@mihon.example.jp',
        props: { receiptNo: 'R8-KJ-00042-7', courseTitle: 'ひきこもりサポーター養成研修', linkId, linkUntil: asTokyoDay('2026-11-28') },
      }),
    )
    await work()
    const [mail] = await post.arrived()
    expect(mail?.subject).toBe('【みどり県 地域福祉課 研修担当】受付のお知らせ（受付番号 R8-KJ-00042-7）')
    expect(mail?.text).toContain(`http://localhost:3999/link/${linkToken(linkId)}`)
    expect(mail?.html).toContain(`http://localhost:3999/link/${linkToken(linkId)}`)
  })
})

describe('the night', () => {
  const night = tokyoInstant(asTokyoDay('2026-11-21'), '23:10')
  const morning = tokyoInstant(asTokyoDay('2026-11-22'), '08:00')

  it('keeps a mail to a person until 8:00', async () => {
    await stage.goTo(night)
    await tell('night')
    await work()
    expect(await post.arrived()).toEqual([])
    expect((await rows())[0]).toMatchObject({ state: 'queued', attempts: 0, run_at: morning })
    await stage.goTo(morning)
    await work()
    expect(await post.arrived()).toHaveLength(1)
  })

  it('does not keep what answers an act of this minute, nor what the desk must know', async () => {
    await stage.goTo(night)
    const { aobaDispatch: { ctx, bodyId }, ids } = stage.world
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
    await work()
    expect((await post.arrived()).map((mail) => mail.recipients[0]).sort()).toEqual([
      'a@mihon.example.jp', 'tameshikawa@tonari.example.jp',
    ])
  })
})

describe('a mail that is not taken', () => {
  it('is tried again after a minute, then five, with the same name', async () => {
    post.answers({ code: 451 })
    await tell('slow')
    await work()
    expect((await rows())[0]).toMatchObject({
      state: 'queued', attempts: 1, last_error: 'DATA 451', run_at: new Date(drawnDay.getTime() + 60_000),
    })
    await stage.goTo(new Date(drawnDay.getTime() + 60_000))
    await work()
    expect((await rows())[0]).toMatchObject({ attempts: 2, run_at: new Date(drawnDay.getTime() + 6 * 60_000) })
    post.answers('take')
    await stage.goTo(new Date(drawnDay.getTime() + 6 * 60_000))
    await work()
    expect((await post.arrived()).map((mail) => mail.messageId)).toEqual([`<${(await rows())[0]?.id}@yorisoi.example.jp>`])
  })

  it('is given to the desk at once when the address does not exist', async () => {
    post.answers({ code: 550 })
    await tell('nobody')
    await work()
    expect((await rows())[0]).toMatchObject({ state: 'dead', attempts: 1, last_error: 'DATA 550' })
  })

  it.each([
    ['an address that is none', { to: 'hanako@mihon.example.jp, evil@example.com' }, 'address'],
    ['a person without an address', { personId: '0192f0c1-2a00-7000-8000-00000000ffff' }, 'reader'],
  ])('is given to the desk: %s', async (_what, more, reason) => {
    await tell('bad', more)
    await work()
    expect((await rows())[0]).toMatchObject({ state: 'dead', last_error: reason })
    expect(await post.arrived()).toEqual([])
  })

  it('whose content cannot be opened does not hold up the others', async () => {
    await tell('broken')
    await stage.database.owner.query(`update outbox set payload_enc = '\\x0102'`)
    await tell('whole')
    await work()
    expect((await rows()).map((row) => row.state)).toEqual(['dead', 'sent'])
  })
})

describe('a circle of readers', () => {
  it('gets one mail each, to the desk that a roster was delivered to', async () => {
    const { rosterOfficer: { ctx, bodyId }, ids, shirakaba, midori } = stage.world
    const provisionId = ids.next()
    await stage.database.owner.tamper((sql) =>
      sql(`insert into provision (id, body_id, recipient_id, fiscal_year, no, purpose, state, expires_on)
           values ($1, $2, $3, 2026, 2, '派遣調整', 'prepared', '2027-03-31')`, [provisionId, midori.id, shirakaba.id]),
    )
    await withActor(ctx, (tx) =>
      enqueueMail(tx, ctx, {
        bodyId, kind: 'provision.delivered', dedupeKey: `provision:${provisionId}`,
        props: { provisionId, provisionNo: '第R8-0002号', fromBody: 'みどり県' },
      }),
    )
    await work()
    expect((await post.arrived()).map((mail) => mail.recipients)).toEqual([['misaki@shirakaba.example.jp']])
    expect((await rows()).map((row) => [row.state, row.dedupe_key])).toEqual([
      ['sent', `provision:${provisionId}`],
      ['sent', `provision:${provisionId}:${stage.world.shirakabaDispatch.personId}`],
    ])
  })

  it('of whom nobody is there today is a matter of the desk, not lost', async () => {
    const { rosterOfficer: { ctx, bodyId }, ids } = stage.world
    await withActor(ctx, (tx) =>
      enqueueMail(tx, ctx, {
        bodyId, kind: 'incident.reported', dedupeKey: 'nobody there',
        props: { incidentId: ids.next(), reportedAt: drawnDay.toISOString() },
      }),
    )
    await stage.database.owner.query(`update membership set ended_at = now() where role = 'admin'`)
    await work()
    await stage.database.owner.query(`update membership set ended_at = null where role = 'admin'`)
    expect((await rows())[0]).toMatchObject({ state: 'dead', last_error: 'desk' })
  })
})
