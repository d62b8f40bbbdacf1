import { drainJobs } from '#app/jobs.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import { openPost, type Post } from './post.ts'
import { drawnDay, openStage, type Stage } from './stage.ts'

/** The visit that the mails of the mail room are about. */
export const visitTold = { visitId: '0192f0c1-2a00-7000-8000-000000000007', startsAt: '2026-12-03T05:30:00.000Z' }

/** A stage with a mail server of its own: a desk orders, the sender works, the server takes or not. */
export interface MailRoom extends Stage {
  post: Post
  /** The dispatch officer of あおば tells somebody of a visit. */
  tell(dedupeKey: string, more?: { to?: string; personId?: string; runAt?: Date }): Promise<void>
  /** Every job that is due. */
  work(): Promise<void>
  /** The outbox, by the name of the order. */
  rows(): Promise<Record<string, unknown>[]>
  /** The day of the drawings, an empty outbox, and a server that takes everything and has taken nothing yet. */
  clear(): Promise<void>
}

/** Opens a mail room for one test file; close it in `afterAll`. */
export async function openMailRoom(): Promise<MailRoom> {
  const stage = await openStage()
  const post = await openPost()
  const { world, database } = stage
  return {
    ...stage,
    post,
    async tell(dedupeKey, more = {}) {
      const { ctx, bodyId } = world.aobaDispatch
      const order = { bodyId, kind: 'visit.booked' as const, dedupeKey, props: visitTold, ...more }
      await withActor(ctx, (tx) => enqueueMail(tx, ctx, 'personId' in more ? order : { to: 'hanako@mihon.example.jp', ...order }))
    },
    work: () => drainJobs(world),
    rows: () => database.owner.query('select * from outbox order by dedupe_key'),
    async clear() {
      await stage.goTo(drawnDay)
      await database.owner.tamper((sql) => sql('delete from outbox'))
      post.answers('take')
      post.empty()
    },
    async close() {
      await post.close()
      await stage.close()
    },
  }
}
