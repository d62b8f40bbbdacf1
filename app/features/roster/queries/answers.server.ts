import { may } from '#app/access/policy.ts'
import { deskOf } from '#app/features/directory/queries.server.ts'
import { auditRead } from '#app/platform/audit.server.ts'
import { fromOptionalDate, toDateColumn } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { provisionNo } from '../store/numbers.ts'
import { areasOf } from '../store/reconfirmations.server.ts'
import { dispatchStatus } from '../store/standing.server.ts'
import type { AnswerBoard, AnswerRow, AskedQuestion, ReconfirmationState } from '../views.ts'

/** Everybody on the accepted rosters with this year's answer to the acting municipality; audited. */
export async function getAnswerBoard(ctx: Ctx): Promise<AnswerBoard | null> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !may(actor, 'reconfirmation.view', { bodyId: actor.bodyId })) return null
  const { bodyId } = actor
  return withActor(ctx, async (tx) => {
    const today = ctx.clock.today()
    const rows = await answerRows(tx, bodyId, today)
    const toAccept = await tx.provision.count({ where: { recipientId: bodyId, state: 'delivered' } })
    const body = await tx.body.findUniqueOrThrow({ where: { id: bodyId }, select: { name: true } })
    const status = await dispatchStatus(tx, bodyId, today)
    const areas = await areasOf(tx, bodyId, today)
    await auditRead(tx, { action: 'reconfirmation.list', entity: 'body', id: bodyId, detail: { rows: rows.length } })
    return { municipality: { id: bodyId, name: body.name, status }, rows, areas, toAccept, today }
  })
}

async function answerRows(tx: Tx, bodyId: string, today: TokyoDay): Promise<AnswerRow[]> {
  const profiles = await tx.provisionProfile.findMany({
    where: {
      recipientId: bodyId, hiddenAt: null,
      entry: { recallRequestedAt: null, provision: { state: 'received', expiresOn: { gte: toDateColumn(today) } } },
    },
    orderBy: [{ kanaSort: 'asc' }, { entryId: 'asc' }],
    include: { entry: { select: { releasedAt: true, provision: { select: { fiscalYear: true, no: true } } } } },
  })
  const answers = await thisYears(tx, bodyId, today)
  const answerOf = new Map(answers.map((row) => [row.personId, row]))
  const newest = new Map(profiles.map((row) => [row.personId, row]))
  for (const row of profiles) {
    const kept = newest.get(row.personId)!
    if ((row.entry.releasedAt ?? 0) > (kept.entry.releasedAt ?? 0)) newest.set(row.personId, row)
  }
  return [...newest.values()].map((row) => ({
    entryId: row.entryId,
    personId: row.personId,
    name: row.name,
    kana: row.kana,
    workingName: row.workingName,
    provisionNo: provisionNo(row.entry.provision.fiscalYear, row.entry.provision.no),
    reconfirmation: toAnswer(answerOf.get(row.personId)),
  }))
}

async function thisYears(tx: Tx, bodyId: string, today: TokyoDay) {
  return tx.reconfirmation.findMany({
    where: { bodyId, fiscalYear: fiscalYear(today), revokedAt: null },
    include: { reconfirmationAreas: true, reconfirmationSlots: true, reconfirmationSteps: true },
  })
}

type Answered = Awaited<ReturnType<typeof thisYears>>[number]

function toAnswer(row: Answered | undefined): AnswerRow['reconfirmation'] {
  if (!row) return null
  return {
    id: row.id,
    version: row.version,
    state: row.state as ReconfirmationState,
    askedAt: row.createdAt,
    dueOn: fromOptionalDate(row.dueOn),
    answeredAt: row.answeredAt,
    remindedAt: row.remindedAt,
    channel: row.channel,
    areas: row.reconfirmationAreas.map(({ area }) => area),
    slots: row.reconfirmationSlots.map(({ weekday, part }) => ({ weekday, part })),
    steps: row.reconfirmationSteps.map(({ ladder }) => ladder).sort((a, b) => a - b),
    monthlyCap: row.monthlyCap,
  }
}

/** The question behind the mailed link; null when it was taken back or is not there. */
export async function getAskedQuestion(ctx: Ctx): Promise<AskedQuestion | null> {
  const { actor } = ctx
  if (actor.kind !== 'link' || !actor.personId) return null
  return withActor(ctx, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      select id from app.link_reconfirmation(${actor.linkHash}::bytea)`
    const asked = rows[0] && (await tx.reconfirmation.findUnique({
      where: { id: rows[0].id }, include: { body: { select: { name: true } } },
    }))
    if (!asked || asked.revokedAt || !may(actor, 'reconfirmation.answer', asked)) return null
    const today = ctx.clock.today()
    return {
      id: asked.id,
      bodyName: asked.body.name,
      dueOn: fromOptionalDate(asked.dueOn),
      state: asked.state as ReconfirmationState,
      areas: await areasOf(tx, asked.bodyId, today),
      desk: await deskOf(tx, asked.bodyId, today),
    }
  })
}
