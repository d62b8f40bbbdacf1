import { beside, keepWithNext, space, stack } from './block.ts'
import { ruled } from './ruled.ts'
import { fitted, spread, text } from './text.ts'
import type { Block } from './block.ts'
import type { RuledRow } from './ruled.ts'

/** Text in cells: one size and line height everywhere, so that rows can be cut between lines. */
export const CELL = { size: 10, leading: 16 } as const

const LABEL = { width: 82, measure: 58 }

/** The centred title of a form. */
export function formTitle(words: string): Block {
  const title = fitted(words, { size: 16, weight: 'bold', align: 'center', leading: 26 }, 11)
  return stack([space(10), title, space(9)])
}

/** 「（あて先）みどり県知事」 on the left. */
export function addressee(words: string): Block {
  return text(`（あて先）${words}`, { size: 11, leading: 19, align: 'left' })
}

/** A numbered section heading that stays with what follows. */
export function heading(no: number | null, title: string): Block {
  const full = no === null ? title : `${no}　${title}`
  const words = text(full, { size: 11, leading: 21, weight: 'bold', align: 'left' })
  return stack([space(9.5), keepWithNext(words)])
}

/** A paragraph of body text; the first line is moved in by one character. */
export function para(words: string): Block {
  return text(words, { first: 1 })
}

/** Numbered paragraphs with hanging numbers. */
export function numbered(paragraphs: readonly string[]): Block {
  const [size, leading] = [10.5, 16.5]
  const width = size * (paragraphs.length > 9 ? 2.2 : 1.7)
  return stack(
    paragraphs.map((words, i) =>
      beside([
        { width, block: text(String(i + 1), { size, leading, align: 'left' }) },
        { width: 'rest', block: text(words, { size, leading }) },
      ]),
    ),
    2.5,
  )
}

/** Plain text of a cell. */
export function cell(words: string): Block {
  return text(words, CELL)
}

/** Left column of a grid: a short label spread evenly, a longer one broken. */
export function label(words: string): Block {
  const short = [...words].length <= 5 && !words.includes('\n')
  if (!short) return text(words, { ...CELL, align: 'center' })
  return spread(words, { ...CELL, measure: LABEL.measure })
}

/** A label and its content. */
interface Field {
  label: string
  block: Block
}

/** A row of a grid: one field, or two side by side. */
export type GridRow = (Field | { pair: readonly [Field, Field] }) & { minHeight?: number }

/** Labels and values in a ruled frame, the body of most forms. */
export function grid(rows: readonly (GridRow | null)[], labelWidth = LABEL.width): Block {
  return ruled(rows.filter((row) => row !== null).map((row) => ruledRow(row, labelWidth)))
}

function ruledRow(row: GridRow, labelWidth: number): RuledRow {
  const parts = 'pair' in row ? row.pair : [row]
  return {
    minHeight: row.minHeight ?? 25,
    cells: parts.flatMap((part) => [
      { width: labelWidth, block: label(part.label), middle: true },
      { width: 'rest' as const, block: part.block, middle: true },
    ]),
  }
}
