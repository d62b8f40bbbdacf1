import { toDateColumn } from '#app/platform/db/days.ts'
import { sqlStateOf } from '#app/platform/db/sql-state.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { fiscalYear } from '#app/shared/fiscal-year.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'

/** One supporter asked by one municipality for one year. */
export interface Question {
  id: string
  bodyId: string
  personId: string
  provisionEntryId: string
  fiscalYear: number
  state: 'asked'
  dueOn: TokyoDay
  createdAt: Date
}

interface ToAsk {
  personId: string
  entryId: string
  fiscalYear: number
}

/** People on accepted rosters in force who were not asked this year, each once, by the newest roster. */
export async function peopleToAsk(tx: Tx, bodyId: string, today: TokyoDay): Promise<ToAsk[]> {
  const year = fiscalYear(today)
  const entries = await tx.provisionEntry.findMany({
    where: {
      recipientId: bodyId,
      recallRequestedAt: null,
      provision: { state: 'received', expiresOn: { gte: toDateColumn(today) } },
    },
    orderBy: [{ personId: 'asc' }, { releasedAt: 'desc' }],
    select: { id: true, personId: true },
  })
  const asked = await tx.reconfirmation.findMany({ where: { bodyId, fiscalYear: year, revokedAt: null }, select: { personId: true } })
  const seen = new Set(asked.map((row) => row.personId))
  return entries.flatMap(({ id, personId }) => {
    if (seen.has(personId)) return []
    seen.add(personId)
    return [{ personId, entryId: id, fiscalYear: year }]
  })
}

/**
 * Writes one question. @returns false, with everything else untouched, when the database says that the
 * person is not available now (withdrawn, resting, expired): the asker learns no more than that.
 */
export async function addQuestion(
  tx: Tx,
  question: Question,
): Promise<boolean> {
  await tx.$executeRaw`savepoint question`
  try {
    await tx.reconfirmation.createMany({ data: [{ ...question, dueOn: toDateColumn(question.dueOn) }] })
    await tx.$executeRaw`release savepoint question`
    return true
  } catch (error) {
    if (sqlStateOf(error)?.code !== 'YN101') throw error
    await tx.$executeRaw`rollback to savepoint question`
    return false
  }
}
