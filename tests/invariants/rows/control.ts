import type { Town } from './town.ts'

/** A guard of the database: a trigger or a constraint of a table. */
export type Wall = { table: string } & ({ trigger: string } | { constraint: string })

export interface Control {
  walls: Wall[]
  /** Done twice, word for word the same. */
  attempt(): Promise<string>
  /** Finds what may never be there, as the test of the invariant does. */
  violations(): Promise<unknown[]>
}

type Finding = [said: string, violations: number]

async function takenAway(town: Town, wall: Wall): Promise<() => Promise<unknown>> {
  const { table } = wall
  if ('trigger' in wall) {
    await town.owner.query(`alter table ${table} disable trigger ${wall.trigger}`)
    return () => town.owner.query(`alter table ${table} enable trigger ${wall.trigger}`)
  }
  const [row] = await town.owner.query('select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1', [wall.constraint])
  await town.owner.query(`alter table ${table} drop constraint ${wall.constraint}`)
  // What came in meanwhile stays: it is what was looked for.
  return () => town.owner.query(`alter table ${table} add constraint ${wall.constraint} ${String(row?.text)} not valid`)
}

/**
 * The control of a wall: the same attempt before it and without it. What the test forbids appears only without it, so
 * it is this wall that holds, and the test would see if it did not. The wall is put back whatever comes of it.
 */
export async function withAndWithout(town: Town, { walls, attempt, violations }: Control): Promise<{ with: Finding; without: Finding }> {
  const guarded: Finding = [await attempt(), (await violations()).length]
  const putBack: (() => Promise<unknown>)[] = []
  try {
    for (const wall of walls) putBack.push(await takenAway(town, wall))
    return { with: guarded, without: [await attempt(), (await violations()).length] }
  } finally {
    for (const back of putBack.reverse()) await back()
  }
}
