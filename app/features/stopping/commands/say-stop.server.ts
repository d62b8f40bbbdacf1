import type { CardActor } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { actInOneStatement } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { untilDone } from '../store.server.ts'

/**
 * The client says stop, by the card (S3 第3-3(2)ア). In effect when this returns: no reason, no login,
 * nobody's approval. Saying it again changes nothing.
 */
export async function sayStop(ctx: Ctx): Promise<Result<{ requestId: string }>> {
  const { actor, ids } = ctx
  if (!isCard(actor) || !may(actor, 'stop.say', { requestId: actor.requestId })) return refuse('notFound')
  const answer = JSON.stringify(ok({ requestId: actor.requestId }))
  return actInOneStatement(
    ctx,
    ({ key, owner, route, bodyHash }) => Prisma.sql`
      select app.say_stop(${actor.cardHash}::bytea, ${ids.next()}::uuid, ${key}::uuid, ${owner}, ${route},
        ${bodyHash}::bytea, ${answer}::jsonb) as answer`,
    untilDone,
  )
}

function isCard(actor: Ctx['actor']): actor is CardActor {
  return actor.kind === 'card'
}
