import { may } from '#app/access/policy.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { CaseFacts, CaseHead, ContactDeskFacts, HearingDeskFacts, Member, Rule } from '../facts.ts'
import { caseHead, staffNames } from '../store/case.server.ts'
import { contactsOf } from '../store/contact.server.ts'
import { hearingsOf } from '../store/hearing.server.ts'
import { membersOf, rulesOf } from '../store/household.server.ts'

/** Contacts beside the phone-call form. */
const beside = 3

/**
 * One case. Outside the caseload only its head, so that a caller can be found; the rest needs an
 * assignment or a written reason. Every look is in the audit trail.
 */
export async function getCase(ctx: Ctx, caseId: string): Promise<CaseFacts | { head: CaseHead } | null> {
  return opened(ctx, caseId, 'case.view', async (tx, head) => {
    const names = await staffNames(tx)
    return {
      head,
      members: await membersOf(tx, head.id),
      rules: await rulesOf(tx, head.id),
      contacts: await contactsOf(tx, head.id, names),
      hearings: await hearingsOf(tx, head.id, names),
    }
  })
}

/** What stands beside the phone-call form: rules, promises, the last contacts; null outside the caseload. */
export async function getContactDesk(ctx: Ctx, caseId: string): Promise<ContactDeskFacts | null> {
  const found = await opened(ctx, caseId, 'case.view', async (tx, head) => ({
    head,
    rules: await rulesOf(tx, head.id),
    recent: await contactsOf(tx, head.id, await staffNames(tx), beside),
  }))
  return found && 'recent' in found ? found : null
}

/** What stands beside the hearing form; null outside the caseload. */
export async function getHearingDesk(ctx: Ctx, caseId: string): Promise<HearingDeskFacts | null> {
  const found = await opened(ctx, caseId, 'case.view', async (tx, head) => ({
    head,
    rules: await rulesOf(tx, head.id),
    hearings: await hearingsOf(tx, head.id, await staffNames(tx)),
  }))
  return found && 'hearings' in found ? found : null
}

/** The household and the rules, as the form for a new wish needs them; null outside the caseload. */
export async function getHousehold(
  ctx: Ctx,
  caseId: string,
): Promise<{ head: CaseHead; members: Member[]; rules: Rule[] } | null> {
  const found = await opened(ctx, caseId, 'case.view', async (tx, head) => ({
    head,
    members: await membersOf(tx, head.id),
    rules: await rulesOf(tx, head.id),
  }))
  return found && 'members' in found ? found : null
}

async function opened<T>(
  ctx: Ctx,
  caseId: string,
  action: 'case.view',
  read: (tx: Tx, head: CaseHead) => Promise<T>,
): Promise<T | { head: CaseHead } | null> {
  if (!may(ctx.actor, 'case.list') || !isUuid(caseId)) return null
  return withActor(ctx, async (tx) => {
    const head = await caseHead(tx, ctx, caseId)
    if (!head || !may(ctx.actor, 'case.list', head)) return null
    const mine = may(ctx.actor, action, head)
    const found = mine ? await read(tx, head) : { head }
    await auditRead(tx, { action: mine ? action : 'case.viewHead', entity: 'support_case', id: head.id })
    return found
  })
}
