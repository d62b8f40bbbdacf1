import { clustersOf } from './clusters.ts'
import { breakLines } from './line-break.ts'
import { mm, textWidth } from './marks.ts'
import { baseline, put } from './text.ts'
import type { Strokes } from '../fields.ts'
import type { Block, Slice } from './block.ts'
import type { Cluster } from './clusters.ts'
import type { Mark, Point } from './marks.ts'

/** A choice on a form: a drawn box and its words. */
export interface Check {
  label: string
  on: boolean
}

const BOX = 9
const AFTER_BOX = 4

/**
 * Check boxes in a row that wraps. Drawn as lines, because the faces have no such signs; ☑ and ☐ are still
 * what a search, a copy or a screen reader finds.
 */
export function checks(
  items: readonly Check[],
  style: { size?: number; leading?: number; gap?: number } = {},
): Block {
  const { size = 10.5, gap = 16 } = style
  const leading = style.leading ?? size * 1.6
  return {
    lay(width, gaps) {
      const rows: { x: number; check: Check; clusters: Cluster[] }[][] = [[]]
      let x = 0
      for (const check of items) {
        const em = ((width - BOX - AFTER_BOX) / size) * 0.97
        const lines = breakLines(clustersOf(check.label, 'regular', gaps), em)
        for (const [i, line] of lines.entries()) {
          const need = BOX + AFTER_BOX + textWidth(line.clusters, size)
          if (x > 0 && (i > 0 || x + need > width)) {
            rows.push([])
            x = 0
          }
          rows.at(-1)!.push({ x, check: i === 0 ? check : { ...check, label: '' }, clusters: line.clusters })
          x += need + gap
        }
      }
      return rows.map((row) => ({
        height: leading,
        paint(marks, left, top) {
          for (const { x: at, check, clusters } of row) {
            if (check.label) drawBox(marks, left + at, top + (leading - BOX) / 2, check.on)
            put(marks, clusters, { x: left + at + BOX + AFTER_BOX, y: top + baseline(size, leading), size })
          }
        },
      }))
    },
  }
}

/**
 * A signature drawn on a screen, fitted into a box of the given height at the left. It is never made more
 * than twice as large as it was drawn in relation to its pad.
 */
export function signature(drawn: Strokes, height: number): Block {
  return {
    lay(width) {
      const points = drawn.strokes.flat()
      const [left, right] = extent(points.map((p) => p[0]))
      const [top, bottom] = extent(points.map((p) => p[1]))
      const room = { width: Math.min(width, mm(90)) - 6, height: height - 6 }
      const natural = Math.min(room.width / drawn.width, room.height / drawn.height)
      const scale = Math.min(natural * 2, room.width / (right - left), room.height / (bottom - top))
      const down = (height - (bottom - top) * scale) / 2
      const place = (px: number, py: number): Point => [3 + (px - left) * scale, down + (py - top) * scale]
      const slice: Slice = {
        height,
        paint(marks, x, y) {
          for (const stroke of drawn.strokes) {
            const points = stroke.map(([px, py]): Point => {
              const [right, below] = place(px, py)
              return [x + right, y + below]
            })
            marks.push({ kind: 'stroke', points, width: 1.4 })
          }
        },
      }
      return [slice]
    },
  }
}

/** The place for the official seal, 24 mm square: only its corners are marked. */
export function sealPlace(): Block {
  const side = mm(24)
  return {
    lay(width, gaps) {
      const words = clustersOf('公印', 'regular', gaps)
      const slice: Slice = {
        height: side,
        paint(marks, x, top) {
          const left = x + (width - side) / 2
          for (const [cx, dx] of [[left, 1], [left + side, -1]] as const) {
            for (const [cy, dy] of [[top, 1], [top + side, -1]] as const) {
              const corner: Point = [cx, cy]
              const style = { width: 0.5, gray: 0.3 }
              marks.push({ kind: 'line', from: corner, to: [cx + dx * mm(3), cy], ...style })
              marks.push({ kind: 'line', from: corner, to: [cx, cy + dy * mm(3)], ...style })
            }
          }
          const at = { x: left + (side - textWidth(words, 9)) / 2, y: top + side / 2 + 3.4, size: 9 }
          marks.push({ kind: 'text', clusters: words, ...at, spacing: 0, gray: 0.45 })
        },
      }
      return [slice]
    },
  }
}

/** Empty room to write in by hand. */
export function room(height: number): Block {
  return { lay: () => [{ height, paint: () => undefined }] }
}

function drawBox(marks: Mark[], x: number, y: number, on: boolean): void {
  marks.push({ kind: 'rect', x, y, width: BOX, height: BOX, line: 0.8, gray: 0 })
  if (on) {
    const tick: Point[] = [[x + 1.6, y + 4.6], [x + 3.8, y + 7.1], [x + 7.8, y + 1.6]]
    marks.push({ kind: 'stroke', points: tick, width: 1.5 })
  }
  const clusters: Cluster[] = [{ text: '□', face: 'regular', width: 1 }]
  const at = { x, y: y + BOX - 1, size: BOX }
  marks.push({ kind: 'text', clusters, ...at, spacing: 0, gray: 0, spoken: on ? '☑' : '☐', hidden: true })
}

function extent(values: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return [low, high]
}
