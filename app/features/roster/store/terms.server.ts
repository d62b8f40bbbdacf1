import type { z } from 'zod'
import { provisionSetting } from '#app/features/directory/settings.ts'
import { toDateColumn } from '#app/platform/db/days.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'

export type ProvisionTerms = z.infer<typeof provisionSetting>

/** The covering words and handling terms in force on a day, by the version that a provision keeps. */
export async function termsInForce(
  tx: Tx,
  bodyId: string,
  today: TokyoDay,
): Promise<{ id: string; terms: ProvisionTerms } | null> {
  const row = await tx.settingVersion.findFirst({
    where: { bodyId, key: 'roster.provision', inForceFrom: { lte: toDateColumn(today) } },
    orderBy: [{ inForceFrom: 'desc' }, { no: 'desc' }],
    select: { id: true, value: true },
  })
  return row && { id: row.id, terms: provisionSetting.parse(row.value) }
}

/** The words of one kept version. */
export async function termsOfVersion(tx: Tx, id: string): Promise<ProvisionTerms> {
  const row = await tx.settingVersion.findUniqueOrThrow({ where: { id }, select: { value: true } })
  return provisionSetting.parse(row.value)
}
