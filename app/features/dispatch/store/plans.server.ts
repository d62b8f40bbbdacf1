import { fromDateColumn, toDateColumn } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { openOptional } from '#app/platform/fields.server.ts'
import { asDispatchState } from '../domain/dispatch-lifecycle.ts'
import { allowedStep, type LadderStep } from '../domain/ladder.ts'
import { type AgreementMethod, type AgreementState, type PlanState, planStates } from '../domain/plan-lifecycle.ts'
import { linesOf, type PlanText } from '../domain/plan-text.ts'
import type { PartyKind, Wish } from '../domain/request.ts'
import type { DispatchHead, PartyFacts, PlanFacts } from '../facts/plan.ts'

type PlanRow = NonNullable<Awaited<ReturnType<Tx['planVersion']['findUnique']>>>

/** Holds the dispatch against a stop before any of its rows is changed (lock order: the anchor first). */
export async function holdDispatch(tx: Tx, dispatchId: string): Promise<void> {
  await tx.$queryRaw`select app.hold_dispatch(${dispatchId}::uuid)::text`
}

/** The dispatch, as this actor may see it. */
export async function loadDispatch(tx: Tx, dispatchId: string): Promise<DispatchHead | null> {
  const row = await tx.dispatch.findUnique({
    where: { id: dispatchId },
    select: {
      id: true, bodyId: true, requestId: true, fiscalYear: true, no: true, state: true, version: true,
      currentVersionId: true,
    },
  })
  return row && { ...row, state: asDispatchState(row.state) }
}

/** A row as the rules know it. */
export function planOf(row: PlanRow): PlanFacts {
  const state = planStates.find((known) => known === row.state)
  if (!state) throw new RangeError('not a state of a plan')
  return {
    id: row.id,
    dispatchId: row.dispatchId,
    no: row.no,
    state: state satisfies PlanState,
    version: row.version,
    text: textOf(row),
    contentHash: row.contentHash && Buffer.from(row.contentHash).toString('hex'),
    offeredAt: row.offeredAt,
    createdAt: row.createdAt,
  }
}

function textOf(row: PlanRow): PlanText {
  return {
    purpose: row.purpose,
    from: fromDateColumn(row.periodFrom),
    to: fromDateColumn(row.periodTo),
    frequency: row.frequencyText,
    place: row.placeText,
    dos: row.doText,
    donts: row.dontText,
    emergency: row.emergencyText,
    shares: row.shareText,
    ladder: row.ladder,
  }
}

/** The columns of a text; `plan_text` and `content_text` hold the plan and the content as whole paragraphs. */
export function planColumns(text: PlanText) {
  return {
    purpose: text.purpose,
    planText: linesOf(`${text.frequency}\n${text.place}`).join('\n'),
    contentText: linesOf(`${text.dos}\n${text.donts}`).join('\n'),
    frequencyText: text.frequency,
    placeText: text.place,
    doText: text.dos,
    dontText: text.donts,
    emergencyText: text.emergency,
    shareText: text.shares,
    periodFrom: toDateColumn(text.from),
    periodTo: toDateColumn(text.to),
    ladder: text.ladder,
  }
}

/** One version; null when it is not there for this actor. */
export async function loadPlan(tx: Tx, planVersionId: string): Promise<PlanFacts | null> {
  const row = await tx.planVersion.findUnique({ where: { id: planVersionId } })
  return row && planOf(row)
}

/** All versions of a dispatch, the newest first. */
export async function loadPlans(tx: Tx, dispatchId: string): Promise<PlanFacts[]> {
  const rows = await tx.planVersion.findMany({ where: { dispatchId }, orderBy: { no: 'desc' } })
  return rows.map(planOf)
}

interface PartyRow {
  who: PartyFacts['who']
  call_name: string | null
  agreement_id: string | null
  party_id: string | null
  person_id: string | null
  state: AgreementState
  version: number
  decided_at: Date | null
  method: AgreementMethod | null
  recorded_by: string | null
  wish_enc: Uint8Array | null
}

/** Everybody a version was laid before, with what they answered: the client's side first. */
export async function loadParties(tx: Tx, planVersionId: string): Promise<PartyFacts[]> {
  const rows = await tx.$queryRaw<PartyRow[]>`
    select who, call_name, agreement_id, party_id, person_id, state, version, decided_at, method, recorded_by, wish_enc
      from app.plan_parties(${planVersionId}::uuid)`
  return rows.map((row) => ({
    who: row.who,
    callName: row.call_name,
    agreementId: row.agreement_id,
    partyId: row.party_id,
    personId: row.person_id,
    state: row.state,
    version: row.version,
    decidedAt: row.decided_at,
    method: row.method,
    recordedBy: row.recorded_by,
    wish: row.agreement_id ? openOptional('agreement.wish', row.agreement_id, row.wish_enc) : null,
  }))
}

/** Ids of the supporters acting in a dispatch now. */
export async function liveSupporters(tx: Tx, dispatchId: string): Promise<string[]> {
  const rows = await tx.dispatchSupporter.findMany({
    where: { dispatchId, endedAt: null },
    select: { personId: true },
    orderBy: { joinedAt: 'asc' },
  })
  return rows.map((row) => row.personId)
}

/** What a plan may go up to: whose wish it is, and the step that the consents in force allow now (N5). */
export interface PlanBounds {
  wish: Wish
  ladderMax: LadderStep
}

/** The bounds that a request sets to the plans made for it; null when it is not there for this actor. */
export async function loadBounds(tx: Tx, requestId: string | null): Promise<PlanBounds | null> {
  if (!requestId) return null
  const request = await tx.dispatchRequest.findUnique({
    where: { id: requestId },
    select: {
      wish: true,
      ladderMax: true,
      coordinationConsents: { where: { withdrawnAt: null }, select: { party: { select: { kind: true } } } },
    },
  })
  if (!request) return null
  const consented = request.coordinationConsents.map((consent) => consent.party.kind as PartyKind)
  return { wish: request.wish as Wish, ladderMax: allowedStep(request.ladderMax, consented) }
}
