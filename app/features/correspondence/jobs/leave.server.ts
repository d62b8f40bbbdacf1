import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import { mailGate } from '#app/platform/mail/gate.ts'
import { mailer } from '#app/platform/mail/mailer.server.ts'
import { here } from '#app/platform/here.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { ClaimedMail } from './claim.server.ts'
import { endMail, mayLeave, stillSending } from '../mail-queue.server.ts'

/** Once a mail may have left, nothing tries the transaction again: that would send it a second time. */
const once = { attempts: 1 }

/**
 * Sends a claimed mail, so that it and a client's stop can never pass each other (N8). PostgreSQL: a
 * transaction holds the dispatch while the mail server answers, which it must do in `sendingMs`; a stop
 * waits that long. The embedded database has one connection, on which a held transaction would stop the
 * whole house: there a gate in the process stands between the two.
 * @throws MailNotSent when it was not taken; the mail is then still this sender's
 */
export async function leave(ctx: Ctx, claimed: ClaimedMail): Promise<void> {
  if (here().engine === 'postgres') await leaveUnderLock(ctx, claimed)
  else await mailGate.during(() => leaveThroughGate(ctx, claimed))
}

async function leaveUnderLock(ctx: Ctx, claimed: ClaimedMail): Promise<void> {
  await withActor(
    ctx,
    async (tx) => {
      if (!(await isToLeave(tx, ctx, claimed))) return
      await mailer().send(claimed.letter)
      await hasLeft(tx, ctx, claimed)
    },
    once,
  )
}

async function leaveThroughGate(ctx: Ctx, claimed: ClaimedMail): Promise<void> {
  if (!(await withActor(ctx, (tx) => isToLeave(tx, ctx, claimed)))) return
  await mailer().send(claimed.letter)
  await withActor(ctx, (tx) => hasLeft(tx, ctx, claimed))
}

/** Looks once more, with the dispatch held: was there a stop since the claim, or did another sender take over? */
async function isToLeave(tx: Tx, ctx: Ctx, { id, leaseUntil }: ClaimedMail): Promise<boolean> {
  const free = await mayLeave(tx, id)
  if (!(await stillSending(tx, id, leaseUntil))) return false
  if (!free) await endMail(tx, id, { state: 'cancelled' }, ctx.clock.now())
  return free
}

async function hasLeft(tx: Tx, ctx: Ctx, { id, letter }: ClaimedMail): Promise<void> {
  await endMail(tx, id, { state: 'sent', messageId: letter.id }, ctx.clock.now())
}
