import { audit } from '#app/platform/audit.server.ts'
import { act, withActor } from '#app/platform/db/with-actor.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { checkPassword, shortest } from '../domain/password-rules.ts'
import { findLinkedAccount } from '../queries.server.ts'

/**
 * Sets the password of the person whom a one-use link (`account.password`) was mailed to, ends all their
 * sessions, and tells them by mail. Passwords for work are longer.
 */
export async function setPassword(
  ctx: Ctx,
  { password }: { password: string },
): Promise<Result<{ personId: string }>> {
  if (ctx.actor.kind !== 'link' || ctx.actor.purpose !== 'account.password') return refuse('notFound')
  const { linkHash } = ctx.actor
  const account = await withActor(ctx, (tx) => findLinkedAccount(tx, linkHash))
  if (!account) return refuse('notFound')
  const min = account.isStaff ? shortest.staff : shortest.personal
  const words = [...account.displayName.split(/[\s　]+/), account.loginEmail.split('@')[0] ?? '', 'yorisoi', 'よりそい']
  const wrong = checkPassword(password, { min, words: words.filter(Boolean) })
  if (wrong) return refuse(wrong, { field: 'password', detail: { min } })

  const hash = await hashPassword(password)
  return act(ctx, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`select app.set_password(${linkHash}::bytea, ${hash}) as id`
    const personId = rows[0]?.id
    if (!personId) return refuse('notFound')
    const changedAt = ctx.clock.now().toISOString()
    await enqueueMail(tx, ctx, {
      bodyId: account.bodyId, kind: 'account.passwordChanged', personId, props: { changedAt },
      dedupeKey: `account.passwordChanged:${personId}:${changedAt}`,
    })
    await audit(tx, { action: 'account.setPassword', entity: 'person', id: personId })
    return ok({ personId })
  })
}
