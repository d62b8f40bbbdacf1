import { may } from '#app/access/policy.ts'
import { membersOf, wordedRules } from '#app/features/cases/store/household.server.ts'
import { caseHead, nextNumber } from '#app/features/cases/store/case.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { highestFor } from '../domain/ladder.ts'
import type { PeerWish, Slot, Wish } from '../domain/request.ts'
import { insertParties, insertRequest, type NewParty } from '../store/new-request.server.ts'

/** A wish for support as it was told to the centre. */
export interface ReceiveRequest {
  caseId: string
  wish: Wish
  /** Members of the household that would be met, by their ids in the case. */
  members: string[]
  purpose: string
  meeting: string | null
  supporter: string | null
  peer: PeerWish
  /** Highest step of the ladder that is allowed now, 1–7. */
  ladder: number
  area: string | null
  slots: Slot[]
  /** One name or place a line; kept as keyed hashes only. */
  avoidPeople: string | null
  avoidPlaces: string | null
}

/**
 * Takes down a wish for support (S3 第3-3(2)ア: only from the client's own request). Whose wish it is stays
 * with it; what the dispatch side needs of the people is copied, nothing else of the case.
 */
export async function receiveRequest(ctx: Ctx, input: ReceiveRequest): Promise<Result<{ requestId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || actor.role !== 'coordinator' || !isUuid(input.caseId)) return refuse('notFound')
  if (input.ladder > highestFor(input.wish)) return refuse('request.ladderTooHigh', { field: 'ladder' })
  return act(ctx, async (tx) => {
    const head = await caseHead(tx, ctx, input.caseId)
    if (!head || !may(actor, 'request.receive', head)) return refuse('notFound')
    if (head.state !== 'open') return refuse('request.caseClosed')
    const parties = await partiesFrom(tx, head.id, input.members)
    if (!parties) return refuse('request.member', { field: 'members' })
    const hasSelf = parties.some((party) => party.kind === 'person')
    if (input.wish === 'person' && !hasSelf) return refuse('request.selfMissing', { field: 'members' })
    const requestId = await write(tx, ctx, actor, input, parties)
    const detail = { wish: input.wish, ladder: input.ladder, parties: parties.length }
    await audit(tx, { action: 'request.receive', entity: 'dispatch_request', id: requestId, detail })
    return ok({ requestId })
  })
}

/** The members chosen, as parties; null when one is not of this household. */
async function partiesFrom(tx: Tx, caseId: string, chosen: string[]): Promise<NewParty[] | null> {
  const members = (await membersOf(tx, caseId)).filter((member) => chosen.includes(member.id))
  if (members.length === 0 || members.length !== new Set(chosen).size) return null
  const rules = await wordedRules(tx, caseId)
  return members.map(({ id, relation, callName, name, phone, address }) => ({
    kind: relation === 'self' ? 'person' : 'family', casePersonId: id, callName, name, phone, address, rules,
  }))
}

async function write(
  tx: Tx,
  ctx: Ctx,
  { bodyId, personId }: { bodyId: string; personId: string },
  input: ReceiveRequest,
  parties: NewParty[],
): Promise<string> {
  const year = fiscalYear(ctx.clock.today())
  const no = await nextNumber(tx, bodyId, 'request', year)
  const of = { bodyId, requestId: ctx.ids.next() }
  await insertRequest(tx, ctx, { ...input, ...of, fiscalYear: year, no, receivedBy: personId })
  await insertParties(tx, ctx, of, parties)
  return of.requestId
}
