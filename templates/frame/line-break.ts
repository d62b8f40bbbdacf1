import { widthOf } from './clusters.ts'
import type { Cluster } from './clusters.ts'

/** Characters that may not begin a line (行頭禁則). */
export const NOT_FIRST = new Set([
  ...'、。，．,.・：；:;！？!?）」』】〕〉》｝］)]}｣､｡･’”',
  ...'ー―～〜‐－…‥々〻ヽヾゝゞ゛゜％%‰℃',
  ...'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ',
  ...'ｧｨｩｪｫｯｬｭｮｰﾞﾟ',
])

/** Characters that may not end a line (行末禁則). */
export const NOT_LAST = new Set([...'（「『【〔〈《｛［([{｢‘“￥¥＄$№〒'])

/** Pairs that stay together although each of them may stand alone. */
const TOGETHER = new Set(['……', '‥‥', '――', '〜〜'])

/**
 * The end of a paragraph may be wider than the line by this share: it is drawn a little closer, so that no
 * single character is left over for a line of its own.
 */
const SQUEEZE = 0.025

/** A last line shorter than this, in em, takes some characters of the line before it along. */
const LEAST_LAST = 2.4

/** One broken line. `last` marks the end of a paragraph, which is never stretched. */
export interface Line {
  clusters: Cluster[]
  last: boolean
}

/**
 * Breaks a text into lines of at most `width` em. Japanese may break between any two characters except where
 * the two tables or a pair forbid it; Latin words and numbers are kept whole unless they are longer than a
 * line. '\n' ends a line. Where nothing fits by the rules, the line is broken anyway. Only the last line of a
 * paragraph may be wider than `width`, by less than a fortieth: whoever draws it puts its characters closer.
 */
export function breakLines(clusters: readonly Cluster[], width: number): Line[] {
  const lines: Line[] = []
  let start = 0
  for (let i = 0; i <= clusters.length; i++) {
    if (i < clusters.length && clusters[i]!.text !== '\n') continue
    breakParagraph(clusters.slice(start, i), width, lines)
    start = i + 1
  }
  return lines
}

/** True when a line may end between the two characters. */
export function mayBreak(before: string, after: string): boolean {
  if (NOT_FIRST.has(after) || NOT_LAST.has(before) || after === ' ') return false
  if (TOGETHER.has(before + after)) return false
  return !(isWord(before) && isWord(after))
}

function breakParagraph(clusters: Cluster[], width: number, lines: Line[]): void {
  let rest = clusters
  while (widthOf(rest) > width * (1 + SQUEEZE)) {
    const fit = fitting(rest, width)
    if (fit >= rest.length) break
    let at = breakPoint(rest, fit)
    if (widthOf(rest.slice(at)) < LEAST_LAST && rest.length > 12) at = breakPoint(rest, at - 2)
    lines.push({ clusters: trimEnd(rest.slice(0, at)), last: false })
    rest = rest.slice(at)
    while (rest[0]?.text === ' ') rest = rest.slice(1)
  }
  lines.push({ clusters: trimEnd(rest), last: true })
}

/** How many clusters fit; at least one. Spaces at the end may hang over. */
function fitting(clusters: readonly Cluster[], width: number): number {
  let used = 0
  for (let i = 0; i < clusters.length; i++) {
    used += clusters[i]!.width
    if (used > width + 1e-6 && clusters[i]!.text !== ' ') return Math.max(1, i)
  }
  return clusters.length
}

function breakPoint(clusters: readonly Cluster[], fit: number): number {
  for (let at = fit; at > 0; at--) {
    if (mayBreak(clusters[at - 1]!.text, clusters[at]!.text)) return at
  }
  return fit
}

function trimEnd(clusters: Cluster[]): Cluster[] {
  let end = clusters.length
  while (end > 0 && clusters[end - 1]!.text === ' ') end--
  return clusters.slice(0, end)
}

function isWord(text: string): boolean {
  return /^[A-Za-z0-9\u00C0-\u024F@_#&+/~=%.,:;'-]/.test(text)
}
