import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { drainJobs } from '#app/jobs.ts'
import { act, withActor } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import { ok, type Result } from '#app/shared/result.ts'
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

afterEach(() => stage.database.owner.tamper((sql) => sql('delete from outbox')))

let count = 0

/** A dispatch with one supporter, put there past the guards: only its row and its mail matter here. */
async function dispatchOf(personId: string): Promise<string> {
  const [dispatch, entry] = [randomUUID(), randomUUID()]
  const { aoba, midori } = stage.world
  const no = (count += 1)
  await stage.database.owner.tamper(async (sql) => {
    await sql(
      `insert into dispatch (id, body_id, kind, fiscal_year, no, state) values ($1, $2, 'visit', 2026, $3, 'preparing')`,
      [dispatch, aoba.id, no],
    )
    await sql(
      `insert into roster_entry (id, body_id, person_id, completion_id, consent_id, fiscal_year, registration_no, state,
         valid_from, valid_to, name, kana, kana_sort, name_search)
       values ($1, $2, $3, $1, $1, 2026, $4, 'active', '2026-04-01', '2027-03-31', '見本', 'ミホン', 'ミホン', '見本')`,
      [entry, midori.id, randomUUID(), no],
    )
    await sql('insert into dispatch_supporter (dispatch_id, person_id, body_id, roster_entry_id) values ($1, $2, $3, $4)', [
      dispatch, personId, aoba.id, entry,
    ])
  })
  return dispatch
}

/** The desk tells the supporter of a coming visit of the dispatch. */
async function remind(dispatchId: string, personId: string): Promise<Result<null>> {
  const { ctx, bodyId } = stage.world.aobaDispatch
  return act(ctx, async (tx) => {
    await enqueueMail(tx, ctx, {
      bodyId, kind: 'visit.reminder', dedupeKey: `remind:${dispatchId}:${personId}`, personId, dispatchId,
      props: { visitId: randomUUID(), startsAt: '2026-12-03T05:30:00.000Z' },
    })
    return ok(null)
  })
}

/** The client's word, passed on by the desk. */
async function stop(dispatchId: string): Promise<Result<null>> {
  const { ctx, bodyId, personId } = stage.world.aobaDispatch
  const say = { id: randomUUID(), bodyId, dispatchId, channel: 'phone', recordedBy: personId }
  return act(
    ctx,
    async (tx) => {
      await tx.stopRequest.createMany({ data: [say] })
      return ok(null)
    },
    { quietMail: true, attempts: 50 },
  )
}

function work(): Promise<void> {
  return drainJobs(stage.world)
}

async function subjects(): Promise<string[]> {
  return (await post.arrived()).map((mail) => mail.subject).sort()
}

/** Comes back once a stop that was begun is waiting for somebody else, whichever engine it is, or is over. */
async function stopIsWaiting(isOver: () => boolean): Promise<void> {
  if (stage.database.engine === 'pglite') {
    // everything goes through one connection, in turn: a stop that does not wait is over after a few turns
    for (let turn = 0; turn < 5; turn += 1) await withActor(stage.world.visitor, (tx) => tx.body.findFirst())
    return
  }
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while (!isOver() && (await stage.database.owner.query(waiting)).length === 0);
}

const reminder = '【あおばデスク】近い予定のお知らせ'
const notice = '【あおばデスク】お休みのお知らせ'
const toDesk = '【あおばデスク】お休みの受付のお知らせ'

