import type { Ctx } from '#app/shared/ctx.ts'
import { presentPrintedCard } from './presenter/card.ts'
import { presentPrivate, presentRequest } from './presenter/request.ts'
import { getPrintedCard } from './queries/printed-card.server.ts'
import { getPrivate, getRequest } from './queries/request.server.ts'

export { cancelProposal } from './commands/cancel-proposal.server.ts'
export { finishNote } from './commands/finish-note.server.ts'
export { issueCard } from './commands/issue-card.server.ts'
export { prepareDispatch } from './commands/prepare-dispatch.server.ts'
export { recordConsent } from './commands/record-consent.server.ts'
export { revokeCard } from './commands/revoke-card.server.ts'

/** What the address of a wish's page asks to see. */
export interface RequestSight {
  /** A card, for printing, instead of the page. */
  cardId: string | null
  /** Names and addresses too; the look is recorded. */
  secrets: boolean
}

/** The page of one wish, or one of its cards; null where this reader has none. What can be done there stands above. */
export async function seeRequest(ctx: Ctx, requestId: string, { cardId, secrets }: RequestSight) {
  if (cardId) {
    const card = await getPrintedCard(ctx, requestId, cardId)
    return card && { card: presentPrintedCard(card, requestId) }
  }
  const facts = await getRequest(ctx, requestId)
  if (!facts) return null
  const opened = secrets ? await getPrivate(ctx, requestId) : null
  return {
    card: null,
    request: presentRequest(facts, ctx.actor, ctx.clock.now()),
    secrets: opened && presentPrivate(facts, opened),
  }
}
