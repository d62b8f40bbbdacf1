import { bands, heightOf, shareWidth } from './block.ts'
import { text } from './text.ts'
import type { Block, Slice } from './block.ts'
import type { Gaps } from './clusters.ts'
import type { Mark } from './marks.ts'

/** A cell of a ruled row. Width in points, or a share of what is left. */
export interface Cell {
  width: number | 'rest'
  block: Block
  /** Put in the middle of the row's height; only rows that stay whole are centred. */
  middle?: boolean
}

export interface RuledRow {
  cells: readonly Cell[]
  /** Least height in points. */
  minHeight?: number
}

const PAD_X = 6
const PAD_Y = 4.5
const REOPEN = 3
const THIN = 0.5
const FRAME = 1

/** Rows up to this height stay whole; higher ones may go on on the next page. */
const WHOLE = 150

/**
 * Ruled rows in a frame, as forms have them. Long rows go on on the next page with their borders closed;
 * `head` rows stand on top of every page the rows reach.
 */
export function ruled(rows: readonly RuledRow[], head: readonly RuledRow[] = []): Block {
  return {
    lay(width, gaps) {
      const heads = head.flatMap((row, i) => rowSlices(row, width, gaps, { first: i === 0, last: false }))
      for (const slice of heads) slice.stay = true
      const body = rows.flatMap((row, i) => {
        const edge = { first: head.length === 0 && i === 0, last: i === rows.length - 1 }
        return rowSlices(row, width, gaps, edge)
      })
      if (heads.length) for (const slice of body) slice.head = heads
      return [...heads, ...body]
    },
  }
}

/** A column of a table. */
export interface Column {
  head: string
  width: number | 'rest'
  align?: 'left' | 'center' | 'right'
}

/** A table with a head that is repeated on every page. Plain text is broken inside its column. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly (string | Block)[])[],
  style: { size?: number; minHeight?: number } = {},
): Block {
  const { size = 9.5, minHeight = 21 } = style
  const leading = size * 1.45
  const headCells = columns.map(({ head, width }) => {
    return { width, block: text(head, { size, leading, align: 'center' }), middle: true }
  })
  const body = rows.map((cells) => ({
    minHeight,
    cells: columns.map(({ width, align = 'left' }, i) => {
      const cell = cells[i] ?? ''
      const block = typeof cell === 'string' ? text(cell, { size, leading, align }) : cell
      return { width, block, middle: true }
    }),
  }))
  return ruled(body, [{ cells: headCells, minHeight: 22 }])
}

/** Whether a row is the first or the last inside the frame. */
interface Edge {
  first: boolean
  last: boolean
}

function rowSlices(row: RuledRow, width: number, gaps: Gaps, edge: Edge): Slice[] {
  const widths = shareWidth(row.cells.map((cell) => cell.width), width)
  const laid = row.cells.map((cell, i) => cell.block.lay(widths[i]! - 2 * PAD_X, gaps))
  const content = Math.max(...laid.map(heightOf))
  const height = Math.max(row.minHeight ?? 0, content + 2 * PAD_Y)
  const lines = borders(widths)
  if (height <= WHOLE) return [wholeRow(row, widths, laid, height, lines, edge)]
  return splitRow(widths, laid, height - content - PAD_Y, lines, edge)
}

function wholeRow(
  row: RuledRow,
  widths: readonly number[],
  laid: readonly (readonly Slice[])[],
  height: number,
  lines: Borders,
  edge: Edge,
): Slice {
  return {
    height,
    paint(marks, x, top) {
      lines.top(marks, x, top, edge.first ? FRAME : THIN)
      lines.sides(marks, x, top, top + height)
      if (edge.last) lines.top(marks, x, top + height, FRAME)
      let left = x
      laid.forEach((slices, i) => {
        let y = top + (row.cells[i]!.middle ? (height - heightOf(slices)) / 2 : PAD_Y)
        for (const slice of slices) {
          slice.paint(marks, left + PAD_X, y)
          y += slice.height
        }
        left += widths[i]!
      })
    },
    ...pageEdges(lines),
  }
}

function splitRow(
  widths: readonly number[],
  laid: readonly (readonly Slice[])[],
  below: number,
  lines: Borders,
  edge: Edge,
): Slice[] {
  let left = 0
  const columns = laid.map((slices, i) => {
    const column = { x: left + PAD_X, slices }
    left += widths[i]!
    return column
  })
  const parts = bands(columns)
  return parts.map((part, i) => {
    const [above, under] = [i === 0 ? PAD_Y : 0, i === parts.length - 1 ? Math.max(PAD_Y, below) : 0]
    const height = part.height + above + under
    return {
      height,
      stay: part.stay === true && i < parts.length - 1,
      paint(marks: Mark[], x: number, top: number) {
        if (i === 0) lines.top(marks, x, top, edge.first ? FRAME : THIN)
        lines.sides(marks, x, top, top + height)
        if (edge.last && i === parts.length - 1) lines.top(marks, x, top + height, FRAME)
        part.paint(marks, x, top + above)
      },
      ...pageEdges(lines),
      reopen: REOPEN,
      atPageStart(marks: Mark[], x: number, top: number) {
        lines.top(marks, x, top, FRAME)
        lines.sides(marks, x, top, top + REOPEN)
      },
    }
  })
}

interface Borders {
  top(marks: Mark[], x: number, y: number, line: number): void
  sides(marks: Mark[], x: number, from: number, to: number): void
}

function borders(widths: readonly number[]): Borders {
  const total = widths.reduce((sum, w) => sum + w, 0)
  return {
    top(marks, x, y, line) {
      const [from, to] = [[x - FRAME / 2, y] as const, [x + total + FRAME / 2, y] as const]
      marks.push({ kind: 'line', from, to, width: line, gray: 0 })
    },
    sides(marks, x, from, to) {
      let at = x
      for (const [i, width] of [0, ...widths].entries()) {
        at += width
        const line = i === 0 || i === widths.length ? FRAME : THIN
        marks.push({ kind: 'line', from: [at, from], to: [at, to], width: line, gray: 0 })
      }
    },
  }
}

function pageEdges(lines: Borders): Pick<Slice, 'atPageEnd' | 'atPageStart'> {
  return {
    atPageEnd: (marks, x, bottom) => lines.top(marks, x, bottom, FRAME),
    atPageStart: (marks, x, top) => lines.top(marks, x, top, FRAME),
  }
}
