import { checkPassword, shortest } from '#app/features/directory/domain/password-rules.ts'
import { loginAddress } from '#app/features/directory/store.server.ts'
import { audit } from '#app/platform/audit.server.ts'
import { act, withActor } from '#app/platform/db/with-actor.server.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import type { LinkActor } from '#app/shared/actor.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse, type Result } from '#app/shared/result.ts'
import { findLinkedApplication } from '../queries/linked.server.ts'

export interface Confirmed {
  personId: string
  /** True when the account was opened now; an account that exists keeps its password. */
  isNew: boolean
}

/**
 * The holder of the mailed link confirms the application: the link is used up, the person and the
 * account are made (or found by the address that the link was mailed to) and the application is theirs.
 */
export async function confirmApplication(
  ctx: Ctx,
  { password }: { password: string | null },
): Promise<Result<Confirmed>> {
  const actor = ctx.actor
  if (actor.kind !== 'link' || actor.purpose !== 'application.confirm') return refuse('notFound')
  const found = await withActor(ctx, (tx) => findLinkedApplication(tx, actor.linkHash))
  if (!found) return refuse('wall.YN143')

  const { email, name, bodyName } = found
  const words = ['yorisoi', 'よりそい', bodyName, email.split('@')[0] ?? '', ...name.split(/\s+/), name]
  if (password !== null) {
    const wrong = checkPassword(password, { min: shortest.personal, words })
    if (wrong) return refuse(wrong, { field: 'password', detail: { min: shortest.personal } })
  }
  // Without a password only an account that exists is used; nobody can log in with this hash.
  const hash = password === null ? '' : await hashPassword(password)
  return write(ctx, actor, loginAddress(email), hash)
}

async function write(ctx: Ctx, actor: LinkActor, email: string, hash: string): Promise<Result<Confirmed>> {
  return act(ctx, async (tx) => {
    const rows = await tx.$queryRaw<{ applicationId: string; bodyId: string; personId: string; isNew: boolean }[]>`
      select application_id as "applicationId", body_id as "bodyId", person_id as "personId", is_new as "isNew"
        from app.confirm_application(${actor.linkHash}::bytea, ${ctx.ids.next()}::uuid, ${email}, ${hash})`
    const done = rows[0]
    if (!done) return refuse('wall.YN143')
    if (done.isNew && hash === '') return refuse('account.needsPassword', { field: 'password' })
    await audit(tx, {
      action: 'application.confirm', entity: 'application', id: done.applicationId, bodyId: done.bodyId,
      detail: { newAccount: done.isNew },
    })
    return ok({ personId: done.personId, isNew: done.isNew })
  })
}
