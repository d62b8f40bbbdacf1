import { shortest } from '#app/features/directory/domain/password-rules.ts'
import { deskOf, hasAccount } from '#app/features/directory/queries.server.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { receiptNo } from '#app/shared/receipt-no.ts'
import { openEmail } from '../store.server.ts'

/** What the holder of an unused confirmation link may know. */
export async function findLinkedApplication(tx: Tx, linkHash: Uint8Array) {
  const rows = await tx.$queryRaw<{
    id: string
    bodyName: string
    bodyId: string
    courseTitle: string
    name: string
    receiptFy: number
    receiptNo: number
    emailEnc: Uint8Array | null
  }[]>`
    select application_id as id, body_id as "bodyId", body_name as "bodyName", course_title as "courseTitle", name,
           receipt_fy as "receiptFy", receipt_no as "receiptNo", email_enc as "emailEnc"
      from app.link_application(${linkHash}::bytea)`
  const row = rows[0]
  return row ? { ...row, email: openEmail(row.id, row.emailEnc) } : null
}

/** The page of whoever opened the confirmation link: what they confirm, and whether they have an account. */
export async function getLinkedApplication(ctx: Ctx) {
  const { actor } = ctx
  if (actor.kind !== 'link') return null
  const found = await withActor(ctx, async (tx) => {
    const linked = await findLinkedApplication(tx, actor.linkHash)
    return linked && { ...linked, desk: await deskOf(tx, linked.bodyId, ctx.clock.today()) }
  })
  if (!found) return null
  const facts = [
    { name: '研修', value: found.courseTitle },
    { name: '受付番号', value: receiptNo(found.receiptFy, 'KJ', found.receiptNo) },
    { name: 'お名前', value: found.name },
    { name: 'メール', value: found.email, isMail: true },
  ]
  const known = await hasAccount(found.email)
  return { desk: found.desk, email: found.email, facts, hasAccount: known, shortest: shortest.personal }
}
