import type { ShownCard, StaffActor } from '#app/access/actor.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { actInOneStatement, type Tx } from '#app/platform/db/with-actor.server.ts'
import type { Result } from '#app/shared/result.ts'
import type { FollowUpState } from './domain/follow-up.ts'

/** A stop is tried until it is done: a client does not wait for somebody else's deadlock. */
export const untilDone = { quietMail: true, attempts: 50 } as const

/** The stop by a card, all its steps in one statement of the database. */
export function stopAtOnce({ cardHash }: ShownCard, id: string): Promise<Result<null>> {
  return actInOneStatement(Prisma.sql`select app.say_stop(${cardHash}::bytea, ${id}::uuid)`, untilDone)
}

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
    select: { bodyId: true, stoppedAt: true },
  })
  if (!request) return null
  const coordinatorIds = await coordinatorsOf(tx, actor, { requestId, dispatchId: null })
  return { bodyId: request.bodyId, stopped: request.stoppedAt !== null, coordinatorIds }
}

/** The acting coordinator when the case is in the caseload now: assigned, or opened with a reason. */
export async function coordinatorsOf(
  tx: Tx,
  actor: StaffActor,
  of: { requestId: string | null; dispatchId: string | null },
): Promise<string[]> {
  if (actor.role !== 'coordinator') return []
  const [row] = await tx.$queryRaw<{ mine: boolean | null }[]>`
    select ${of.requestId}::uuid in (select app.my_case_requests())
        or ${of.dispatchId}::uuid in (select app.my_case_dispatches()) as mine`
  return row?.mine ? [actor.personId] : []
}

/** A received stop as its follow-up needs it; null when this actor cannot see it. */
export async function loadStop(
  tx: Tx,
  stopId: string,
  actor: StaffActor,
): Promise<{ id: string; bodyId: string; coordinatorIds: string[]; followUp: FollowUpState; version: number } | null> {
  const row = await tx.stopRequest.findUnique({
    where: { id: stopId },
    select: { id: true, bodyId: true, requestId: true, dispatchId: true, followUp: true, version: true },
  })
  if (!row) return null
  const { id, bodyId, version } = row
  const coordinatorIds = await coordinatorsOf(tx, actor, row)
  return { id, bodyId, coordinatorIds, followUp: row.followUp as FollowUpState, version }
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
