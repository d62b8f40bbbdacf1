import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { allowedStep } from '../domain/ladder.ts'
import { checkDueOn } from '../domain/proposal.ts'
import { checkSearch } from '../domain/request-lifecycle.ts'
import type { RequestHead } from '../facts/request.ts'
import { consentKinds, findCandidates, searchHolds } from '../store/candidates.server.ts'
import { requestHead, slotsOf } from '../store/request.server.ts'

/** To whom a request is put, until when, and a few words without names. */
export interface SendProposals {
  requestId: string
  /** Reconfirmations of the supporters asked. */
  reconfirmationIds: string[]
  dueOn: TokyoDay
  message: string | null
}

/**
 * Sounds supporters out without saying whom it is about: area, kind of contact, time (N3, N4, N15). Only who is
 * willing this year can be asked, and only after the client's consent; both are walls as well.
 */
export async function sendProposals(ctx: Ctx, input: SendProposals): Promise<Result<{ proposalIds: string[] }>> {
  const { actor } = ctx
  if (
    actor.kind !== 'staff' || !may(actor, 'proposal.send') || !isUuid(input.requestId)
  ) {
    return refuse('notFound')
  }
  const day = checkDueOn(input.dueOn, ctx.clock.today())
  if (day) return refuse(day, { field: 'dueOn' })
  return act(ctx, async (tx) => {
    const head = await requestHead(tx, actor, input.requestId)
    if (!head || !may(actor, 'proposal.send', head)) return refuse('notFound')
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
    return ok({ proposalIds: await write(tx, ctx, { head, willing, ladder, input }) })
  })
}

interface Writing {
  head: RequestHead
  willing: { id: string; personId: string }[]
  ladder: number
  input: SendProposals
}

async function write(tx: Tx, ctx: Ctx, { head, willing, ladder, input }: Writing): Promise<string[]> {
  const { bodyId, id: requestId, area } = head
  const [slot] = await slotsOf(tx, requestId)
  const rows = willing.map((row) => ({ ...row, proposalId: ctx.ids.next() }))
  await tx.proposal.createMany({
    data: rows.map(({ id, personId, proposalId }) => ({
      id: proposalId, bodyId, requestId, personId, area, ladder,
      reconfirmationId: id,
      state: 'sent',
      weekday: slot?.weekday ?? null,
      part: slot?.part ?? null,
      message: input.message,
      answerDueOn: toDateColumn(input.dueOn),
      sentAt: ctx.clock.now(),
    })),
  })
  for (const { proposalId, personId } of rows) {
    const props = { proposalId, answerBy: input.dueOn }
    await enqueueMail(tx, ctx, { bodyId, kind: 'proposal.sent', dedupeKey: `proposal.sent:${proposalId}`, personId, requestId, props })
  }
  for (const { proposalId } of rows) {
    await audit(tx, { action: 'proposal.send', entity: 'proposal', id: proposalId, detail: { request: requestId, ladder } })
  }
  return rows.map(({ proposalId }) => proposalId)
}
