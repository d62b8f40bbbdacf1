import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { endOfFiscalYear, fiscalYear } from '#app/shared/fiscal-year.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { mayReceive } from '../domain/eligibility.ts'
import type { ProvidedItem } from '../domain/items.ts'
import { municipalitiesOf } from '../store/standing.server.ts'
import { termsInForce } from '../store/terms.server.ts'

export interface PrepareProvision {
  recipientId: string
  purpose: string
  items: ProvidedItem[]
}

/**
 * Makes a provision ready: to one municipality that runs dispatch or is about to (S3 第3-2(2)イ), for a
 * purpose, with chosen items and the handling terms in force. Nobody is handed over yet.
 */
export async function prepareProvision(
  ctx: Ctx,
  { recipientId, purpose, items }: PrepareProvision,
): Promise<Result<{ provisionId: string }>> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !may(actor, 'provision.prepare', { bodyId: actor.bodyId })) return refuse('notAllowed')
  const { bodyId } = actor
  return act(ctx, async (tx) => {
    const today = ctx.clock.today()
    const municipalities = await municipalitiesOf(tx, bodyId, today)
    const recipient = municipalities.find((one) => one.id === recipientId)
    if (!recipient || !mayReceive(recipient.status)) {
      return refuse('provision.cannotReceive', { field: 'recipientId' })
    }
    const terms = await termsInForce(tx, bodyId, today)
    if (!terms) return refuse('provision.noTerms')
    const year = fiscalYear(today)
    const rows = await tx.$queryRaw<{ no: number }[]>`select app.next_no(${bodyId}::uuid, 'provision', ${year}::int) as no`
    const id = ctx.ids.next()
    await tx.provision.createMany({
      data: [
        {
          id, bodyId, recipientId, fiscalYear: year, no: rows[0]!.no, purpose, state: 'prepared',
          expiresOn: toDateColumn(endOfFiscalYear(year)), termsId: terms.id, createdAt: ctx.clock.now(),
        },
      ],
    })
    await tx.provisionItem.createMany({
      data: items.map((item) => ({ provisionId: id, bodyId, recipientId, item })),
    })
    await audit(tx, { action: 'provision.prepare', entity: 'provision', id, detail: { recipient: recipientId, items: items.join(',') } })
    return ok({ provisionId: id })
  })
}
