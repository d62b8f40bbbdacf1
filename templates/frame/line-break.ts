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

/** Counters that stay with their number. */
const COUNTED = new Set('年月日時分秒回人件名条項号版報歳円か')

/** Pairs that stay together although each of them may stand alone. */
const TOGETHER = new Set(['……', '‥‥', '――', '〜〜'])

/**
 * The end of a paragraph may be wider than the line by this share: it is drawn a little closer, so that no
 * single character is left over for a line of its own.
 */
const SQUEEZE = 0.025

/** A last line shorter than this, in em, takes some characters of the line before it along. */
const LEAST_LAST = 2.4
const MOST_COMPANY = 12

/** Room in em per character that stretching a line can still hide. */
const LOOSE = 0.07

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
  if (isDigit(before) && COUNTED.has(after)) return false
  if (before === '第' && isDigit(after)) return false
  return !(isWord(before) && isWord(after))
}

function breakParagraph(clusters: Cluster[], width: number, lines: Line[]): void {
  let rest = clusters
  while (widthOf(rest) > width * (1 + SQUEEZE)) {
    const fit = fitting(rest, width)
    if (fit >= rest.length) break
    const at = withCompany(rest, breakPoint(rest, fit))
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

/** An earlier break when only a character or two would be left for the last line; else the same. */
function withCompany(clusters: readonly Cluster[], at: number): number {
  if (widthOf(clusters.slice(at)) >= LEAST_LAST) return at
  const earlier = allowedBreak(clusters, at - 2, () => true)
  return earlier !== null && widthOf(clusters.slice(earlier, at)) <= MOST_COMPANY ? earlier : at
}

/** The last allowed break at or before `fit`; rather a little earlier than inside a word of katakana. */
function breakPoint(clusters: readonly Cluster[], fit: number): number {
  const last = allowedBreak(clusters, fit, () => true)
  if (last === null) return fit
  const whole = allowedBreak(clusters, last, (before, after) => !(isKatakana(before) && isKatakana(after)))
  if (whole === null) return last
  return widthOf(clusters.slice(whole, fit)) <= LOOSE * whole ? whole : last
}

function allowedBreak(
  clusters: readonly Cluster[],
  from: number,
  wanted: (before: string, after: string) => boolean,
): number | null {
  for (let at = from; at > 0; at--) {
    const [before, after] = [clusters[at - 1]!.text, clusters[at]!.text]
    if (mayBreak(before, after) && wanted(before, after)) return at
  }
  return null
}

function trimEnd(clusters: Cluster[]): Cluster[] {
  let end = clusters.length
  while (end > 0 && clusters[end - 1]!.text === ' ') end--
  return clusters.slice(0, end)
}

function isDigit(text: string): boolean {
  return /^[0-9０-９]/.test(text)
}

function isKatakana(text: string): boolean {
  return /^[\u30A1-\u30FA\u30FC-\u30FE]/.test(text)
}

function isWord(text: string): boolean {
  return /^[A-Za-z0-9\u00C0-\u024F@_#&+/~=%.,:;'-]/.test(text)
}
