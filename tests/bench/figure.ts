import type { Ground } from './ground.ts'

/** What one row of the table says. */
export interface Figure {
  ours: string
  /** The measure it is held against, with what it is. */
  yardstick: string
  /** Ours divided by the yardstick. */
  ratio: number
  goal: string
  ok: boolean
  /** How it was measured this time: sizes, spread, counts. */
  notes: string[]
}

/** One row that can be measured by its name. */
export interface Row {
  name: string
  measure(ground: Ground): Promise<Figure>
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5)
}

/** The number that the given share of all numbers does not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

/** The table, one line a row, and the notes below it. */
export function tableOf(figures: readonly (Figure & { name: string })[]): string {
  const head = ['name', 'ours', 'yardstick', 'ratio', 'goal', '']
  const lines = figures.map(({ name, ours, yardstick, ratio, goal, ok }) => [
    name, ours, yardstick, ratio.toFixed(2), goal, ok ? 'ok' : 'short',
  ])
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i]?.length ?? 0)))
  const drawn = [head, widths.map((width) => '-'.repeat(width)), ...lines].map((line) =>
    line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ').trimEnd(),
  )
  const notes = figures.flatMap(({ name, notes: said }) => said.map((note) => `${name}: ${note}`))
  return ['', ...drawn, '', ...notes].join('\n')
}
