import { audit } from '#app/platform/audit.server.ts'
import { fromDateColumn, fromOptionalDate, toDateColumn } from '#app/platform/db/days.ts'
import { act, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Job } from '#app/platform/jobs/worker.server.ts'
import { issueLink } from '#app/platform/links.server.ts'
import { enqueueMail } from '#app/platform/outbox.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { ok, refuse } from '#app/shared/result.ts'
import { addDays, tokyoInstant } from '#app/shared/tokyo-day.ts'
import { isPastDue, isReminderDue, remindDaysBefore } from '../domain/asking.ts'
import { holdConsent } from '../store/reconfirmations.server.ts'

const atOnce = 50

/** Questions that want the one reminder, or whose last day has passed in silence. */
async function dueQuestions(ctx: Ctx): Promise<{ id: string; pastDue: boolean }[]> {
  const today = ctx.clock.today()
  const rows = await withActor(ctx, (tx) =>
    tx.reconfirmation.findMany({
      where: {
        state: 'asked', revokedAt: null, dueOn: { not: null, lte: toDateColumn(addDays(today, remindDaysBefore)) },
        OR: [{ remindedAt: null }, { dueOn: { lt: toDateColumn(today) } }],
      },
      orderBy: { dueOn: 'asc' },
      take: atOnce,
    }),
  )
  return rows.flatMap((row) => {
    const dueOn = fromOptionalDate(row.dueOn)
    if (!dueOn) return []
    const asked = { state: row.state, dueOn, reminded: row.remindedAt !== null, revoked: row.revokedAt !== null }
    const pastDue = isPastDue(asked, today)
    return pastDue || isReminderDue(asked, today) ? [{ id: row.id, pastDue }] : []
  })
}

/** Silence by the last day counts as no answer; the registration stays as it is. */
async function passDue(ctx: Ctx, id: string): Promise<boolean> {
  const done = await act(ctx, async (tx) => {
    const row = await tx.reconfirmation.findUnique({ where: { id } })
    if (!row) return refuse('notFound')
    const moved = await tx.reconfirmation.updateMany({
      where: { id, state: 'asked', version: row.version }, data: { state: 'noAnswer', version: row.version + 1 },
    })
    if (moved.count !== 1) return refuse('stale')
    await audit(tx, { action: 'reconfirmation.passDue', entity: 'reconfirmation', id, bodyId: row.bodyId })
    return ok(null)
  })
  return done.ok
}

/** Sends the question once more, with a link of its own. Whoever is not available now gets nothing. */
async function remind(ctx: Ctx, id: string): Promise<boolean> {
  const done = await act(ctx, async (tx) => {
    await holdConsent(tx, id)
    const row = await tx.reconfirmation.findUnique({ where: { id } })
    if (!row?.dueOn) return refuse('notFound')
    const dueOn = fromDateColumn(row.dueOn)
    const moved = await tx.reconfirmation.updateMany({
      where: { id, state: 'asked', remindedAt: null, revokedAt: null, version: row.version },
      data: { remindedAt: ctx.clock.now(), version: row.version + 1 },
    })
    if (moved.count !== 1) return refuse('stale')
    const { bodyId, personId } = row
    const expiresAt = tokyoInstant(addDays(dueOn, 1))
    const link = await issueLink(tx, ctx, { purpose: 'reconfirmation.answer', bodyId, personId, subjectId: id, expiresAt })
    await enqueueMail(tx, ctx, {
      bodyId, personId, kind: 'reconfirmation.reminder', dedupeKey: `reconfirmation.reminder:${id}`,
      props: { linkId: link.id, dueOn },
    })
    await audit(tx, { action: 'reconfirmation.remind', entity: 'reconfirmation', id, bodyId })
    return ok(null)
  })
  return done.ok
}

/** Reminds once before the last day and closes what was never answered. */
export const remindUnanswered: Job = {
  name: 'reconfirmations',
  everySeconds: 3600,
  async run(ctx) {
    let done = 0
    for (const { id, pastDue } of await dueQuestions(ctx)) {
      if (await (pastDue ? passDue(ctx, id) : remind(ctx, id))) done += 1
    }
    return done
  },
}
