import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { mayReceive } from '../domain/eligibility.ts'
import { provisionAfter } from '../domain/provision-lifecycle.ts'
import { divideNow } from '../store/dividing.server.ts'
import { handOver } from '../store/handing-over.server.ts'
import { issueList } from '../store/printed-list.server.ts'
import { headFor } from '../store/provisions.server.ts'
import { standingsTowards } from '../store/standing.server.ts'

export interface DeliverProvision {
  provisionId: string
  version: number
  /** SHA-256 of the list that was looked at, 64 hexadecimal digits. */
  seen: string
}

/**
 * Hands the roster over: everybody whose consent covers this municipality at this instant, with exactly
 * the items each allowed (S3 第3-2(2)イ, (3)ア; N2). What was looked at must be what is given.
 */
export async function deliverProvision(
  ctx: Ctx,
  { provisionId, version, seen }: DeliverProvision,
): Promise<Result<{ people: number }>> {
  return act(ctx, async (tx) => {
    const head = await headFor(tx, ctx, 'provision.deliver', provisionId)
    if (!head) return refuse('notFound')
    if (!provisionAfter(head.state, 'deliver')) return refuse('provision.done')
    if (!mayReceive(head.recipientStatus)) return refuse('provision.cannotReceive')
    const people = await standingsTowards(tx, head.bodyId, head.recipientId)
    const { given, seen: now } = divideNow(people, head.items, ctx.clock.today())
    if (given.length === 0) return refuse('provision.nobody')
    if (now !== seen) return refuse('provision.changed')
    const deliveredAt = ctx.clock.now()
    const moved = await tx.provision.updateMany({
      where: { id: provisionId, state: 'prepared', version },
      data: { state: 'delivered', deliveredAt, version: version + 1 },
    })
    if (moved.count !== 1) return refuse('stale')
    const lines = await handOver(tx, ctx, head, given)
    await issueList(
      tx,
      ctx,
      { ...head, deliveredAt },
      given.map((person, i) => ({ personId: person.personId, items: person.itemsGiven, line: lines[i]! })),
    )
    await enqueueMail(tx, ctx, {
      bodyId: head.recipientId, kind: 'provision.delivered', dedupeKey: `provision.delivered:${provisionId}`,
      props: { provisionId, provisionNo: head.no, fromBody: head.bodyName },
    })
    await audit(tx, {
      action: 'provision.deliver', entity: 'provision', id: provisionId,
      detail: { recipient: head.recipientId, people: given.length, items: head.items.join(',') },
    })
    return ok({ people: given.length })
  })
}
