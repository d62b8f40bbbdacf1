import { finishFollowUp } from '#app/features/stopping/commands/finish-follow-up.server.ts'
import { sayStop } from '#app/features/stopping/commands/say-stop.server.ts'
import type { Database } from '#app/platform/db/open.server.ts'
import type { CardActor } from '#app/shared/actor.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { must } from './must.ts'
import type { Hatted } from './world.ts'

/** The client's word, through the card. */
export async function stopped(card: Ctx & { actor: CardActor }): Promise<void> {
  must(await sayStop(card))
}

/** Those concerned have been told. */
export async function followedUp(database: Pick<Database, 'asOwner'>, hat: Hatted, requestId: string): Promise<void> {
  const stop = await database.asOwner((tx) => tx.stopRequest.findFirstOrThrow({ where: { requestId } }))
  must(await finishFollowUp(hat.ctx, { stopId: stop.id, version: stop.version }))
}
