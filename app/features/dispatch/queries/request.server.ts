import { may } from '#app/access/policy.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import { openOptional } from '#app/platform/fields.server.ts'
import { staffNames } from '#app/features/cases/store/case.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { PrivateFacts, RequestFacts, RequestHead, RequestLineFacts } from '../facts/request.ts'
import {
  headsOf, openHopes, openNotes, partiesOf, proposalsOf, requestHead, slotsOf,
} from '../store/request.server.ts'

/** Rows on a page of the list. */
export const pageSize = 25

/** What the list is narrowed to. */
export interface RequestFilter {
  stage: 'all' | 'consent' | 'search' | 'plan' | 'closed'
  wish: 'all' | 'person' | 'family' | 'unknown'
  page: number
}

const underWay = { in: ['consented', 'coordinating', 'placed'] }
const stages = {
  all: {},
  consent: { state: { in: ['draft', 'received'] } },
  search: { state: underWay, dispatches: { none: {} } },
  plan: { state: underWay, dispatches: { some: {} } },
  closed: { state: 'closed' },
}

/** The requests this desk sees, newest first, with counts per stage; a fixed number of statements. */
export async function listRequests(
  ctx: Ctx,
  filter: RequestFilter,
): Promise<{ lines: RequestLineFacts[]; total: number; counts: Record<RequestFilter['stage'], number> }> {
  return withActor(ctx, async (tx) => {
    const where = { ...stages[filter.stage], ...(filter.wish === 'all' ? {} : { wish: filter.wish }) }
    const rows = await tx.dispatchRequest.findMany({
      where,
      orderBy: [{ receiptFy: 'desc' }, { receiptNo: 'desc' }],
      skip: (filter.page - 1) * pageSize,
      take: pageSize,
      include: {
        dispatchParties: { select: { callName: true } },
        coordinationConsents: { where: { withdrawnAt: null }, select: { id: true } },
        proposals: { where: { state: { in: ['sent', 'interested'] } }, select: { state: true } },
        dispatches: { select: { id: true, state: true }, orderBy: { createdAt: 'desc' }, take: 1 },
      },
    })
    const counts = await countStages(tx, filter.wish)
    const notes = await openNotes(tx, rows.map((row) => row.id))
    const heads = headsOf(ctx.actor, rows)
    await auditRead(tx, { action: 'request.list', entity: 'dispatch_request', id: 'list', detail: { rows: rows.length } })
    return {
      total: counts[filter.stage],
      counts,
      lines: rows.map((row, i) => ({
        head: heads[i]!,
        callNames: row.dispatchParties.map((party) => party.callName),
        consents: row.coordinationConsents.length,
        openProposals: row.proposals.length,
        interested: row.proposals.filter((proposal) => proposal.state === 'interested').length,
        notes: notes.filter((note) => note.requestId === row.id && note.note !== 'consented').length,
        dispatch: row.dispatches[0] ?? null,
      })),
    }
  })
}

async function countStages(tx: Tx, wish: RequestFilter['wish']): Promise<Record<RequestFilter['stage'], number>> {
  const of = wish === 'all' ? {} : { wish }
  const consent = await tx.dispatchRequest.count({ where: { ...of, ...stages.consent } })
  const search = await tx.dispatchRequest.count({ where: { ...of, ...stages.search } })
  const plan = await tx.dispatchRequest.count({ where: { ...of, ...stages.plan } })
  const closed = await tx.dispatchRequest.count({ where: { ...of, ...stages.closed } })
  return { all: consent + search + plan + closed, consent, search, plan, closed }
}

/** One request; null where this reader has none. Looking is recorded. */
export async function getRequest(ctx: Ctx, requestId: string): Promise<RequestFacts | null> {
  if (!may(ctx.actor, 'request.view') || !isUuid(requestId)) return null
  return withActor(ctx, async (tx) => {
    const head = await requestHead(tx, ctx.actor, requestId)
    if (!head || !may(ctx.actor, 'request.view', head)) return null
    const facts = await readRequest(tx, ctx, head)
    await auditRead(tx, { action: 'request.view', entity: 'dispatch_request', id: head.id })
    return facts
  })
}

/** Everything of a request that its desk may read; the caller has asked the policy and records the look. */
export async function readRequest(tx: Tx, ctx: Ctx, head: RequestHead): Promise<RequestFacts> {
  const names = await staffNames(tx)
  const row = await tx.dispatchRequest.findUniqueOrThrow({
    where: { id: head.id },
    select: { purposeEnc: true, hopeEnc: true, receivedBy: true },
  })
  const hopes = openHopes(head.id, row.hopeEnc)
  const searched = ctx.actor.kind === 'staff' && ctx.actor.role === 'dispatch'
    ? await tx.candidateSearch.findFirst({ where: { requestId: head.id }, orderBy: { at: 'desc' }, select: { at: true } })
    : null
  return {
    head,
    purpose: openOptional('dispatch_request.purpose', head.id, row.purposeEnc) ?? '',
    meeting: hopes.meeting,
    supporterWish: hopes.supporter,
    slots: await slotsOf(tx, head.id),
    avoidCount: await tx.requestAvoid.count({ where: { requestId: head.id } }),
    parties: await partiesOf(tx, head.id, names),
    proposals: await proposalsOf(tx, ctx.actor, head.id),
    notes: await openNotes(tx, [head.id]),
    searchedAt: searched?.at ?? null,
    dispatch: await tx.dispatch.findFirst({
      where: { requestId: head.id },
      orderBy: { createdAt: 'desc' },
      select: { id: true, state: true },
    }),
    receivedBy: (row.receivedBy && names.get(row.receivedBy)) || '前の担当',
  }
}

/** Names, phones and addresses of the parties; a look of its own in the audit trail. */
export async function getPrivate(ctx: Ctx, requestId: string): Promise<PrivateFacts[] | null> {
  if (!may(ctx.actor, 'request.view') || !isUuid(requestId)) return null
  return withActor(ctx, async (tx) => {
    const head = await requestHead(tx, ctx.actor, requestId)
    if (!head || !may(ctx.actor, 'request.view', head)) return null
    const rows = await tx.dispatchPartyPrivate.findMany({ where: { party: { requestId } } })
    await auditRead(tx, { action: 'request.viewPrivate', entity: 'dispatch_request', id: head.id })
    return rows.map((row) => ({
      partyId: row.partyId,
      name: openOptional('dispatch_party_private.name', row.partyId, row.nameEnc),
      phone: openOptional('dispatch_party_private.phone', row.partyId, row.phoneEnc),
      address: openOptional('dispatch_party_private.address', row.partyId, row.addressEnc),
    }))
  })
}

/** The requests that came from one case, for its time line; only what the reader may see. */
export async function requestsOfCase(
  ctx: Ctx,
  caseId: string,
): Promise<{ head: RequestHead; consents: { givenAt: Date; callName: string; withdrawnAt: Date | null }[] }[]> {
  if (!isUuid(caseId)) return []
  return withActor(ctx, async (tx) => {
    const rows = await tx.dispatchRequest.findMany({
      where: { caseId },
      include: { coordinationConsents: { include: { party: { select: { callName: true } } } } },
      orderBy: { receivedAt: 'desc' },
    })
    const heads = headsOf(ctx.actor, rows)
    return rows.map((row, i) => ({
      head: heads[i]!,
      consents: row.coordinationConsents.map(({ givenAt, withdrawnAt, party }) => ({
        givenAt, withdrawnAt, callName: party.callName,
      })),
    }))
  })
}
