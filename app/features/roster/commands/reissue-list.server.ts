import { audit } from '#app/platform/audit.server.ts'
import { act } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { issueList, standingLines } from '../store/printed-list.server.ts'
import { headFor } from '../store/provisions.server.ts'

/** Draws the printed list anew after somebody on it withdrew: the old one is void from that instant. */
export async function reissueList(ctx: Ctx, { provisionId }: { provisionId: string }): Promise<Result<null>> {
  return act(ctx, async (tx) => {
    const head = await headFor(tx, ctx, 'provision.deliver', provisionId)
    if (!head) return refuse('notFound')
    if (head.state === 'prepared') return refuse('provision.notDelivered')
    if (head.documentId) return refuse('provision.listStands')
    const people = await standingLines(tx, head)
    if (people.length === 0) return refuse('provision.nobody')
    const documentId = await issueList(tx, ctx, head, people)
    await audit(tx, { action: 'provision.reissueList', entity: 'provision', id: provisionId, detail: { document: documentId } })
    return ok(null)
  })
}