describe('N8: after a stop', () => {
  it('no reminder leaves that was waiting; the supporter and the desk are told, at any hour', async () => {
    const { trainer } = stage.world
    const dispatch = await dispatchOf(trainer.personId)
    await remind(dispatch, trainer.personId)
    await stage.goTo(tokyoInstant(asTokyoDay('2026-11-21'), '23:30'))
    expect(await stop(dispatch)).toEqual(ok(null))
    await work()
    expect(await subjects()).toEqual([notice, toDesk])
    const [mail] = (await post.arrived()).filter(({ subject }) => subject === notice)
    expect(mail?.recipients).toEqual([trainer.email])
    expect(mail?.text).toContain('ある方の活動は、お休みになりました。あなたの活動のせいではありません。')
  })

  it('no new mail about the dispatch is taken in', async () => {
    const { trainer } = stage.world
    const dispatch = await dispatchOf(trainer.personId)
    await stop(dispatch)
    expect(await remind(dispatch, trainer.personId)).toMatchObject({ ok: false, refusal: { code: 'wall.YN086' } })
  })

  it('a mail that had failed and waits for its next try does not leave any more', async () => {
    const { trainer } = stage.world
    const dispatch = await dispatchOf(trainer.personId)
    await remind(dispatch, trainer.personId)
    post.answers({ code: 451 })
    await work()
    post.answers('take')
    await stop(dispatch)
    await stage.goTo(new Date(drawnDay.getTime() + 86_400_000))
    await work()
    expect(await subjects()).toEqual([notice, toDesk])
  })

  it('a mail whose sender died in the middle is not sent again', async () => {
    const { trainer } = stage.world
    const dispatch = await dispatchOf(trainer.personId)
    await remind(dispatch, trainer.personId)
    await stage.database.owner.tamper((sql) =>
      sql(`update outbox set state = 'sending', attempts = 1, lease_until = $1`, [drawnDay]),
    )
    await stop(dispatch)
    await stage.goTo(new Date(drawnDay.getTime() + 60_000))
    await work()
    expect(await subjects()).toEqual([notice, toDesk])
  })

  it('a supporter whose own withdrawal ended it is not written to', async () => {
    const { trainer } = stage.world
    const dispatch = await dispatchOf(trainer.personId)
    await stage.database.owner.tamper((sql) =>
      sql(`update roster_entry set state = 'ended', end_reason = 'withdrawn'
            where id = (select roster_entry_id from dispatch_supporter where dispatch_id = $1)`, [dispatch]),
    )
    await stop(dispatch)
    await work()
    expect(await subjects()).toEqual([toDesk])
  })
})

describe('N8: a stop and a mail at the same moment', () => {
  it('the stop waits for a mail that is already on its way, and is done after it', async () => {
    const { trainer } = stage.world
    const dispatch = await dispatchOf(trainer.personId)
    await remind(dispatch, trainer.personId)
    const order: string[] = []
    let onItsWay: () => void = () => undefined
    let release: () => void = () => undefined
    const begun = new Promise<void>((resolve) => (onItsWay = resolve))
    const thinking = new Promise<void>((resolve) => (release = resolve))
    post.answers(async () => {
      onItsWay()
      await thinking
      order.push('mail')
      return 'take' as const
    })
    const sending = work()
    await begun
    const stopping = stop(dispatch).then(() => order.push('stop'))
    await stopIsWaiting(() => order.length > 0)
    expect(order).toEqual([])
    post.answers('take')
    release()
    await Promise.all([sending, stopping])
    expect(order).toEqual(['mail', 'stop'])
  })

  it('a mail server that says nothing holds a stop up for seconds at most, and its mail does not follow', async () => {
    const { trainer } = stage.world
    const dispatch = await dispatchOf(trainer.personId)
    await remind(dispatch, trainer.personId)
    let onItsWay: () => void = () => undefined
    const begun = new Promise<void>((resolve) => (onItsWay = resolve))
    post.answers(() => (onItsWay(), 'silence'))
    const sending = work()
    await begun
    const from = performance.now()
    await stop(dispatch)
    expect(performance.now() - from).toBeLessThan(6_000)
    post.answers('take')
    await sending
    await stage.goTo(new Date(drawnDay.getTime() + 86_400_000))
    await work()
    expect(await subjects()).toEqual([notice, toDesk])
  })

  it('whoever is first, no reminder arrives after the stop was answered', async () => {
    const { trainer } = stage.world
    const dispatches = await Promise.all(Array.from({ length: 24 }, () => dispatchOf(trainer.personId)))
    for (const dispatch of dispatches) await remind(dispatch, trainer.personId)
    const senders = Promise.all([work(), work()])
    const answered = new Map<string, number>()
    await Promise.all(
      dispatches.map(async (dispatch) => {
        expect(await stop(dispatch)).toEqual(ok(null))
        answered.set(dispatch, new Date().getTime())
      }),
    )
    await senders
    await work()
    const rows = await stage.database.owner.query(`select id, dispatch_id, kind, state from outbox`)
    const mails = await post.arrived()
    const late = mails.filter(({ messageId, at }) => {
      const row = rows.find(({ id }) => messageId.startsWith(`<${String(id)}@`))
      return row?.kind === 'visit.reminder' && Date.parse(at) > (answered.get(String(row.dispatch_id)) ?? 0)
    })
    expect(late).toEqual([])
    const reminders = rows.filter(({ kind }) => kind === 'visit.reminder')
    const sent = reminders.filter(({ state }) => state === 'sent').length
    expect(reminders.filter(({ state }) => state === 'cancelled').length).toBe(dispatches.length - sent)
    expect(mails.filter(({ subject }) => subject === reminder)).toHaveLength(sent)
    expect(mails.filter(({ subject }) => subject === notice)).toHaveLength(dispatches.length)
  })
})
