import { toDateColumn } from '#app/platform/db/days.ts'
import { type Tx, withActor } from '#app/platform/db/with-actor.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { HelpDesk } from '#app/shared/frame.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import { type SettingKey, settingSchemas, type SettingValue } from './settings.ts'

/**
 * The value of a setting in force on a Tokyo day: the body's own, otherwise the installation's,
 * otherwise null. Of several versions in force the newest counts.
 */
export async function currentSetting(tx: Tx, bodyId: string, key: string, day: TokyoDay): Promise<unknown> {
  const rows = await tx.settingVersion.findMany({
    where: { key, inForceFrom: { lte: toDateColumn(day) }, OR: [{ bodyId }, { bodyId: null }] },
    orderBy: [{ inForceFrom: 'desc' }, { no: 'desc' }],
  })
  const own = rows.find((row) => row.bodyId === bodyId)
  return (own ?? rows[0])?.value ?? null
}

/** As `currentSetting` for a key of the registry, checked; null where there is none in force. */
export async function settingOf<K extends SettingKey>(
  tx: Tx,
  bodyId: string,
  key: K,
  day: TokyoDay,
): Promise<SettingValue<K> | null> {
  const value = await currentSetting(tx, bodyId, key, day)
  return value === null ? null : (settingSchemas[key].parse(value) as SettingValue<K>)
}

/** The body's desk for the foot of a page; null where none is set. */
export async function deskOf(tx: Tx, bodyId: string, day: TokyoDay): Promise<HelpDesk | null> {
  return settingOf(tx, bodyId, 'desk', day)
}

/** As `deskOf`, for a route that has no transaction open. */
export async function helpDeskOf(ctx: Ctx, bodyId: string): Promise<HelpDesk | null> {
  return withActor(ctx, (tx) => deskOf(tx, bodyId, ctx.clock.today()))
}

/** Bodies whose programme of a kind has one of these states in a fiscal year, by name. */
export async function bodiesRunning(
  tx: Tx,
  kind: 'training' | 'dispatch' | 'centre' | 'intake',
  statuses: ('planned' | 'operating' | 'ended' | 'none')[],
  fiscalYear: number,
): Promise<{ id: string; name: string; status: string }[]> {
  const rows = await tx.programme.findMany({
    where: { kind, fiscalYear, status: { in: statuses } },
    select: { status: true, body: { select: { id: true, name: true } } },
    orderBy: { body: { name: 'asc' } },
  })
  return rows.map((row) => ({ ...row.body, status: row.status }))
}

/** The names of bodies by id; bodies are public facts. */
export async function bodyNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.body.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(rows.map((row) => [row.id, row.name]))
}
