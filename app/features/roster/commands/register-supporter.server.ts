import { consentFor } from '#app/features/consent/access.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import { act, type Tx } from '#app/platform/db/with-actor.server.ts'
import { sealOptional } from '#app/platform/fields.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { endOfFiscalYear, fiscalYear } from '#app/shared/fiscal-year.ts'
import { kanaSortKey, nameSearchKey } from '#app/shared/kana.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { registrationNo } from '../store/numbers.ts'

export interface RegisterSupporter {
  consentId: string
  name: string
  kana: string
  workingName: string | null
  homeArea: string
  phone: string | null
  address: string | null
}

/**
 * Puts a supporter on the roster until 31 March: only after completion and a signed consent of this body
 * (S3 第3-2(2)イ; N1). Phone and address are kept only where the person allowed them.
 * @returns the registration number, which is also mailed
 */
export async function registerSupporter(
  ctx: Ctx,
  input: RegisterSupporter,
): Promise<Result<{ entryId: string; registrationNo: string }>> {
  return act(ctx, async (tx) => {
    const consent = await consentFor(tx, ctx, 'roster.register', input.consentId)
    if (!consent) return refuse('notFound')
    if (consent.state !== 'signed') return refuse('roster.notSigned')
    const { bodyId, personId } = consent
    const today = ctx.clock.today()
    const year = fiscalYear(today)
    const completion = await tx.completion.findFirst({
      where: { bodyId, personId, voidedAt: null }, orderBy: { completedOn: 'desc' }, select: { id: true },
    })
    if (!completion) return refuse('roster.notCompleted')
    const live = await tx.rosterEntry.count({ where: { bodyId, personId, fiscalYear: year, state: { not: 'ended' } } })
    if (live > 0) return refuse('roster.already')
    const id = ctx.ids.next()
    const no = await takeNumber(tx, bodyId, year)
    const validTo = endOfFiscalYear(year)
    const { choices } = consent
    await tx.rosterEntry.createMany({
      data: [
        {
          id, bodyId, personId, completionId: completion.id, consentId: consent.id,
          fiscalYear: year, registrationNo: no, state: 'active',
          validFrom: toDateColumn(today), validTo: toDateColumn(validTo),
          name: input.name, kana: input.kana,
          kanaSort: kanaSortKey(input.kana), nameSearch: nameSearchKey(input.name),
          workingName: input.workingName, homeArea: input.homeArea, isPeer: choices.peer,
          phoneEnc: choices.phone ? sealOptional('roster_entry.phone', id, input.phone) : null,
          addressEnc: choices.address ? sealOptional('roster_entry.address', id, input.address) : null,
        },
      ],
    })
    const label = registrationNo(year, no)
    await enqueueMail(tx, ctx, {
      bodyId, personId, kind: 'roster.registered', dedupeKey: `roster.registered:${id}`,
      props: { registrationNo: label, validTo },
    })
    await audit(tx, { action: 'roster.register', entity: 'roster_entry', id, detail: { registrationNo: label, consent: consent.id } })
    return ok({ entryId: id, registrationNo: label })
  })
}

async function takeNumber(tx: Tx, bodyId: string, year: number): Promise<number> {
  const rows = await tx.$queryRaw<{ no: number }[]>`select app.next_no(${bodyId}::uuid, 'registration', ${year}::int) as no`
  return rows[0]!.no
}
