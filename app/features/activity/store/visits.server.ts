import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { isUuid } from '#app/shared/ids.ts'
import { asOutcome, asVisitState, type VisitOutcome, type VisitState } from '../domain/visit-lifecycle.ts'

/** A visit as the rules know it. */
export interface VisitRow {
  id: string
  bodyId: string
  dispatchId: string
  startsAt: Date
  endsAt: Date
  state: VisitState
  outcome: VisitOutcome | null
  version: number
}

/** One visit; null when it is not there for this actor. */
export async function loadVisit(tx: Tx, visitId: string): Promise<VisitRow | null> {
  if (!isUuid(visitId)) return null
  const row = await tx.visit.findUnique({
    where: { id: visitId },
    select: {
      id: true, bodyId: true, dispatchId: true, startsAt: true, endsAt: true, state: true, outcome: true, version: true,
    },
  })
  if (!row) return null
  const { state, outcome, ...visit } = row
  return { ...visit, state: asVisitState(state), outcome: asOutcome(outcome) }
}

/** Where a visit is and what the desk noted, for one of its supporters; null when access is over (N8, N15). */
export async function loadPlace(tx: Tx, visitId: string): Promise<{ place: string; note: string } | null> {
  const rows = await tx.$queryRaw<{ place: string; note: string }[]>`
    select place, note from app.visit_place(${visitId}::uuid)`
  return rows[0] ?? null
}

/** Supporters of a visit, as far as this actor may see them: staff all, a supporter himself. */
export async function supportersOf(tx: Tx, visitId: string): Promise<string[]> {
  const rows = await tx.visitSupporter.findMany({ where: { visitId }, select: { personId: true } })
  return rows.map((row) => row.personId)
}

/** Keeps what became of a visit; false when it was recorded or cancelled meanwhile. The dispatch must be held. */
export async function keepOutcome(tx: Tx, visit: VisitRow, outcome: VisitOutcome): Promise<boolean> {
  const done = await tx.visit.updateMany({
    where: { id: visit.id, version: visit.version, state: { in: ['scheduled', 'held'] } },
    data: { state: 'held', outcome, version: { increment: 1 } },
  })
  return done.count === 1
}

/** Names to use of those who go, without the one who asks. */
export async function visitPeople(tx: Tx, visitId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`select n as name from app.visit_people(${visitId}::uuid) n`
  return rows.map((row) => row.name)
}
