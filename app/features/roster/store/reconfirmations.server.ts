import { settingOf } from '#app/features/directory/queries.server.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { Answer } from '../domain/reconfirmation-lifecycle.ts'

/** What somebody who goes on says; empty for who rests or declines. */
export interface Availability {
  areas: string[]
  weekdays: string[]
  parts: string[]
  steps: string[]
  monthlyCap: number | null
}

/** Parts of the municipality that can be chosen; its name alone where it has named none. */
export async function areasOf(tx: Tx, bodyId: string, today: TokyoDay): Promise<string[]> {
  const setting = await settingOf(tx, bodyId, 'dispatch.areas', today)
  if (setting) return setting.areas
  const body = await tx.body.findUnique({ where: { id: bodyId }, select: { name: true } })
  return body ? [body.name] : []
}

/** The anchor first: the consent that a withdrawal locks (data-model §5). @throws YN080 for a foreign one */
export async function holdConsent(tx: Tx, reconfirmationId: string): Promise<void> {
  await tx.$queryRaw`select app.hold_consent(${reconfirmationId}::uuid)::text`
}

interface Owner {
  id: string
  bodyId: string
  personId: string
}

/** Writes where, when and what; replaces what stood before. Nothing stands for who does not go on. */
export async function writeAvailability(tx: Tx, owner: Owner, answer: Answer, said: Availability): Promise<void> {
  const { id: reconfirmationId, bodyId, personId } = owner
  const key = { reconfirmationId, bodyId, personId }
  await tx.reconfirmationArea.deleteMany({ where: { reconfirmationId } })
  await tx.reconfirmationSlot.deleteMany({ where: { reconfirmationId } })
  await tx.reconfirmationStep.deleteMany({ where: { reconfirmationId } })
  if (answer !== 'willing') return
  await tx.reconfirmationArea.createMany({ data: said.areas.map((area) => ({ ...key, area })) })
  const slots = said.weekdays.flatMap((day) => said.parts.map((part) => ({ ...key, weekday: Number(day), part })))
  await tx.reconfirmationSlot.createMany({ data: slots })
  await tx.reconfirmationStep.createMany({ data: said.steps.map((step) => ({ ...key, ladder: Number(step) })) })
}
