import { withActor } from '#app/platform/db/with-actor.server.ts'
import { calmRound } from '#app/platform/jobs/calm.ts'
import type { Job } from '#app/platform/jobs/worker.server.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import { MailNotSent } from '#app/platform/mail/smtp.server.ts'
import { mailJob } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { claimMail } from './claim.server.ts'
import { afterFailure } from '../domain/delivery.ts'
import { leave } from './leave.server.ts'
import { dueMails, endMail, mayLeave } from '../mail-queue.server.ts'

/** Mails looked at in one round; after it, urgent ones that came meanwhile are first again. */
const roundSize = 20

/** Sends what is due in the outbox, one mail after the other; whoever waits for a page goes first. */
export const sendMail: Job = { name: mailJob, everySeconds: 5, run: sendDueMails }

async function sendDueMails(ctx: Ctx): Promise<number> {
  const ids = await withActor(ctx, (tx) => dueMails(tx, ctx.clock.now(), roundSize))
  const calm = calmRound()
  for (const id of ids) {
    await calm()
    try {
      const claimed = await claimMail(ctx, id)
      if (claimed) await leave(ctx, claimed)
    } catch (error) {
      await putBack(ctx, id, error)
    }
  }
  return ids.length
}

/** A sending that failed, or a mail that breaks the sender: later again, or given to the desk. */
async function putBack(ctx: Ctx, id: string, error: unknown): Promise<void> {
  const refused = error instanceof MailNotSent ? error : null
  const reason = refused?.reason ?? 'unexpected'
  if (refused) log.warn('mail.notSent', { mail: id, reason })
  else log.error('mail.unexpected', { mail: id, ...errorFields(error) })
  await withActor(ctx, async (tx) => {
    const now = ctx.clock.now()
    const free = await mayLeave(tx, id)
    const row = await tx.outbox.findUnique({ where: { id }, select: { attempts: true, state: true } })
    if (row?.state !== 'queued' && row?.state !== 'sending') return
    if (!free) return endMail(tx, id, { state: 'cancelled' }, now)
    // a sending counted itself when it began; a mail that broke the sender before that is counted here
    const attempts = row.state === 'sending' ? row.attempts : row.attempts + 1
    await endMail(tx, id, { ...afterFailure(attempts, refused?.forGood ?? false, now), error: reason, attempts }, now)
  })
}
