import { may } from '#app/access/policy.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { StopChannel } from './domain/follow-up.ts'
import type { ClientStopFacts, StopFacts, StopOfReader, StopToRecord } from './facts.ts'
import { coordinatorsOf, loadStoppable } from './store.server.ts'

const listed = 50

/** The client's own stop page; null when the card opens nothing. */
export async function getClientStop(ctx: Ctx): Promise<ClientStopFacts | null> {
  const { actor } = ctx
  if (actor.kind !== 'card') return null
  return withActor(ctx, async (tx) => {
    const request = await tx.dispatchRequest.findUnique({
      where: { id: actor.requestId },
      select: { stoppedAt: true },
    })
    if (!request) return null
    const from = request.stoppedAt ?? ctx.clock.now()
    // what the desk had called off before is not what the word did
    const meant = request.stoppedAt ? { state: 'cancelled', cancelledBy: 'stop' } : { state: 'scheduled' }
    const first = await tx.visit.findFirst({
      where: { ...meant, startsAt: { gt: from } },
      orderBy: { startsAt: 'asc' },
      select: { startsAt: true },
    })
    return { bodyId: actor.bodyId, stoppedAt: request.stoppedAt, firstVisit: first?.startsAt ?? null }
  })
}

/** What whoever writes down a stop has to see first; null when the request is not there for this actor. */
export async function getStopToRecord(ctx: Ctx, requestId: string): Promise<StopToRecord | null> {
  const { actor } = ctx
  if (!isUuid(requestId) || actor.kind !== 'staff') return null
  return withActor(ctx, async (tx) => {
    const request = await loadStoppable(tx, requestId, actor)
    if (!request || !may(actor, 'stop.record', request)) return null
    const head = await tx.dispatchRequest.findUniqueOrThrow({
      where: { id: requestId },
      select: { receiptFy: true, receiptNo: true },
    })
    const parties = await tx.dispatchParty.findMany({ where: { requestId }, select: { callName: true } })
    const coming = await tx.visit.findMany({
      where: { dispatch: { requestId }, state: 'scheduled', startsAt: { gt: ctx.clock.now() } },
      orderBy: { startsAt: 'asc' },
      select: { startsAt: true },
    })
    await auditRead(tx, { action: 'request.view', entity: 'dispatch_request', id: requestId })
    return {
      requestId,
      receipt: { year: head.receiptFy, no: head.receiptNo },
      callNames: parties.map((party) => party.callName),
      stopped: request.stopped,
      coming: coming.map((visit) => visit.startsAt),
    }
  })
}

/** Stops of the body, those with something left to do first. */
export async function listStops(ctx: Ctx): Promise<StopFacts[]> {
  return withActor(ctx, async (tx) => {
    const rows = await tx.stopRequest.findMany({
      orderBy: [{ followUp: 'desc' }, { receivedAt: 'desc' }],
      take: listed,
    })
    const facts = await withContext(tx, rows)
    await auditRead(tx, { action: 'stop.list', entity: 'stop_request', id: 'list', detail: { rows: rows.length } })
    return facts
  })
}

/** One stop; null when it is not there for this actor. */
export async function getStop(ctx: Ctx, stopId: string): Promise<StopOfReader | null> {
  const { actor } = ctx
  if (!isUuid(stopId) || actor.kind !== 'staff') return null
  return withActor(ctx, async (tx) => {
    const row = await tx.stopRequest.findUnique({ where: { id: stopId } })
    if (!row) return null
    const [facts] = await withContext(tx, [row])
    const coordinatorIds = await coordinatorsOf(tx, actor, row)
    await auditRead(tx, { action: 'stop.view', entity: 'stop_request', id: row.id })
    return facts ? { ...facts, coordinatorIds } : null
  })
}

type StopRow = Awaited<ReturnType<Tx['stopRequest']['findMany']>>[number]

/** Adds what belongs to each stop, in a fixed number of statements. */
async function withContext(tx: Tx, rows: StopRow[]): Promise<StopFacts[]> {
  const dispatchIds = rows.flatMap((row) => row.dispatchId ?? [])
  const dispatches = await tx.dispatch.findMany({
    where: { OR: [{ id: { in: dispatchIds } }, { requestId: { in: rows.flatMap((row) => row.requestId ?? []) } }] },
    select: { id: true, requestId: true },
  })
  const requestOf = (row: StopRow) =>
    row.requestId ?? dispatches.find((dispatch) => dispatch.id === row.dispatchId)?.requestId ?? null
  const requestIds = rows.flatMap((row) => requestOf(row) ?? [])
  const requests = await tx.dispatchRequest.findMany({
    where: { id: { in: requestIds } },
    select: { id: true, receiptFy: true, receiptNo: true },
  })
  const parties = await tx.dispatchParty.findMany({
    where: { requestId: { in: requestIds } },
    select: { requestId: true, callName: true },
  })
  const visits = await tx.visit.findMany({
    where: { dispatchId: { in: dispatches.map((dispatch) => dispatch.id) }, cancelledBy: 'stop' },
    select: { dispatchId: true, startsAt: true },
    orderBy: { startsAt: 'asc' },
  })
  const tasks = await tx.task.findMany({
    where: { stopRequestId: { in: rows.map((row) => row.id) } },
    select: { stopRequestId: true, dueOn: true },
  })
  return rows.map((row) => {
    const requestId = requestOf(row)
    const request = requests.find((one) => one.id === requestId)
    const own = dispatches.filter((one) => one.id === row.dispatchId || one.requestId === requestId).map((one) => one.id)
    return {
      id: row.id,
      bodyId: row.bodyId,
      version: row.version,
      requestId,
      receipt: request ? { year: request.receiptFy, no: request.receiptNo } : null,
      callNames: parties.filter((party) => party.requestId === requestId).map((party) => party.callName),
      receivedAt: row.receivedAt,
      channel: row.channel as StopChannel,
      doneAt: row.doneAt,
      dueOn: tasks.find((task) => task.stopRequestId === row.id)?.dueOn ?? null,
      cancelled: visits.filter((visit) => own.includes(visit.dispatchId)).map((visit) => visit.startsAt),
    }
  })
}
