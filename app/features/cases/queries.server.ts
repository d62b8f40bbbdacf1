import { may } from '#app/access/policy.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import { openOptional } from '#app/platform/fields.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { isUuid } from '#app/shared/ids.ts'
import { nameSearchKey } from '#app/shared/kana.ts'
import { caseNumber } from './domain/case-number.ts'
import { relations, ruleCodes } from './domain/types.ts'
import type { CaseState, Relation, RuleCode } from './domain/types.ts'
import { contactsOf } from './store/contact.server.ts'
import type {
  CaseFacts, CaseHead, CaseLineFacts, ContactDeskFacts, HearingDeskFacts, Member, Rule,
} from './facts.ts'
import { ruleWords } from './messages/words.ts'
import { hearingsOf } from './store/hearing.server.ts'
import { caseHead, caseHeads, staffNames } from './store/case.server.ts'

/** Contacts beside the phone-call form. */
const beside = 3

/** Case heads of the body that the desk may see, searched by number or the name the house uses. */
export async function listCases(ctx: Ctx, filter: { state: CaseState; q: string }): Promise<CaseLineFacts[]> {
  return withActor(ctx, async (tx) => {
    const heads = (await caseHeads(tx, ctx, { state: filter.state })).filter((head) => matches(head, filter.q))
    const ids = heads.map((head) => head.id)
    const due = await tx.hearingSheet.findMany({
      where: { caseId: { in: ids }, heldOn: null },
      select: { caseId: true, dueOn: true },
    })
    const contacts = await tx.contact.findMany({
      where: { caseId: { in: ids }, voidedAt: null },
      select: { caseId: true, contactVersions: { select: { heldAt: true } } },
    })
    await auditRead(tx, { action: 'case.list', entity: 'support_case', id: 'list', detail: { rows: heads.length } })
    return heads.map((head) => {
      const dueOn = due.find((sheet) => sheet.caseId === head.id)?.dueOn
      const times = contacts.flatMap((one) =>
        one.caseId === head.id ? one.contactVersions.map(({ heldAt }) => heldAt.getTime()) : [],
      )
      return {
        head,
        hearingDueOn: dueOn ? fromDateColumn(dueOn) : null,
        lastContactAt: times.length > 0 ? new Date(Math.max(...times)) : null,
      }
    })
  })
}

function matches(head: CaseHead, q: string): boolean {
  const key = nameSearchKey(q)
  return key === '' || nameSearchKey(head.alias).includes(key) || caseNumber(head.fiscalYear, head.no).includes(q.trim())
}

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

/** The household of a case, opened; only within the caseload. */
export async function membersOf(tx: Tx, caseId: string): Promise<Member[]> {
  const rows = await tx.casePerson.findMany({
    where: { caseId },
    include: { casePersonPrivate: true },
  })
  const inOrder = rows.sort((a, b) => placeOf(a.relation) - placeOf(b.relation))
  return inOrder.map((row) => {
    const [sealed] = row.casePersonPrivate
    return {
      id: row.id,
      relation: row.relation as Relation,
      callName: row.callName,
      name: openOptional('case_person_private.name', row.id, sealed?.nameEnc ?? null),
      phone: openOptional('case_person_private.phone', row.id, sealed?.phoneEnc ?? null),
      address: openOptional('case_person_private.address', row.id, sealed?.addressEnc ?? null),
    }
  })
}

/** The rules of contact in words, as another desk that calls or writes is told them. */
export async function wordedRules(tx: Tx, caseId: string): Promise<{ name: string; text: string }[]> {
  return (await rulesOf(tx, caseId)).map(({ code, note }) => ({ name: ruleWords[code].name, text: note ?? ruleWords[code].text }))
}

/** The person first, then as households are listed. */
function placeOf(relation: string): number {
  return relations.findIndex((known) => known === relation)
}

/** The rules of contact in force; nothing outside the caseload. */
export async function rulesOf(tx: Tx, caseId: string): Promise<Rule[]> {
  const rows = await tx.contactRule.findMany({ where: { caseId, endedAt: null } })
  const inOrder = rows.sort((a, b) => ruleCodes.findIndex((code) => code === a.rule) - ruleCodes.findIndex((code) => code === b.rule))
  return inOrder.map((row) => ({
    code: row.rule as RuleCode,
    note: openOptional('contact_rule.note', row.id, row.noteEnc),
  }))
}
