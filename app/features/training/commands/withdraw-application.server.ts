import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { nextState } from '../domain/application-lifecycle.ts'
import { findOwnApplication } from '../queries/records.server.ts'
import { moveApplication } from '../store.server.ts'

/** An applicant leaves: at any time before the course is over, without a reason. Nobody has to agree. */
export async function withdrawApplication(
  ctx: Ctx,
  input: { applicationId: string; version: number },
): Promise<Result<{ applicationId: string }>> {
  return act(ctx, async (tx) => {
    const found = await findOwnApplication(tx, input.applicationId)
    if (!found || !may(ctx.actor, 'application.withdraw', { personId: found.personId ?? undefined })) {
      return refuse('notFound')
    }
    const to = nextState(found.state, 'withdraw')
    if (!to) return refuse('application.over')
    if (found.version !== input.version) return refuse('stale')
    if (!(await moveApplication(tx, found, to))) return refuse('stale')
    await audit(tx, {
      action: 'application.withdraw', entity: 'application', id: found.id, bodyId: found.bodyId,
      detail: { from: found.state, to },
    })
    return ok({ applicationId: found.id })
  })
}
