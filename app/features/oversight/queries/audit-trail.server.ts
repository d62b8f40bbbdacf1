import { withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { Trail } from '../facts.ts'

const listed = 100

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
 * The body's audit trail, the newest first, or the trail of one record and everything that hangs on it.
 * Reading it is itself no entry: it shows no personal record.
 */
export async function getTrail(ctx: Ctx, entityId: string | null): Promise<Trail | null> {
  if (entityId !== null && !isUuid(entityId)) return null
  return withActor(ctx, async (tx) => {
    const rows = await tx.$queryRaw<RawRow[]>`
      select seq, at, actor_name, role, action, entity, entity_id, hash
        from app.audit_trail(${entityId}::uuid, ${listed}::int)`
    if (entityId !== null && rows.length === 0) return null
    const bad = await tx.$queryRaw<{ bad_seq: bigint; why: string }[]>`select bad_seq, why from app.audit_check()`
    const first = bad[0]
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
      broken: first ? { seq: Number(first.bad_seq), why: first.why } : null,
    }
  })
}
