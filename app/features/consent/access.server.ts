import type { Action } from '#app/access/actions.ts'
import { may } from '#app/access/policy.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { loadConsent, type StoredConsent } from './store.server.ts'

/** The consent, if this actor may do this with it; otherwise null, as if it were not there. */
export async function consentFor(tx: Tx, ctx: Ctx, action: Action, id: string): Promise<StoredConsent | null> {
  if (!isUuid(id) || !may(ctx.actor, action)) return null
  const consent = await loadConsent(tx, id)
  if (!consent) return null
  const { bodyId, personId } = consent
  return may(ctx.actor, action, { bodyId, personId }) ? consent : null
}
