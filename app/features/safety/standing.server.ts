import type { StaffActor } from '#app/access/actor.ts'
import type { Subject } from '#app/access/policy.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'

/** How a staff actor stands to an incident: by body, or through the case of its dispatch. */
export async function standing(
  tx: Tx,
  actor: StaffActor,
  incident: { bodyId: string; personId: string; dispatchId: string | null },
): Promise<Subject> {
  const subject = { bodyId: incident.bodyId, personId: incident.personId }
  if (actor.role !== 'coordinator' || !incident.dispatchId) return subject
  // Row-level security shows a coordinator only the dispatches of their own caseload.
  const seen = await tx.dispatch.findUnique({ where: { id: incident.dispatchId }, select: { id: true } })
  return { ...subject, coordinatorIds: seen ? [actor.personId] : [] }
}
