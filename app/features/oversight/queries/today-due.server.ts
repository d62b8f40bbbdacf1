import type { StaffActor } from '#app/access/actor.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { DueFacts, DueKind } from '../facts/due.ts'
import { callNamesOf } from './call-names.server.ts'

const listed = 50

function counted(kind: DueKind, count: number): DueFacts[] {
  return count > 0 ? [{ kind, id: null, count, dueOn: null, callNames: [] }] : []
}

/** What is due for this hat in this body, those with a date first. */
export async function dueFor(tx: Tx, actor: StaffActor, ctx: Ctx): Promise<DueFacts[]> {
  switch (actor.role) {
    case 'trainer':
      return training(tx)
    case 'roster':
      return roster(tx)
    case 'dispatch':
      return [...(await tasks(tx)), ...(await dispatching(tx, actor.bodyId))]
    case 'coordinator':
      return [...(await tasks(tx)), ...(await caseload(tx, ctx))]
    default:
      return []
  }
}

/** Tasks keep their exact kind; the page tells them apart only as far as the work differs. */
function kindOf(kind: string): DueKind {
  return kind.startsWith('client.') ? 'client.note' : (kind as DueKind)
}

async function tasks(tx: Tx): Promise<DueFacts[]> {
  const rows = await tx.task.findMany({ where: { state: 'open' }, orderBy: { dueOn: 'asc' }, take: listed })
  const about = await subjectsOf(tx, rows)
  return rows.map((row) => ({
    kind: kindOf(row.kind),
    id: row.stopRequestId ?? row.incidentId ?? row.reportId ?? row.requestId,
    count: 1,
    dueOn: row.dueOn,
    callNames: about(row),
  }))
}

type TaskRow = Awaited<ReturnType<Tx['task']['findMany']>>[number]

/** Whose dispatch or request each task is about, in a fixed number of statements. */
async function subjectsOf(tx: Tx, rows: readonly TaskRow[]): Promise<(row: TaskRow) => string[]> {
  const ids = (pick: (row: TaskRow) => string | null) => rows.flatMap((row) => pick(row) ?? [])
  const stops = await tx.stopRequest.findMany({
    where: { id: { in: ids((row) => row.stopRequestId) } }, select: { id: true, requestId: true, dispatchId: true },
  })
  const reports = await tx.report.findMany({ where: { id: { in: ids((row) => row.reportId) } }, select: { id: true, dispatchId: true } })
  const incidents = await tx.incident.findMany({
    where: { id: { in: ids((row) => row.incidentId) } }, select: { id: true, dispatchId: true },
  })
  const records = [...stops, ...reports, ...incidents]
  const names = await callNamesOf(tx, {
    requestIds: [...ids((row) => row.requestId), ...stops.flatMap((stop) => stop.requestId ?? [])],
    dispatchIds: records.flatMap((record) => record.dispatchId ?? []),
  })
  return (row) => {
    const record = records.find(({ id }) => id === (row.stopRequestId ?? row.reportId ?? row.incidentId))
    const stop = stops.find(({ id }) => id === row.stopRequestId)
    return names(stop?.requestId ?? record?.dispatchId ?? row.requestId)
  }
}

async function training(tx: Tx): Promise<DueFacts[]> {
  const waiting = await tx.application.count({ where: { state: 'submitted', confirmedAt: { not: null } } })
  const completed = await tx.completion.count({ where: { voidedAt: null, certificates: { none: {} } } })
  return [...counted('application.waiting', waiting), ...counted('certificate.waiting', completed)]
}

async function roster(tx: Tx): Promise<DueFacts[]> {
  const papers = await tx.consentPaper.count({ where: { confirmedAt: null, rejectedAt: null } })
  const signed = await tx.rosterConsent.count({ where: { state: 'signed', rosterEntries: { none: {} } } })
  const recalls = await tx.provisionEntry.count({ where: { recallRequestedAt: { not: null }, recallAckAt: null } })
  return [
    ...counted('consent.paper', papers),
    ...counted('consent.signed', signed),
    ...counted('recall.sent', recalls),
  ]
}

async function dispatching(tx: Tx, bodyId: string): Promise<DueFacts[]> {
  const provisions = await tx.provision.count({ where: { recipientId: bodyId, state: 'delivered' } })
  const interested = await tx.proposal.count({
    where: { state: 'interested', request: { state: { in: ['consented', 'coordinating'] }, stoppedAt: null } },
  })
  const agreed = await tx.dispatch.count({
    where: { state: { in: ['preparing', 'agreed'] }, planVersions: { some: { state: 'agreed' } } },
  })
  const recalls = await tx.provisionEntry.count({
    where: { recipientId: bodyId, recallRequestedAt: { not: null }, recallAckAt: null },
  })
  return [
    ...counted('provision.toAccept', provisions),
    ...counted('recall.waiting', recalls),
    ...counted('proposal.interested', interested),
    ...counted('plan.agreed', agreed),
  ]
}

async function caseload(tx: Tx, ctx: Ctx): Promise<DueFacts[]> {
  const rows = await tx.hearingSheet.findMany({
    where: { heldOn: null },
    orderBy: { dueOn: 'asc' },
    take: listed,
    select: { caseId: true, dueOn: true },
  })
  const soon = new Date(ctx.clock.now().getTime() + 14 * 86_400_000)
  return rows
    .filter((row) => row.dueOn < soon)
    .map((row) => ({ kind: 'hearing.due' as const, id: row.caseId, count: 1, dueOn: row.dueOn, callNames: [] }))
}
