import { endAll, endOnSignals } from './endings.ts'
import { type Figure, type Row, tableOf } from './figure.ts'
import { prepareGround } from './ground.ts'
import { listStatements } from './list-statements.ts'
import { listThroughput } from './list-throughput.ts'
import { memory } from './memory.ts'
import { startUp } from './start-up.ts'
import { stopLatency } from './stop-latency.ts'

const rows: Row[] = [listThroughput, listStatements, stopLatency, startUp, memory]

/** The names that `--only` takes. */
export const rowNames = rows.map((row) => row.name)

/**
 * Measures the rows on one filled database and prints the table.
 * @param only the name of one row; all without it
 * @returns whether every row reached its goal
 */
export async function runBench(only?: string): Promise<boolean> {
  const figures: (Figure & { name: string })[] = []
  endOnSignals()
  try {
    const ground = await prepareGround()
    for (const row of rows) {
      if (only && row.name !== only) continue
      console.log(row.name)
      figures.push({ name: row.name, ...(await row.measure(ground)) })
    }
  } finally {
    await endAll()
  }
  console.log(tableOf(figures))
  return figures.every((figure) => figure.ok)
}

