import { hasRole } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { isReason, openUntil } from '../domain/access.ts'
import { caseHead } from '../store/case.server.ts'

/**
 * Opens a case of somebody else's caseload for 60 minutes, with a written reason. The reason is kept for
 * the auditor and cannot be changed; every look during the hour is in the audit trail (S3 第2-5(1)).
 */
export async function askAccess(ctx: Ctx, input: { caseId: string; reason: string }): Promise<Result<{ until: Date }>> {
  const { actor } = ctx
  if (!hasRole(actor, 'coordinator') || !isUuid(input.caseId)) return refuse('notFound')
  if (!isReason(input.reason)) return refuse('case.reasonShort', { field: 'reason' })
  return act(ctx, async (tx) => {
    const head = await caseHead(tx, ctx, input.caseId)
    if (!head || !may(actor, 'case.askAccess', { bodyId: head.bodyId })) return refuse('notFound')
    if (head.standing === 'assigned') return refuse('case.alreadyOpen')
    const grantedAt = ctx.clock.now()
    const until = openUntil(grantedAt)
    const { bodyId, personId } = actor
    const id = ctx.ids.next()
    const reason = input.reason.trim()
    await tx.accessGrant.createMany({
      data: [{ id, bodyId, caseId: head.id, personId, reason, grantedAt, expiresAt: until }],
    })
    await audit(tx, { action: 'case.askAccess', entity: 'support_case', id: head.id, detail: { grant: id } })
    return ok({ until })
  })
}
