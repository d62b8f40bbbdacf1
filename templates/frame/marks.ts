import type { Cluster } from './clusters.ts'

/** Points (1/72 inch). Every position is measured from the top left corner of the sheet, y downwards. */
export type Point = readonly [x: number, y: number]

/** One thing on a sheet. A document is laid out as lists of marks and written to PDF in one go. */
export type Mark = TextMark | LineMark | RectMark | StrokeMark | OutlineMark

export interface TextMark {
  kind: 'text'
  clusters: readonly Cluster[]
  x: number
  /** The baseline. */
  y: number
  size: number
  /** Extra space after every character, in points. */
  spacing: number
  /** 0 black … 1 white. */
  gray: number
  /** What a reader or a search should find instead of the characters drawn (spread titles, check boxes). */
  spoken?: string
  /** Not painted, only there to be found: the sign under a drawn check box. */
  hidden?: boolean
}

export interface LineMark {
  kind: 'line'
  from: Point
  to: Point
  width: number
  gray: number
  /** Lengths of dash and gap. */
  dash?: readonly [number, number]
}

export interface RectMark {
  kind: 'rect'
  x: number
  y: number
  width: number
  height: number
  /** Line width; 0 draws no border. */
  line: number
  gray: number
  dash?: readonly [number, number]
  /** Filled with this grey when given. */
  fill?: number
}

/** A pen movement: round ends, joined points. */
export interface StrokeMark {
  kind: 'stroke'
  points: readonly Point[]
  width: number
}

/** Letters drawn as shapes (a watermark): seen, but not part of the text. Turned around its middle. */
export interface OutlineMark {
  kind: 'outline'
  clusters: readonly Cluster[]
  centre: Point
  size: number
  gray: number
  /** Degrees, counter-clockwise. */
  angle: number
}

/** The marks of one sheet of paper. */
export interface Sheet {
  width: number
  height: number
  marks: Mark[]
}

/** Millimetres as points. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4
}

/** Width of a drawn text in points. */
export function textWidth(clusters: readonly Cluster[], size: number, spacing = 0): number {
  const em = clusters.reduce((sum, c) => sum + c.width, 0)
  return em * size + spacing * Math.max(0, clusters.length - 1)
}
