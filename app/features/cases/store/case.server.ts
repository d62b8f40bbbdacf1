import { hmac } from '#app/platform/crypto.server.ts'
import { fromDateColumn, toDateColumn } from '#app/platform/db/days.ts'
import type { Prisma } from '#app/platform/db/generated/client.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { sealOptional } from '#app/platform/fields.server.ts'
import { here } from '#app/platform/here.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { plainCode } from '#app/shared/kana.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { standing } from '../domain/access.ts'
import type { CaseState, Relation, RuleCode } from '../domain/types.ts'
import type { CaseHead } from '../facts.ts'

/** A member of the household as it is written. */
export interface NewMember {
  relation: Relation
  callName: string
  name: string | null
  phone: string | null
  address: string | null
}

/** The names of the staff of the acting body, by person. */
export async function staffNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ person_id: string; display_name: string }[]>`
    select person_id, display_name from app.staff_of_body()`
  return new Map(rows.map((row) => [row.person_id, row.display_name]))
}

/** The order of every list of cases. */
export const newestCaseFirst: Prisma.SupportCaseOrderByWithRelationInput[] = [{ fiscalYear: 'desc' }, { no: 'desc' }]

/**
 * Heads of cases with how the reader stands to each, in as many statements whatever their number. What the
 * reader may not even see by its head (restricted, another body's) is not there.
 */
export async function caseHeads(
  tx: Tx,
  ctx: Ctx,
  where: Prisma.SupportCaseWhereInput,
  slice: { skip?: number; take?: number } = {},
): Promise<CaseHead[]> {
  const rows = await tx.supportCase.findMany({
    ...slice,
    where,
    include: { caseAssignments: { where: { endedAt: null }, orderBy: [{ isDeputy: 'asc' }, { startsOn: 'asc' }] } },
    orderBy: newestCaseFirst,
  })
  const now = ctx.clock.now()
  const me = ctx.actor.kind === 'staff' ? ctx.actor.personId : ''
  const grants = await tx.accessGrant.findMany({
    where: { personId: me, caseId: { in: rows.map((row) => row.id) }, expiresAt: { gt: now } },
    select: { caseId: true, expiresAt: true },
  })
  const names = await staffNames(tx)
  return rows.map((row) => {
    const assigned = row.caseAssignments.map((one) => one.personId)
    const until = grants.find((grant) => grant.caseId === row.id)?.expiresAt ?? null
    const stands = standing(assigned.includes(me), until, now)
    return {
      id: row.id,
      bodyId: row.bodyId,
      alias: row.alias,
      fiscalYear: row.fiscalYear,
      no: row.no,
      state: row.state as CaseState,
      restricted: row.restricted,
      openedOn: fromDateColumn(row.openedOn),
      version: row.version,
      standing: stands,
      coordinatorIds: stands === 'opened' ? [...assigned, me] : assigned,
      inCharge: assigned.map((id) => names.get(id) ?? '前の担当'),
    }
  })
}

/** One case's head, or null. */
export async function caseHead(tx: Tx, ctx: Ctx, caseId: string): Promise<CaseHead | null> {
  return (await caseHeads(tx, ctx, { id: caseId }))[0] ?? null
}

/** Writes the head of a new case, its first spell and who is in charge; in this order, so that the rest may follow. */
export async function insertCase(
  tx: Tx,
  ctx: Ctx,
  row: { id: string; bodyId: string; fiscalYear: number; no: number; alias: string; restricted: boolean; personId: string },
): Promise<void> {
  const { id, bodyId, fiscalYear, no, alias, restricted, personId } = row
  const openedOn = toDateColumn(ctx.clock.today())
  await tx.supportCase.createMany({
    data: [{ id, bodyId, fiscalYear, no, alias, restricted, state: 'open', openedOn }],
  })
  await tx.caseAssignment.createMany({
    data: [{ id: ctx.ids.next(), bodyId, caseId: id, personId, startsOn: openedOn }],
  })
  await tx.casePeriod.createMany({ data: [{ id: ctx.ids.next(), bodyId, caseId: id, openedOn }] })
}

/** The look-up key of a client's phone; made with a key that supporters' numbers never meet. */
function phoneIndex(phone: string): Uint8Array<ArrayBuffer> {
  return hmac(here().keys.clientIndex, `phone:${plainCode(phone).replace(/-/g, '')}`)
}

/** Writes the household; names, phones and addresses sealed. @returns ids in the order given */
export async function insertMembers(
  tx: Tx,
  ctx: Ctx,
  of: { caseId: string; bodyId: string },
  members: NewMember[],
): Promise<string[]> {
  const rows = members.map((member) => ({ ...member, id: ctx.ids.next() }))
  await tx.casePerson.createMany({
    data: rows.map(({ id, relation, callName }) => ({ ...of, id, relation, callName })),
  })
  await tx.casePersonPrivate.createMany({
    data: rows.map(({ id, name, phone, address }) => ({
      casePersonId: id,
      bodyId: of.bodyId,
      nameEnc: sealOptional('case_person_private.name', id, name),
      phoneEnc: sealOptional('case_person_private.phone', id, phone),
      addressEnc: sealOptional('case_person_private.address', id, address),
      phoneBidx: phone ? phoneIndex(phone) : null,
    })),
  })
  return rows.map(({ id }) => id)
}

/** Writes the rules of contact. */
export async function insertRules(
  tx: Tx,
  ctx: Ctx,
  of: { caseId: string; bodyId: string },
  rules: { code: RuleCode; note: string | null }[],
): Promise<void> {
  const rows = rules.map(({ code, note }) => ({ id: ctx.ids.next(), code, note }))
  await tx.contactRule.createMany({
    data: rows.map(({ id, code, note }) => ({
      ...of, id, rule: code, noteEnc: sealOptional('contact_rule.note', id, note),
    })),
  })
}

/** The next number of a series of the acting body, without gaps. */
export async function nextNumber(tx: Tx, bodyId: string, kind: string, fiscalYear: number): Promise<number> {
  const rows = await tx.$queryRaw<{ no: number }[]>`select app.next_no(${bodyId}::uuid, ${kind}, ${fiscalYear}::int) as no`
  return rows[0]!.no
}

/** A Tokyo day as a `date` column takes it; nothing stays nothing. */
export function optionalDateColumn(day: TokyoDay | null): Date | null {
  return day && toDateColumn(day)
}
