import { auditRead } from '#app/platform/audit.server.ts'
import { fromDateColumn } from '#app/platform/db/days.ts'
import { withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { nameSearchKey } from '#app/shared/kana.ts'
import { caseNumber } from './domain/case-number.ts'
import type { CaseState } from './domain/types.ts'
import type { CaseHead, CaseLineFacts } from './facts.ts'
import { caseHeads } from './store/case.server.ts'

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
