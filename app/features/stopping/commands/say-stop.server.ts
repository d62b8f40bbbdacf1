import type { ShownCard } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import type { Ids } from '#app/shared/clock.ts'
import { refuse, type Result } from '#app/shared/result.ts'
import { stopAtOnce } from '../store.server.ts'

/**
 * The client says stop, by the card (S3 第3-3(2)ア). In effect when this returns: no reason, no login,
 * nobody's approval. Saying it again changes nothing. The card is only shown: whose it is, the database asks in the
 * same breath, and no record is named that could be another's.
 */
export async function sayStop({ actor, ids }: { actor: ShownCard; ids: Ids }): Promise<Result<null>> {
  return may(actor, 'stop.say') ? stopAtOnce(actor, ids.next()) : refuse('notFound')
}
