import type { StaffActor } from '#app/access/actor.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import type { FollowUpState } from './domain/follow-up.ts'

/** A request as a stop needs it: whose it is, who stands near it, whether the word was already said. */
export interface Stoppable {
  bodyId: string
  stopped: boolean
  coordinatorIds: string[]
}

/** The request that somebody wants stopped, or null when this actor cannot see it. */
export async function loadStoppable(tx: Tx, requestId: string, actor: StaffActor): Promise<Stoppable | null> {
  const request = await tx.dispatchRequest.findUnique({
    where: { id: requestId },
    select: { bodyId: true, stoppedAt: true, caseId: true },
  })
  if (!request) return null
  const coordinatorIds = actor.role === 'coordinator' ? await assignedTo(tx, request.caseId) : []
  return { bodyId: request.bodyId, stopped: request.stoppedAt !== null, coordinatorIds }
}

async function assignedTo(tx: Tx, caseId: string | null): Promise<string[]> {
  if (!caseId) return []
  const rows = await tx.caseAssignment.findMany({ where: { caseId, endedAt: null }, select: { personId: true } })
  return rows.map((row) => row.personId)
}

/** A received stop as its follow-up needs it. */
export async function loadStop(
  tx: Tx,
  stopId: string,
): Promise<{ id: string; bodyId: string; followUp: FollowUpState; version: number } | null> {
  const row = await tx.stopRequest.findUnique({
    where: { id: stopId },
    select: { id: true, bodyId: true, followUp: true, version: true },
  })
  return row && { ...row, followUp: row.followUp as FollowUpState }
}

/** Closes the follow-up and its task; false when somebody else was first. */
export async function closeFollowUp(
  tx: Tx,
  stopId: string,
  version: number,
  by: { personId: string; at: Date },
): Promise<boolean> {
  const closed = await tx.stopRequest.updateMany({
    where: { id: stopId, version, followUp: 'open' },
    data: { followUp: 'done', doneAt: by.at, doneBy: by.personId, version: { increment: 1 } },
  })
  if (closed.count !== 1) return false
  await tx.task.updateMany({
    where: { stopRequestId: stopId, state: 'open' },
    data: { state: 'done', doneAt: by.at, doneBy: by.personId, version: { increment: 1 } },
  })
  return true
}
