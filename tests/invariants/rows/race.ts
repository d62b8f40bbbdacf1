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
const chance = (ms: number) => Math.random() * ms
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

class TooLate extends Error {}

/** Asks and acts in one transaction with pauses inside, so that others commit in between. */
function together(attempt: Attempt): Promise<void> {
  return attempt.door(async (sql) => {
    if (!(await attempt.ask(sql))) throw new TooLate()
    await pause(chance(4))
    await attempt.act(sql)
    await pause(chance(4))
    await written(sql, attempt)
  })
}

/** Asks in one transaction and acts in the next: where one connection serves everybody, others come in between. */
async function apart(attempt: Attempt): Promise<void> {
  if (!(await attempt.door((sql) => attempt.ask(sql)))) throw new TooLate()
  await pause(chance(2))
  await attempt.door(async (sql) => {
    await attempt.act(sql)
    await written(sql, attempt)
  })
}

/** Last of all, because the head of the chain stays held until the commit. */
async function written(sql: Sql, { kind, body }: Attempt): Promise<void> {
  await sql('select app.audit($1, $2, $3, $4, $5)', [`race.${kind}`, 'race', '-', '', body ?? null])
}

async function once(attempt: Attempt, manyConnections: boolean): Promise<string> {
  try {
    return await said(() => (manyConnections ? together(attempt) : apart(attempt)))
  } catch (error) {
    if (error instanceof TooLate) return 'told'
    throw error
  }
}

/** One attempt, begun within the first milliseconds; a deadlock is tried again, as the application does. */
export async function run(attempt: Attempt, manyConnections: boolean): Promise<Outcome> {
  await pause(chance(manyConnections ? 20 : 5))
  const from = performance.now()
  for (let deadlocks = 0; ; deadlocks += 1) {
    const answer = await once(attempt, manyConnections)
    const again = answer === '40P01' || answer === '40001'
    if (!again || deadlocks === mostTries) return { kind: attempt.kind, answer, from, to: performance.now(), deadlocks }
  }
}

/** Runs groups of attempts, `width` groups at a time: those of one group meet each other. */
export async function runAll(groups: Attempt[][], width: number, manyConnections: boolean): Promise<Outcome[][]> {
  const outcomes: Outcome[][] = []
  for (let at = 0; at < groups.length; at += width) {
    const batch = groups.slice(at, at + width)
    outcomes.push(...(await Promise.all(batch.map((group) => Promise.all(group.map((one) => run(one, manyConnections)))))))
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
