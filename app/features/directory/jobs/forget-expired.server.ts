import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Job } from '#app/platform/jobs/worker.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** How long what is of no more use is kept, in milliseconds. */
const kept = {
  /** No session, of staff or of a person, outlives a day without a page. */
  idleSession: dayMs,
  /** A form that is sent again after two days is a new form. */
  sentForm: 48 * hourMs,
  /** Long enough to tell somebody that a link was used, and not that it never was. */
  deadLink: 30 * dayMs,
  /** Failed logins are forgiven after an hour. */
  loginBucket: dayMs,
}

type Broom = (tx: Tx, now: Date, before: (ms: number) => Date) => Promise<{ count: number }>

/** What is forgotten, one table at a time: none of it is a record of the programme. */
const brooms: readonly Broom[] = [
  (tx, now, before) => tx.session.deleteMany({
    where: { OR: [{ expiresAt: { lte: now } }, { lastSeenAt: { lte: before(kept.idleSession) } }] },
  }),
  (tx, now) => tx.draft.deleteMany({ where: { expiresAt: { lte: now } } }),
  (tx, _now, before) => tx.idempotency.deleteMany({ where: { at: { lte: before(kept.sentForm) } } }),
  (tx, _now, before) => tx.linkToken.deleteMany({
    where: { OR: [{ usedAt: { lte: before(kept.deadLink) } }, { expiresAt: { lte: before(kept.deadLink) } }] },
  }),
  (tx, _now, before) => tx.loginBucket.deleteMany({ where: { updatedAt: { lte: before(kept.loginBucket) } } }),
]

/** Sessions, drafts (kept for 30 days), keys of sent forms, links and counts of logins whose time is over are forgotten. */
export const forgetExpired: Job = { name: 'forget-expired', everySeconds: 3600, run: sweep }

async function sweep(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now()
  const before = (ms: number) => new Date(now.getTime() - ms)
  let forgotten = 0
  for (const broom of brooms) forgotten += (await withActor(ctx, (tx) => broom(tx, now, before))).count
  return forgotten
}
