import { hasRole } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { type TokyoDay, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { isOpenCase } from '../domain/lifecycle.ts'
import type { ContactKind, ContactMethod, ContactPartner, Reach } from '../domain/types.ts'
import { insertContact } from '../store/contact.server.ts'
import { caseHead } from '../store/case.server.ts'

/** One contact as the desk writes it down. */
export interface RecordContact {
  caseId: string
  /** No name was asked for: it is counted, and hangs on no case (S1 匿名). */
  anonymous: boolean
  on: TokyoDay
  /** Tokyo clock time, '14:30'. */
  at: string
  minutes: number
  partners: ContactPartner[]
  methods: ContactMethod[]
  reached: Reach
  kind: ContactKind
  summary: string
  nextStep: string
  nextOn: TokyoDay | null
  promise: string | null
}

/** Writes a contact into the record (S0 8条(3): every contact is a record; corrected only by a new version). */
export async function recordContact(ctx: Ctx, input: RecordContact): Promise<Result<{ contactId: string }>> {
  const { actor } = ctx
  if (!hasRole(actor, 'coordinator') || !isUuid(input.caseId)) return refuse('notFound')
  const heldAt = tokyoInstant(input.on, input.at)
  if (heldAt > ctx.clock.now()) return refuse('case.inFuture', { field: 'on' })
  return act(ctx, async (tx) => {
    const head = await caseHead(tx, ctx, input.caseId)
    if (!head || !may(actor, 'contact.record', head)) return refuse('notFound')
    if (!isOpenCase(head.state) && !input.anonymous) return refuse('case.closed')
    const contactId = ctx.ids.next()
    const caseId = input.anonymous ? null : head.id
    await insertContact(tx, { ...input, id: contactId, bodyId: actor.bodyId, caseId, heldAt, recordedBy: actor.personId })
    const { methods, partners, reached, minutes } = input
    const detail = { methods: methods.length, partners: partners.length, reached, minutes, case: caseId }
    await audit(tx, { action: 'contact.record', entity: 'contact', id: contactId, detail })
    return ok({ contactId })
  })
}
