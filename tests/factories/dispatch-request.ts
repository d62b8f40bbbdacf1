import type { OpenCase } from '#app/features/cases/commands/open-case.server.ts'
import { answerProposal } from '#app/features/dispatch/commands/answer-proposal.server.ts'
import { giveConsent } from '#app/features/dispatch/commands/give-consent.server.ts'
import { issueCard } from '#app/features/dispatch/commands/issue-card.server.ts'
import { receiveRequest, type ReceiveRequest } from '#app/features/dispatch/commands/receive-request.server.ts'
import { recordConsent } from '#app/features/dispatch/commands/record-consent.server.ts'
import { recordSearch } from '#app/features/dispatch/commands/record-search.server.ts'
import { sendProposals } from '#app/features/dispatch/commands/send-proposals.server.ts'
import { usualDueOn } from '#app/features/dispatch/domain/proposal.ts'
import type { RequestFacts } from '#app/features/dispatch/facts/request.ts'
import { getRequest } from '#app/features/dispatch/queries/request.server.ts'
import { cardToken, hashToken } from '#app/platform/links.server.ts'
import type { CardActor } from '#app/shared/actor.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { tokyoDay, tokyoTime } from '#app/shared/tokyo-day.ts'
import { type MadeCase, openedCase } from './cases.ts'
import { must } from './must.ts'
import type { Hatted, World } from './world.ts'

/** あおぞらさん's own wish: from a letter up to a visit at the door of the house. */
export function aWish(made: MadeCase, change: Partial<ReceiveRequest> = {}): ReceiveRequest {
  return {
    caseId: made.caseId,
    wish: 'person',
    members: [made.member('self').id],
    purpose: '親以外の人と、つながりを一つ持つこと',
    meeting: '手紙から始めて、慣れたら家の前まで来てもよい',
    supporter: '30代くらいまで。性別は問わない',
    peer: 'any',
    ladder: 6,
    area: '北区',
    slots: [{ weekday: 4, part: 'afternoon' }],
    avoidPeople: null,
    avoidPlaces: null,
    ...change,
  }
}

/** A request with its case, as the coordinator received it. */
export interface MadeRequest extends MadeCase {
  requestId: string
}

/** The facts of a request as the officer reads them now. */
export async function requestNow(hat: Hatted, requestId: string): Promise<RequestFacts> {
  const facts = await getRequest(hat.ctx, requestId)
  if (!facts) throw new Error('the request is not there')
  return facts
}

/** A wish received from a new case. */
export async function receivedRequest(
  world: World,
  change: Partial<ReceiveRequest> = {},
  household: Partial<OpenCase> = {},
): Promise<MadeRequest> {
  const made = await openedCase(world, household)
  const { requestId } = must(await receiveRequest(world.coordinator.ctx, aWish(made, change)))
  return { ...made, requestId }
}

/** The context of whoever holds a party's new card (the person's, when there is one). */
export async function cardHolder(world: World, requestId: string): Promise<Ctx & { actor: CardActor; cardId: string }> {
  const { parties, head } = await requestNow(world.coordinator, requestId)
  const partyId = parties[0]!.id
  const { cardId } = must(await issueCard(world.coordinator.ctx, { requestId, partyId }))
  const cardHash = hashToken(cardToken(cardId))
  const actor: CardActor = { kind: 'card', cardHash, partyId, requestId, bodyId: head.bodyId }
  return { actor, clock: world.clock, ids: world.ids, cardId }
}

/** Consented to coordination through the card. */
export async function consentedByCard(world: World, change: Partial<ReceiveRequest> = {}, household: Partial<OpenCase> = {}) {
  const request = await receivedRequest(world, change, household)
  const card = await cardHolder(world, request.requestId)
  must(await giveConsent(card))
  return { ...request, card }
}

/** Consented to coordination by telephone, written down by the coordinator. */
export async function consentedByPhone(world: World, change: Partial<ReceiveRequest> = {}): Promise<MadeRequest> {
  const request = await receivedRequest(world, change)
  const { head, parties } = await requestNow(world.coordinator, request.requestId)
  const now = world.clock.now()
  const given = { on: tokyoDay(now), at: tokyoTime(now), method: 'phone' as const, ladder: null }
  const { requestId } = request
  must(await recordConsent(world.coordinator.ctx, { ...given, requestId, partyId: parties[0]!.id, version: head.version }))
  return request
}

/** The search recorded by the officer, so that candidates can be shown for five minutes. */
export async function searched(world: World, requestId: string): Promise<void> {
  const { head } = await requestNow(world.aobaDispatch, requestId)
  must(await recordSearch(world.aobaDispatch.ctx, { requestId, version: head.version }))
}

/** Supporters asked without names. @param reconfirmationIds of people who are willing this year */
export async function asked(world: World, requestId: string, reconfirmationIds: string[]): Promise<string[]> {
  await searched(world, requestId)
  const dueOn = usualDueOn(world.clock.today())
  const message = '木曜日でなくても、ご都合のよい日に合わせます。'
  const input = { requestId, reconfirmationIds, dueOn, message }
  return must(await sendProposals(world.aobaDispatch.ctx, input)).proposalIds
}

/** A supporter who showed interest. */
export async function interested(world: World, personId: string, proposalId: string): Promise<void> {
  must(await answerProposal(world.supporter(personId), { proposalId, answer: 'interest', version: 1 }))
}
