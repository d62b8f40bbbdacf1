import { fromDateColumn, fromOptionalDate } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { openOptional } from '#app/platform/fields.server.ts'
import type { Actor } from '#app/shared/actor.ts'
import { isUuid } from '#app/shared/ids.ts'
import { noteOf } from '../domain/client-note.ts'
import type { ProposalState } from '../domain/proposal-lifecycle.ts'
import type { RequestState } from '../domain/request-lifecycle.ts'
import type { ConsentMethod, DayPart, PartyKind, PeerWish, Slot, Wish } from '../domain/request.ts'
import type { ConsentFacts, NoteFacts, PartyFacts, ProposalFacts, RequestHead } from '../facts/request.ts'

type RequestRow = Awaited<ReturnType<Tx['dispatchRequest']['findMany']>>[number]

/** Heads of request rows, with who among the coordinators is in charge of their cases. */
export function headsOf(actor: Actor, rows: RequestRow[]): RequestHead[] {
  const mine = actor.kind === 'staff' && actor.role === 'coordinator'
  return rows.map((row) => ({
    id: row.id,
    bodyId: row.bodyId,
    caseId: row.caseId,
    fiscalYear: row.receiptFy,
    no: row.receiptNo,
    state: row.state as RequestState,
    wish: row.wish as Wish,
    ladderMax: row.ladderMax,
    area: row.area,
    peer: row.wantsPeer as PeerWish,
    receivedAt: row.receivedAt,
    consentedAt: row.consentedAt,
    coordinationStartedAt: row.coordinationStartedAt,
    stoppedAt: row.stoppedAt,
    version: row.version,
    // the rows a coordinator sees are those of the caseload: the database has compared them
    coordinatorIds: mine ? [actor.personId] : [],
  }))
}

/** One request's head, or null where this reader has none; text that is no id never reaches the database. */
export async function requestHead(tx: Tx, actor: Actor, requestId: string): Promise<RequestHead | null> {
  if (!isUuid(requestId)) return null
  const row = await tx.dispatchRequest.findUnique({ where: { id: requestId } })
  return row && (headsOf(actor, [row])[0] ?? null)
}

/** How many consents to coordination are in force. */
export async function consentsInForce(tx: Tx, requestId: string): Promise<number> {
  return tx.coordinationConsent.count({ where: { requestId, withdrawnAt: null } })
}

/** What the client hopes for, as it is sealed. */
export interface Hopes {
  meeting: string | null
  supporter: string | null
}

/** Opens the sealed hopes of a request. */
export function openHopes(requestId: string, sealed: Uint8Array | null): Hopes {
  const text = openOptional('dispatch_request.hope', requestId, sealed)
  return text === null ? { meeting: null, supporter: null } : (JSON.parse(text) as Hopes)
}

/** The parties of a request with their consents, newest first, their card and the rules of contact. */
export async function partiesOf(tx: Tx, requestId: string, names: Map<string, string>): Promise<PartyFacts[]> {
  const rows = await tx.dispatchParty.findMany({
    where: { requestId },
    include: {
      dispatchPartyPrivate: { select: { partyId: true, rulesEnc: true } },
      coordinationConsents: { orderBy: { givenAt: 'desc' } },
      clientCards: { orderBy: { createdAt: 'desc' }, take: 1 },
    },
    orderBy: [{ kind: 'desc' }, { createdAt: 'asc' }],
  })
  return rows.map((row) => {
    const [card] = row.clientCards
    const [sealed] = row.dispatchPartyPrivate
    const rules = openOptional('dispatch_party_private.rules', row.id, sealed?.rulesEnc ?? null)
    return {
      id: row.id,
      kind: row.kind as PartyKind,
      callName: row.callName,
      consents: row.coordinationConsents.map((consent) => consentFacts(consent, names)),
      card: card
        ? {
            id: card.id,
            partyId: row.id,
            issuedAt: card.createdAt,
            expiresOn: fromDateColumn(card.expiresOn),
            revokedAt: card.revokedAt,
          }
        : null,
      rules: rules ? (JSON.parse(rules) as PartyFacts['rules']) : [],
    }
  })
}

function consentFacts(
  row: { id: string; partyId: string; givenAt: Date; method: string; withdrawnAt: Date | null; recordedBy: string | null },
  names: Map<string, string>,
): ConsentFacts {
  return {
    id: row.id,
    partyId: row.partyId,
    givenAt: row.givenAt,
    method: row.method as ConsentMethod,
    withdrawnAt: row.withdrawnAt,
    recordedBy: row.recordedBy && (names.get(row.recordedBy) ?? '前の担当'),
  }
}

/** The hours wished for, Monday first. */
export async function slotsOf(tx: Tx, requestId: string): Promise<Slot[]> {
  const rows = await tx.requestSlot.findMany({ where: { requestId } })
  const order: DayPart[] = ['morning', 'afternoon', 'evening']
  return rows
    .map(({ weekday, part }) => ({ weekday, part: part as DayPart }))
    .sort((a, b) => a.weekday - b.weekday || order.indexOf(a.part) - order.indexOf(b.part))
}

/** The proposals of a request, newest first; names only for those who may see the received roster. */
export async function proposalsOf(tx: Tx, actor: Actor, requestId: string): Promise<ProposalFacts[]> {
  const rows = await tx.proposal.findMany({ where: { requestId }, orderBy: [{ sentAt: 'desc' }, { id: 'desc' }] })
  const roster = actor.kind === 'staff' && actor.role === 'dispatch'
  const profiles = roster
    ? await tx.provisionProfile.findMany({
        where: { personId: { in: rows.map((row) => row.personId) } },
        select: { personId: true, name: true, workingName: true },
      })
    : []
  const names = new Map(profiles.map((profile) => [profile.personId, profile.workingName ?? profile.name]))
  return rows.map((row) => ({
    id: row.id,
    state: row.state as ProposalState,
    supporter: names.get(row.personId) ?? null,
    sentAt: row.sentAt,
    answeredAt: row.answeredAt,
    dueOn: fromOptionalDate(row.answerDueOn),
    version: row.version,
  }))
}

/** What the client asked for by a button and nobody has dealt with yet. */
export async function openNotes(tx: Tx, requestIds: string[]): Promise<(NoteFacts & { requestId: string })[]> {
  const rows = await tx.task.findMany({
    where: { requestId: { in: requestIds }, state: 'open', kind: { startsWith: 'client.' } },
    orderBy: { createdAt: 'desc' },
  })
  return rows.flatMap((row) => {
    const note = noteOf(row.kind)
    if (!note || !row.requestId) return []
    const { requestId, version, createdAt } = row
    return [{ requestId, taskId: row.id, note, at: createdAt, dueOn: fromDateColumn(row.dueOn), version }]
  })
}
