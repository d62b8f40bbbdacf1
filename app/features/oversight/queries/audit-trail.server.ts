import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { ChainFacts, Trail } from '../facts/trail.ts'

const listed = 100
/** Rows that a page reckons at most: the job has done those before. */
const reckoned = 2_000

interface RawRow {
  seq: bigint
  at: Date
  actor_name: string | null
  role: string
  action: string
  entity: string
  entity_id: string
  hash: Uint8Array
}

/**
 * The body's audit trail, the newest first, or the trail of one record and everything that hangs on it: a hundred rows
 * before the row number `before`, or the newest. Reading it is itself no entry: it shows no personal record.
 */
export async function getTrail(ctx: Ctx, entityId: string | null, before: number | null = null): Promise<Trail | null> {
  if (entityId !== null && !isUuid(entityId)) return null
  return withActor(ctx, async (tx) => {
    const rows = await tx.$queryRaw<RawRow[]>`
      select seq, at, actor_name, role, action, entity, entity_id, hash
        from app.audit_trail(${entityId}::uuid, ${before}::bigint, ${listed}::int)`
    const [count] = await tx.$queryRaw<{ total: bigint }[]>`select app.audit_trail_count(${entityId}::uuid) as total`
    const total = Number(count?.total ?? 0)
    if (entityId !== null && total === 0) return null
    const last = rows.length === listed ? rows.at(-1) : undefined
    return {
      rows: rows.map((row) => ({
        seq: Number(row.seq),
        at: row.at,
        actorName: row.actor_name,
        role: row.role,
        action: row.action,
        entity: row.entity,
        entityId: row.entity_id,
        hash: Buffer.from(row.hash).toString('hex').slice(0, 8),
      })),
      total,
      newest: before === null,
      olderThan: last ? Number(last.seq) : null,
      chain: await checkChain(tx),
    }
  })
}

/** Whether the body's chain holds, as far as it was reckoned by now. */
async function checkChain(tx: Tx): Promise<ChainFacts> {
  const [row] = await tx.$queryRaw<{ seq: bigint; total: bigint; whole_at: Date | null; bad_seq: bigint | null; why: string | null }[]>`
    select seq, total, whole_at, bad_seq, why from app.audit_check(${reckoned}::int)`
  return {
    checked: Number(row?.seq ?? 0),
    total: Number(row?.total ?? 0),
    wholeAt: row?.whole_at ?? null,
    broken: row && row.why !== null ? { seq: Number(row.bad_seq), why: row.why } : null,
  }
}
