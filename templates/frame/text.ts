import { clustersOf, lineClusters } from './clusters.ts'
import { breakLines } from './line-break.ts'
import { textWidth } from './marks.ts'
import type { Block, Slice } from './block.ts'
import type { Cluster, Weight } from './clusters.ts'
import type { Line } from './line-break.ts'
import type { Mark } from './marks.ts'

export interface TextStyle {
  /** Points. */
  size: number
  /** Height of a line in points. */
  leading: number
  weight: Weight
  /** `justify` stretches full lines a little so that both edges are straight. */
  align: 'justify' | 'left' | 'center' | 'right'
  /** White space before the first line, and before the others, in em. */
  first: number
  hang: number
  /** Extra space between characters in em; from 0.1 on the plain text is kept for readers beside it. */
  spacing: number
  gray: number
}

/** Body text of the forms: 10.5 points on a line of 1.6. */
const BODY: TextStyle = {
  size: 10.5,
  leading: 10.5 * 1.6,
  weight: 'regular',
  align: 'justify',
  first: 0,
  hang: 0,
  spacing: 0,
  gray: 0,
}

/** More than this, in em, and readers would see gaps between words. */
const MAX_STRETCH = 0.08

/** A paragraph, broken by the Japanese rules. '\n' ends a line. */
export function text(content: string, style: Partial<TextStyle> = {}): Block {
  const s: TextStyle = { ...BODY, ...(style.size ? { leading: style.size * 1.6 } : {}), ...style }
  return {
    lay(width, gaps) {
      const clusters = clustersOf(content, s.weight, gaps).map((c) => ({ ...c, width: c.width + s.spacing }))
      const pad: Cluster = { text: '', face: 'regular', width: s.first - s.hang }
      const em = width / s.size - s.hang + s.spacing
      const lines = breakLines(pad.width > 0 ? [pad, ...clusters] : clusters, em)
      return lines.map((line, i) => lineSlice(line, i, lines.length, s, width))
    },
  }
}

/** A text on one line that is made smaller, down to `smallest` points, when it is too wide; then broken. */
export function fitted(
  content: string,
  style: Partial<TextStyle> & { size: number },
  smallest: number,
): Block {
  return {
    lay(width, gaps) {
      const em = textWidth(lineClusters(content, style.weight ?? 'regular', gaps), 1)
      const size = Math.max(smallest, Math.min(style.size, (width - 0.5) / em))
      const words = content.replace(/\s*\n\s*/g, ' ')
      return text(words, { ...style, size, leading: style.leading ?? style.size * 1.6 }).lay(width, gaps)
    },
  }
}

/** A short label whose characters fill a width evenly (均等割付), as labels of forms do. */
export function spread(content: string, style: Partial<TextStyle> & { measure?: number } = {}): Block {
  const size = style.size ?? BODY.size
  const leading = style.leading ?? size * 1.6
  return {
    lay(width, gaps) {
      const clusters = lineClusters(content, style.weight ?? 'regular', gaps)
      const natural = textWidth(clusters, size)
      const target = Math.min(width, style.measure ?? width)
      if (clusters.length < 2 || natural > target) {
        return text(content, { align: 'center', ...style, leading }).lay(width, gaps)
      }
      const spacing = (target - natural) / (clusters.length - 1)
      const slice: Slice = {
        height: leading,
        paint(marks, x, top) {
          const left = x + (width - target) / 2
          const y = top + baseline(size, leading)
          marks.push({ kind: 'text', clusters, x: left, y, size, spacing, gray: 0, spoken: content })
        },
      }
      return [slice]
    },
  }
}

/**
 * A name with its reading in small kana above (振り仮名). When it does not fit on one line it gets smaller;
 * when it still does not fit, the reading stands on its own lines above the name.
 */
export function ruby(base: string, reading: string, style: Partial<TextStyle> & { size: number }): Block {
  return {
    lay(width, gaps) {
      const weight = style.weight ?? 'regular'
      const [big, small] = [lineClusters(base, weight, gaps), lineClusters(reading, 'regular', gaps)]
      const need = Math.max(textWidth(big, 1), textWidth(small, 0.5))
      const size = Math.min(style.size, (width - 1) / need)
      if (size < style.size * 0.6) {
        const align = style.align ?? 'left'
        const shrunk = style.size * 0.6
        const above = text(reading, { size: Math.max(8, shrunk * 0.5), align, leading: shrunk * 0.9 })
        const below = text(base, { ...style, size: shrunk, leading: shrunk * 1.4, align })
        return [...above.lay(width, gaps), ...below.lay(width, gaps)]
      }
      return [rubySlice(big, small, size, width, style)]
    },
  }
}

/** Where the baseline lies below the top of a line. The faces rise 0.88 em above it. */
export function baseline(size: number, leading: number): number {
  return (leading - size) / 2 + size * 0.88
}

/** Paints clusters from an x at a baseline. */
export function put(
  marks: Mark[],
  clusters: readonly Cluster[],
  at: { x: number; y: number; size: number },
): void {
  marks.push({ kind: 'text', clusters, ...at, spacing: 0, gray: 0 })
}

function rubySlice(
  big: Cluster[],
  small: Cluster[],
  size: number,
  width: number,
  { align }: Partial<TextStyle>,
): Slice {
  const half = size * 0.5
  const [bigWidth, smallWidth] = [textWidth(big, size), textWidth(small, half)]
  const block = Math.max(bigWidth, smallWidth)
  const shift = align === 'center' ? (width - block) / 2 : align === 'right' ? width - block : 0
  return {
    height: size * 1.95,
    paint(marks, x, top) {
      put(marks, small, { x: x + shift + (block - smallWidth) / 2, y: top + half * 1.05, size: half })
      put(marks, big, { x: x + shift + (block - bigWidth) / 2, y: top + half * 1.35 + size * 0.95, size })
    },
  }
}

function lineSlice(line: Line, index: number, count: number, s: TextStyle, width: number): Slice {
  const hasPad = index === 0 && line.clusters[0]?.text === ''
  const drawn = hasPad ? line.clusters.slice(1) : line.clusters
  const clusters = drawn.map((c) => ({ ...c, width: c.width - s.spacing }))
  const left = (s.hang + (index === 0 ? s.first - s.hang : 0)) * s.size
  const room = width - left
  const natural = textWidth(clusters, s.size, s.spacing * s.size)
  const stretch = (room - natural) / Math.max(1, clusters.length - 1)
  const full = s.align === 'justify' && !line.last && stretch > 0 && stretch <= MAX_STRETCH * s.size
  const spacing = s.spacing * s.size + (full || stretch < 0 ? stretch : 0)
  const used = textWidth(clusters, s.size, spacing)
  const shift = s.align === 'center' ? (room - used) / 2 : s.align === 'right' ? room - used : 0
  return {
    height: s.leading,
    stay: count > 1 && (index === 0 || index === count - 2),
    paint(marks, x, top) {
      if (clusters.length === 0) return
      const spoken = s.spacing > 0.1 ? { spoken: clusters.map((c) => c.text).join('') } : {}
      const at = { x: x + left + shift, y: top + baseline(s.size, s.leading) }
      marks.push({ kind: 'text', clusters, ...at, size: s.size, spacing, gray: s.gray, ...spoken })
    },
  }
}
