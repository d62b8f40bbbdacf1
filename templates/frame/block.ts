import type { Gaps } from './clusters.ts'
import type { Mark } from './marks.ts'

/**
 * The smallest piece that is never cut by the end of a page: a line of text, a row of a table. `paint` adds
 * its marks for a position given by the caller (x and top in points).
 */
export interface Slice {
  height: number
  paint(marks: Mark[], x: number, top: number): void
  /** No page may end right after this slice. */
  stay?: boolean
  /** White space: left out at the top of a page. */
  air?: boolean
  /** Painted first when a page begins with this slice (the head of a table). */
  head?: readonly Slice[]
  /** Closes the open border when a page ends after this slice, and opens it again on the next one. */
  atPageEnd?(marks: Mark[], x: number, bottom: number): void
  atPageStart?(marks: Mark[], x: number, top: number): void
  /** White space above it at the top of such a page, in points. */
  reopen?: number
}

/** Something that can be laid out at any width. Says nothing about pages. */
export interface Block {
  lay(width: number, gaps: Gaps): Slice[]
}

/** Blocks under each other, with the same white space between them. */
export function stack(blocks: readonly (Block | null)[], gap = 0): Block {
  return {
    lay(width, gaps) {
      const present = blocks.filter((block) => block !== null)
      return present.flatMap((block, i) => [
        ...(i > 0 && gap > 0 ? [air(gap)] : []),
        ...block.lay(width, gaps),
      ])
    },
  }
}

/** White space that disappears at the top of a page. */
export function space(height: number): Block {
  return { lay: () => [air(height)] }
}

/** A block that stays together with the one after it (a heading). */
export function keepWithNext(block: Block): Block {
  return { lay: (width, gaps) => block.lay(width, gaps).map((slice) => ({ ...slice, stay: true })) }
}

/** A block that is never split over two pages, as long as it fits on one. */
export function together(block: Block): Block {
  return {
    lay: (width, gaps) =>
      block.lay(width, gaps).map((slice, i, all) => ({ ...slice, stay: i < all.length - 1 || slice.stay })),
  }
}

/** Blocks side by side, cut into bands that go through no line of any of them. Widths in points or 'rest'. */
export function beside(parts: readonly { width: number | 'rest'; block: Block }[], gap = 0): Block {
  return {
    lay(width, gaps) {
      const widths = shareWidth(parts.map((p) => p.width), width - gap * (parts.length - 1))
      let x = 0
      const columns = parts.map((part, i) => {
        const column = { x, slices: part.block.lay(widths[i]!, gaps) }
        x += widths[i]! + gap
        return column
      })
      return bands(columns)
    },
  }
}

/** Widths in points for columns of fixed and shared width. */
export function shareWidth(widths: readonly (number | 'rest')[], total: number): number[] {
  const fixed = widths.reduce<number>((sum, w) => sum + (w === 'rest' ? 0 : w), 0)
  const shared = widths.filter((w) => w === 'rest').length
  return widths.map((w) => (w === 'rest' ? (total - fixed) / shared : w))
}

/** Height of slices under each other. */
export function heightOf(slices: readonly Slice[]): number {
  return slices.reduce((sum, slice) => sum + slice.height, 0)
}

/**
 * Slices of several columns as slices of one: a cut is made only where it goes through no line of any column.
 * The white space that a shorter column leaves below belongs to nobody.
 */
export function bands(columns: readonly { x: number; slices: readonly Slice[] }[]): Slice[] {
  const placed = columns.flatMap(({ x, slices }) => {
    let top = 0
    return slices.map((slice) => {
      const piece = { x, top, bottom: top + slice.height, slice }
      top += slice.height
      return piece
    })
  })
  const cuts = [...new Set(placed.map((p) => round(p.bottom)))]
    .sort((a, b) => a - b)
    .filter((y) => !placed.some((p) => round(p.top) < y && round(p.bottom) > y))
  let from = 0
  return cuts.map((to) => {
    const [start, inside] = [from, placed.filter((p) => round(p.top) >= from && round(p.bottom) <= to)]
    from = to
    return {
      height: to - start,
      stay: inside.some((p) => p.slice.stay === true && round(p.bottom) === to),
      paint(marks, x, top) {
        for (const p of inside) p.slice.paint(marks, x + p.x, top + p.top - start)
      },
    }
  })
}

function air(height: number): Slice {
  return { height, air: true, paint: () => undefined }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
