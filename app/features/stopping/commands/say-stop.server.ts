import type { CardActor } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { refuse, type Result } from '#app/shared/result.ts'
import { stopAtOnce } from '../store.server.ts'

/**
 * The client says stop, by the card (S3 第3-3(2)ア). In effect when this returns: no reason, no login,
 * nobody's approval. Saying it again changes nothing.
 */
export async function sayStop(ctx: Ctx): Promise<Result<{ requestId: string }>> {
  const { actor, ids } = ctx
  if (!isCard(actor) || !may(actor, 'stop.say', { requestId: actor.requestId })) return refuse('notFound')
  return stopAtOnce(ctx, actor, ids.next())
}

function isCard(actor: Ctx['actor']): actor is CardActor {
  return actor.kind === 'card'
}
