import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import { issueLink } from '#app/platform/links.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { addDays, type TokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { isFairDueDay } from '../domain/asking.ts'
import { mayAsk } from '../domain/eligibility.ts'
import { addQuestion, peopleToAsk } from '../store/questions.server.ts'
import { dispatchStatus } from '../store/standing.server.ts'

/**
 * Asks everybody on the accepted rosters who was not yet asked this year whether they are still willing
 * (S3 第3-3(2)イ), by a mailed one-use link that opens until the end of the last day. Whoever is not
 * available now is not asked, and nobody is told why.
 * @returns how many were asked
 */
export async function askAgain(ctx: Ctx, { dueOn }: { dueOn: TokyoDay }): Promise<Result<{ asked: number }>> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !may(actor, 'reconfirmation.ask', { bodyId: actor.bodyId })) return refuse('notAllowed')
  const { bodyId } = actor
  return act(ctx, async (tx) => {
    const today = ctx.clock.today()
    if (!mayAsk(await dispatchStatus(tx, bodyId, today))) return refuse('reconfirmation.planning')
    if (!isFairDueDay(dueOn, today)) return refuse('reconfirmation.dueDay', { field: 'dueOn' })
    const asked: string[] = []
    for (const person of await peopleToAsk(tx, bodyId, today)) {
      const id = ctx.ids.next()
      const isAsked = await addQuestion(tx, {
        id, bodyId, personId: person.personId, provisionEntryId: person.entryId, fiscalYear: person.fiscalYear,
        state: 'asked', dueOn, createdAt: ctx.clock.now(),
      })
      if (!isAsked) continue
      const link = await issueLink(tx, ctx, {
        purpose: 'reconfirmation.answer', bodyId, personId: person.personId, subjectId: id,
        expiresAt: tokyoInstant(addDays(dueOn, 1)),
      })
      await enqueueMail(tx, ctx, {
        bodyId, personId: person.personId, kind: 'reconfirmation.ask', dedupeKey: `reconfirmation.ask:${id}`,
        props: { linkId: link.id, dueOn },
      })
      asked.push(id)
    }
    if (asked.length === 0) return refuse('reconfirmation.nobody')
    for (const id of asked) {
      await audit(tx, { action: 'reconfirmation.ask', entity: 'reconfirmation', id, detail: { dueOn } })
    }
    return ok({ asked: asked.length })
  })
}
