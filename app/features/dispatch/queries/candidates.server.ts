import { may } from '#app/access/policy.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import { countExclusions, exclusionOf, isMatterOfWish, type PoolFacts } from '../domain/exclusion.ts'
import { allowedStep } from '../domain/ladder.ts'
import { byFit, fitOf, matchOf, type MatchFacts, type MatchWish } from '../domain/matching.ts'
import type { CandidateFacts, CandidatesFacts, RequestFacts } from '../facts/request.ts'
import {
  askedPeople, consentKinds, coversOf, findCandidates, type FoundRow, rosterPool, searchHolds,
} from '../store/candidates.server.ts'
import { requestHead } from '../store/request.server.ts'
import { readRequest } from './request.server.ts'

/**
 * Supporters beside the wish, with reasons for and against. Nothing before the search was recorded, and the
 * recording is refused before the consent (N4). Looking is recorded with how many were shown.
 * @param wide also show those who differ in area, time or kind of contact
 */
export async function getCandidates(ctx: Ctx, requestId: string, wide: boolean): Promise<CandidatesFacts | null> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !may(actor, 'candidate.search')) return null
  return withActor(ctx, async (tx) => {
    const head = await requestHead(tx, actor, requestId)
    if (!head || !may(actor, 'candidate.search', head)) return null
    const request = await readRequest(tx, ctx, head)
    const holds = head.stoppedAt === null && (await consentKinds(tx, head.id)).length > 0
      && (await searchHolds(tx, head.id, actor.personId, ctx.clock.now()))
    const found = holds ? await compare(tx, ctx, request, wide) : null
    const shown = found?.candidates.length ?? 0
    await auditRead(tx, { action: 'candidate.view', entity: 'dispatch_request', id: head.id, detail: { shown, wide } })
    return { request, found }
  })
}

async function compare(tx: Tx, ctx: Ctx, request: RequestFacts, wide: boolean): Promise<CandidatesFacts['found']> {
  const { head, slots } = request
  const wish: MatchWish = {
    area: head.area,
    step: allowedStep(head.ladderMax, await consentKinds(tx, head.id)),
    slots,
    peer: head.peer,
  }
  const rows = await findCandidates(tx, head.id, slots.length === 1 ? slots[0]! : null)
  const today = ctx.clock.today()
  const covers = await coversOf(tx, rows.map((row) => row.personId), today)
  const asked = await askedPeople(tx, head.id)
  const named = new Map(rows.map((row) => [row.personId, row]))
  const pool = (await rosterPool(tx, fiscalYear(today))).map(({ personId, reconfirmation }) => {
    const row = named.get(personId)
    const fits = row ? fitOf(wish, row) : { areaFits: true, slotFits: true, stepFits: true }
    return { personId, reconfirmation, available: row !== undefined, asked: asked.has(personId), ...fits }
  })
  const shown = pool.filter((facts) => isShown(facts, wide)).flatMap(({ personId }) => named.get(personId) ?? [])
  const candidates = shown.map((row) => {
    const facts: MatchFacts = { ...row, peer: row.isPeer, cover: covers.get(row.personId) ?? { kind: 'none' } }
    return candidate(row, facts, wish)
  })
  return { candidates: byFit(candidates), received: pool.length, excluded: countExclusions(pool), step: wish.step }
}

function isShown(facts: PoolFacts, wide: boolean): boolean {
  const reason = exclusionOf(facts)
  return reason === null || (wide && isMatterOfWish(reason))
}

function candidate(row: FoundRow, facts: MatchFacts, wish: MatchWish): CandidateFacts {
  const { reconfirmationId, name, kanaSort } = row
  return { reconfirmationId, name, kanaSort, facts, match: matchOf(wish, facts) }
}
