import type { Town } from './town.ts'

/** A guard of the database: a trigger or a constraint of a table, or all its policies. */
export type Wall = { table: string } & ({ trigger: string } | { constraint: string } | { policies: 'all' })

export interface Control {
  walls: Wall[]
  /** Done twice, word for word the same. */
  attempt(): Promise<string>
  /** Finds what may never be there, as the test of the invariant does. */
  violations(): Promise<unknown[]>
  /** Clears away what came in without the wall, where it could not be put back over it. */
  tidy?(): Promise<unknown>
}

type Finding = [said: string, violations: number]

async function takenAway(town: Pick<Town, 'owner'>, wall: Wall): Promise<() => Promise<unknown>> {
  const { table } = wall
  if ('trigger' in wall) {
    await town.owner.query(`alter table ${table} disable trigger ${wall.trigger}`)
    return () => town.owner.query(`alter table ${table} enable trigger ${wall.trigger}`)
  }
  if ('policies' in wall) {
    await town.owner.query(`alter table ${table} disable row level security`)
    return () => town.owner.query(`alter table ${table} enable row level security`)
  }
  const [row] = await town.owner.query('select contype as kind, pg_get_constraintdef(oid) as text from pg_constraint where conname = $1', [wall.constraint])
  await town.owner.query(`alter table ${table} drop constraint ${wall.constraint}`)
  // What came in meanwhile stays: it is what was looked for.
  const asItIs = row?.kind === 'u' ? '' : ' not valid'
  return () => town.owner.query(`alter table ${table} add constraint ${wall.constraint} ${String(row?.text)}${asItIs}`)
}

/**
 * The control of a wall: the same attempt before it and without it. What the test forbids appears only without it, so
 * it is this wall that holds, and the test would see if it did not. The wall is put back whatever comes of it.
 */
export async function withAndWithout(
  town: Pick<Town, 'owner'>,
  { walls, attempt, violations, tidy }: Control,
): Promise<{ with: Finding; without: Finding }> {
  const guarded: Finding = [await attempt(), (await violations()).length]
  const putBack: (() => Promise<unknown>)[] = []
  try {
    for (const wall of walls) putBack.push(await takenAway(town, wall))
    return { with: guarded, without: [await attempt(), (await violations()).length] }
  } finally {
    await tidy?.()
    for (const back of putBack.reverse()) await back()
  }
}
