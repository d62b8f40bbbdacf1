import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { allowedStep } from '../domain/ladder.ts'
import { checkDueOn } from '../domain/proposal.ts'
import { checkSearch } from '../domain/request-lifecycle.ts'
import { consentKinds, findCandidates, searchHolds } from '../store/candidates.server.ts'
import { insertProposals, type SendProposals } from '../store/new-proposals.server.ts'
import { requestHead } from '../store/request.server.ts'

/**
 * Sounds supporters out without saying whom it is about: area, kind of contact, time (N3, N4, N15). Only who is
 * willing this year can be asked, and only after the client's consent; both are walls as well.
 */
export async function sendProposals(ctx: Ctx, input: SendProposals): Promise<Result<{ proposalIds: string[] }>> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !may(actor, 'proposal.send')) return refuse('notFound')
  return act(ctx, async (tx) => {
    const head = await requestHead(tx, actor, input.requestId)
    if (!head || !may(actor, 'proposal.send', head)) return refuse('notFound')
    const day = checkDueOn(input.dueOn, ctx.clock.today())
    if (day) return refuse(day, { field: 'dueOn' })
    const kinds = await consentKinds(tx, head.id)
    const refusal = checkSearch(head.state, kinds.length)
    if (refusal) return refuse(refusal)
    const asked = [...new Set(input.reconfirmationIds)]
    const willing = await tx.reconfirmation.findMany({
      where: { id: { in: asked }, state: 'willing', revokedAt: null },
      orderBy: { id: 'asc' },
    })
    if (willing.length === 0 || willing.length !== asked.length) return refuse('proposal.notCandidate', { field: 'ask' })
    if (!(await searchHolds(tx, head.id, actor.personId, ctx.clock.now()))) return refuse('proposal.searchAgain')
    const found = await findCandidates(tx, head.id, null)
    const near = new Map(found.map((row) => [row.reconfirmationId, row.near]))
    if (willing.some(({ id }) => !near.has(id))) return refuse('proposal.notCandidate', { field: 'ask' })
    if (willing.some(({ id }) => near.get(id))) return refuse('proposal.near', { field: 'ask' })
    const open = await tx.proposal.count({
      where: { requestId: head.id, personId: { in: willing.map((row) => row.personId) } },
    })
    if (open > 0) return refuse('proposal.alreadyAsked', { field: 'ask' })
    const ladder = allowedStep(head.ladderMax, kinds)
    const sent = await insertProposals(tx, ctx, head, { willing, ladder, dueOn: input.dueOn, message: input.message })
    const { bodyId, id: requestId } = head
    for (const { id, personId } of sent) {
      const props = { proposalId: id, answerBy: input.dueOn }
      const dedupeKey = `proposal.sent:${id}`
      await enqueueMail(tx, ctx, { bodyId, kind: 'proposal.sent', dedupeKey, personId, requestId, props })
    }
    for (const { id } of sent) {
      await audit(tx, { action: 'proposal.send', entity: 'proposal', id, detail: { request: requestId, ladder } })
    }
    return ok({ proposalIds: sent.map(({ id }) => id) })
  })
}
