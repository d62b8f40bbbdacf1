import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { retryMail } from '#app/features/correspondence/commands/retry-mail.server.ts'
import { listUndelivered } from '#app/features/correspondence/queries.server.ts'
import { drainJobs } from '#app/jobs.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import { ok } from '#app/shared/result.ts'
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
  post.answers({ code: 550 })
  post.empty()
})
afterEach(() => stage.database.owner.tamper((sql) => sql('delete from outbox')))

/** A mail of あおば that no server takes. */
async function undelivered(): Promise<string> {
  const { ctx, bodyId } = stage.world.aobaDispatch
  await withActor(ctx, (tx) =>
    enqueueMail(tx, ctx, {
      bodyId, kind: 'visit.cancelled', dedupeKey: randomUUID(), to: 'hanako@mihon.example.jp',
      props: { startsAt: '2026-12-03T05:30:00.000Z' },
    }),
  )
  await drainJobs(stage.world)
  const [mail] = (await listUndelivered(ctx)) ?? []
  return mail?.id ?? 'none'
}

const refusedAs = (code: string) => ({ ok: false, refusal: { code } })

describe('an undelivered mail', () => {
  it('is seen by the desks of its body with the reason, and without its address', async () => {
    await undelivered()
    for (const hat of ['aobaDispatch', 'coordinator'] as const) {
      const mails = await listUndelivered(stage.world[hat].ctx)
      expect(mails).toMatchObject([{ kind: 'visit.cancelled', state: 'dead', attempts: 1, lastError: 'DATA 550' }])
      expect(JSON.stringify(mails)).not.toContain('mihon')
    }
  })

  it('does not exist for another body, and an auditor has no list of mail', async () => {
    const id = await undelivered()
    const { kuromatsuDispatch, rosterOfficer, auditor } = stage.world
    for (const { ctx } of [kuromatsuDispatch, rosterOfficer]) {
      expect(await listUndelivered(ctx)).toEqual([])
      expect(await retryMail(ctx, { mailId: id })).toEqual(refusedAs('notFound'))
    }
    expect(await listUndelivered(auditor.ctx)).toBeNull()
  })

  it('leaves once more when the desk says so, under the same name, with a trace of who did', async () => {
    const id = await undelivered()
    post.answers('take')
    expect(await retryMail(stage.world.aobaDispatch.ctx, { mailId: id })).toEqual(ok(null))
    await drainJobs(stage.world)
    expect((await post.arrived()).map(({ messageId }) => messageId)).toEqual([`<${id}@yorisoi.example.jp>`])
    expect(await listUndelivered(stage.world.aobaDispatch.ctx)).toEqual([])
    const trace = await stage.database.owner.query(
      `select actor from audit_log where action = 'mail.retry' and entity_id = $1`, [id],
    )
    expect(trace).toEqual([{ actor: stage.world.aobaDispatch.personId }])
  })

  it('is retried once when two press at the same time', async () => {
    const id = await undelivered()
    const { ctx } = stage.world.aobaDispatch
    const results = await Promise.all([retryMail(ctx, { mailId: id }), retryMail(ctx, { mailId: id })])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok)).toEqual([refusedAs('mail.notWaiting')])
  })

  it('is not retried by a role that has no say in it', async () => {
    const id = await undelivered()
    expect(await retryMail(stage.world.coordinator.ctx, { mailId: id })).toEqual(refusedAs('notFound'))
  })

  it('whose arrival is not known is shown as such until it is clear', async () => {
    await undelivered()
    await stage.database.owner.tamper((sql) =>
      sql(`update outbox set state = 'sending', lease_until = $1`, [new Date(drawnDay.getTime() - 1_000)]),
    )
    expect(await listUndelivered(stage.world.aobaDispatch.ctx)).toMatchObject([{ state: 'sending' }])
  })
})

describe('what the database itself puts into the outbox', () => {
  it('a recall reaches the desk of every holder, naming the roster and nobody', async () => {
    const { midori, aoba, kuromatsu } = stage.world
    await stage.database.owner.tamper(async (sql) => {
      for (const [no, holder] of [[7, aoba.id], [8, kuromatsu.id]] as const) {
        const [provision, entry] = [randomUUID(), randomUUID()]
        await sql(`insert into provision (id, body_id, recipient_id, fiscal_year, no, purpose, state, expires_on)
                   values ($1, $2, $3, 2026, $4, '派遣調整', 'prepared', '2027-03-31')`, [provision, midori.id, holder, no])
        await sql(`insert into provision_entry (id, provision_id, body_id, recipient_id, roster_entry_id, person_id, recall_requested_at)
                   values ($1, $2, $3, $4, $1, $1, $5)`, [entry, provision, midori.id, holder, drawnDay])
        await sql(`insert into outbox (id, body_id, kind, dedupe_key)
                   values ($1, $2, 'recall.request', $3)`, [entry, holder, `recall:${entry}`])
      }
    })
    post.answers('take')
    await drainJobs(stage.world)
    const mails = await post.arrived()
    expect(mails.map(({ recipients }) => recipients[0]).sort()).toEqual(['reikawa@kuromatsu.example.jp', 'tameshikawa@tonari.example.jp'])
    expect(mails.map(({ text }) => /第R8-000[78]号/.exec(text)?.[0]).sort()).toEqual(['第R8-0007号', '第R8-0008号'])
    expect(mails.every(({ text }) => text.includes('取りやめの日：2026年11月21日（土）'))).toBe(true)
  })

  it('an incident is told to the desk at once, also at night', async () => {
    const { aoba, aobaDispatch, trainer } = stage.world
    const night = new Date(drawnDay.getTime() + 13 * 3_600_000)
    await stage.goTo(night)
    await stage.database.owner.query(
      `insert into incident (id, body_id, fiscal_year, no, person_id, kind, severity, occurred_at, state)
       values ($1, $2, 2026, 1, $3, 'injury', 'minor', $4, 'firstReport')`,
      [randomUUID(), aoba.id, trainer.personId, night],
    )
    post.answers('take')
    await drainJobs(stage.world)
    const [mail] = await post.arrived()
    expect(mail?.recipients).toEqual([aobaDispatch.email])
    expect(mail?.text).toContain('サポーターから、けがや、こまったことの第1報が届きました。')
    expect(mail?.text).toMatch(/http:\/\/localhost:3999\/desk\/incidents\/[0-9a-f-]{36}/)
  })
})
