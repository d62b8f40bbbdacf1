import { contactTree, deskOf } from '#app/features/directory/queries.server.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { openOptional } from '#app/platform/fields.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { endOfFiscalYear, fiscalYear } from '#app/shared/fiscal-year.ts'
import type { PlanText } from '../domain/plan-text.ts'
import { usualDonts, usualShares } from '../messages/plan.ts'
import { loadBounds } from './plans.server.ts'

const mostContacts = 8
const longestContact = 70

/**
 * What a plan begins with: the purpose as the client put it, the contacts of the body's own tree, and what is usual.
 * Everything of it can be changed before anybody sees it.
 */
export async function firstDraft(
  tx: Tx,
  ctx: Ctx,
  { bodyId, requestId }: { bodyId: string; requestId: string },
): Promise<PlanText> {
  const today = ctx.clock.today()
  const request = await tx.dispatchRequest.findUniqueOrThrow({ where: { id: requestId }, select: { purposeEnc: true } })
  const bounds = await loadBounds(tx, requestId)
  const desk = await deskOf(tx, bodyId, today)
  const { no, steps } = await contactTree(tx, bodyId, today)
  const contacts = no > 0 ? steps : (desk ? [{ name: desk.name, phone: desk.phone ?? '', hours: desk.hours ?? '' }] : [])
  return {
    purpose: openOptional('dispatch_request.purpose', requestId, request.purposeEnc) ?? '',
    from: today,
    to: endOfFiscalYear(fiscalYear(today)),
    frequency: '',
    place: '',
    dos: '',
    donts: usualDonts,
    emergency: contacts.slice(0, mostContacts)
      .map(({ name, phone, hours }) => [name, phone, hours].filter((part) => part !== '').join('　').slice(0, longestContact))
      .join('\n'),
    shares: usualShares,
    ladder: bounds?.ladderMax ?? 1,
  }
}
