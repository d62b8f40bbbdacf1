import { auditRead } from '#app/platform/audit.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import type { Prisma } from '#app/platform/db/generated/client.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { nameSearchKey } from '#app/shared/kana.ts'
import type { CaseListFacts, CaseListFilter } from '../facts.ts'
import { caseHeads, newestCaseFirst } from '../store/case.server.ts'

/** Rows on a page. */
export const pageSize = 25

/**
 * One page of the case heads of the body that the desk may see, the newest first, found by number or by the name the
 * house uses. The number of statements does not depend on the number of rows.
 */
export async function listCases(ctx: Ctx, filter: CaseListFilter): Promise<CaseListFacts> {
  return withActor(ctx, async (tx) => {
    const { total, where, skip } = await found(tx, filter)
    const heads = await caseHeads(tx, ctx, where, { skip, take: pageSize })
    const ids = heads.map((head) => head.id)
    const due = await tx.hearingSheet.findMany({
      where: { caseId: { in: ids }, heldOn: null },
      select: { caseId: true, dueOn: true },
    })
    const last = await tx.$queryRaw<{ case_id: string; at: Date }[]>`
      select c.case_id, max(v.held_at) as at
        from contact c join contact_version v on v.contact_id = c.id and v.no = c.current_no
       where c.case_id = any(${ids}::uuid[]) and c.voided_at is null
       group by c.case_id`
    await auditRead(tx, { action: 'case.list', entity: 'support_case', id: 'list', detail: { page: filter.page, rows: heads.length } })
    return {
      total,
      lines: heads.map((head) => {
        const dueOn = due.find((sheet) => sheet.caseId === head.id)?.dueOn
        return {
          head,
          hearingDueOn: dueOn ? fromDateColumn(dueOn) : null,
          lastContactAt: last.find((contact) => contact.case_id === head.id)?.at ?? null,
        }
      }),
    }
  })
}

/** How many there are and which of them stand on the page. */
async function found(
  tx: Tx,
  { state, number, name, page }: CaseListFilter,
): Promise<{ total: number; where: Prisma.SupportCaseWhereInput; skip: number }> {
  const skip = (page - 1) * pageSize
  if (number === 'unknown') return { total: 0, where: { id: { in: [] } }, skip: 0 }
  const where = { state, ...(number && { no: number.no, ...(number.fiscalYear && { fiscalYear: number.fiscalYear }) }) }
  if (!name) return { total: await tx.supportCase.count({ where }), where, skip }
  // How names are folded (kana, widths, variants of letters) has no twin in SQL: the names alone are read for it.
  const names = await tx.supportCase.findMany({ where, select: { id: true, alias: true }, orderBy: newestCaseFirst })
  const key = nameSearchKey(name)
  const ids = names.filter(({ alias }) => nameSearchKey(alias).includes(key)).map(({ id }) => id)
  return { total: ids.length, where: { id: { in: ids.slice(skip, skip + pageSize) } }, skip: 0 }
}
