import { withActor } from '#app/platform/db/with-actor.server.ts'
import type { Job } from '#app/platform/jobs/worker.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'

/** Rows of one chain in one run; the rest is done by the next round. */
const batch = 2_000

/** Looks every five minutes: a page reckons what has come since. */
export const checkTrail: Job = { name: 'check-trail', everySeconds: 300, run: check }

/**
 * Reckons the rows of every audit chain that were not reckoned yet (N13) and keeps how far it came. A broken chain is
 * kept as broken and reported once; `npm run audit:verify` reckons everything anew.
 * @returns how many rows were found right
 */
async function check(ctx: Ctx): Promise<number> {
  const chains = await withActor(ctx, (tx) =>
    tx.$queryRaw<{ chain: string; done: bigint; bad_seq: bigint | null; why: string | null }[]>`
      select chain, done, bad_seq, why from app.audit_advance(${batch}::int)`,
  )
  for (const { chain, bad_seq, why } of chains) {
    if (why !== null) log.error('audit.broken', { chain, seq: Number(bad_seq), why })
  }
  return chains.reduce((sum, { done }) => sum + Number(done), 0)
}
