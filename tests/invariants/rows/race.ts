import type { Door, Sql } from '#tests/database/doors.ts'
import { said } from './said.ts'

export interface Attempt {
  kind: string
  door: Door
  /** What the screen would look at before; false: the actor is told at once that it is too late. */
  ask(sql: Sql): Promise<boolean>
  act(sql: Sql): Promise<void>
  /** Chain of the audit row, where the actor has no body. */
  body?: string
}

/** What became of one attempt, on one clock for all of them. */
export interface Outcome {
  kind: string
  answer: string
  from: number
  to: number
  deadlocks: number
}

const mostTries = 50

/** A number from 0 to 1, the next of its row. */
type Chance = () => number

/** The same seed draws the same row: the waits of a race can be had again, if not what the machine makes of them. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How an attempt hesitates, each as a share of the longest wait of its place: before, after asking, after acting. */
type Waits = [before: number, asked: number, acted: number]

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

class TooLate extends Error {}

/** Asks and acts in one transaction with pauses inside, so that others commit in between. */
function together(attempt: Attempt, [, asked, acted]: Waits): Promise<void> {
  return attempt.door(async (sql) => {
    if (!(await attempt.ask(sql))) throw new TooLate()
    await pause(4 * asked)
    await attempt.act(sql)
    await pause(4 * acted)
    await written(sql, attempt)
  })
}

/** Asks in one transaction and acts in the next: where one connection serves everybody, others come in between. */
async function apart(attempt: Attempt, [, asked]: Waits): Promise<void> {
  if (!(await attempt.door((sql) => attempt.ask(sql)))) throw new TooLate()
  await pause(2 * asked)
  await attempt.door(async (sql) => {
    await attempt.act(sql)
    await written(sql, attempt)
  })
}

/** Last of all, because the head of the chain stays held until the commit. */
async function written(sql: Sql, { kind, body }: Attempt): Promise<void> {
  await sql('select app.audit($1, $2, $3, $4, $5)', [`race.${kind}`, 'race', '-', '', body ?? null])
}

async function once(attempt: Attempt, waits: Waits, manyConnections: boolean): Promise<string> {
  try {
    return await said(() => (manyConnections ? together(attempt, waits) : apart(attempt, waits)))
  } catch (error) {
    if (error instanceof TooLate) return 'told'
    throw error
  }
}

/** One attempt, begun within the first milliseconds; a deadlock is tried again, as the application does. */
async function run(attempt: Attempt, waits: Waits, manyConnections: boolean): Promise<Outcome> {
  await pause((manyConnections ? 20 : 5) * waits[0])
  const from = performance.now()
  for (let deadlocks = 0; ; deadlocks += 1) {
    const answer = await once(attempt, waits, manyConnections)
    const again = answer === '40P01' || answer === '40001'
    if (!again || deadlocks === mostTries) return { kind: attempt.kind, answer, from, to: performance.now(), deadlocks }
  }
}

/** Runs groups of attempts, `width` groups at a time: those of one group meet each other. */
export async function runAll(groups: Attempt[][], width: number, manyConnections: boolean, chance: Chance): Promise<Outcome[][]> {
  // Drawn before anything runs, so that each attempt has its own whoever comes first.
  const waiting = groups.map((group) => group.map((one) => ({ one, waits: [chance(), chance(), chance()] as Waits })))
  const outcomes: Outcome[][] = []
  for (let at = 0; at < waiting.length; at += width) {
    const batch = waiting.slice(at, at + width)
    outcomes.push(...(await Promise.all(batch.map((group) => Promise.all(group.map(({ one, waits }) => run(one, waits, manyConnections)))))))
  }
  return outcomes
}

/** How often each answer was given to each kind of attempt. */
export function tally(outcomes: Outcome[]): Record<string, Record<string, number>> {
  const table: Record<string, Record<string, number>> = {}
  for (const { kind, answer } of outcomes) {
    const row = (table[kind] ??= {})
    row[answer] = (row[answer] ?? 0) + 1
  }
  return table
}
