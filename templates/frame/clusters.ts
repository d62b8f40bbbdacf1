import { advance, canDraw } from './fonts.ts'
import type { Face } from './font-files.ts'

export type Weight = 'regular' | 'bold'

/** One character as it is drawn: with its variation selector, in the first face that has it. */
export interface Cluster {
  text: string
  face: Face
  /** Advance in em. */
  width: number
}

/** What the fonts could not draw as written. */
export interface Gaps {
  /** Characters in no font, printed as 〓. */
  missing: Set<string>
  /** Characters printed in their usual form because no font has the written variant. */
  simplified: Set<string>
}

const FACES: Record<Weight, readonly Face[]> = { regular: ['regular', 'wide'], bold: ['bold', 'wideBold'] }

/**
 * A text as drawable characters. Faces are tried in order; what no face has becomes 〓 and is noted in `gaps`.
 * Invisible format characters (zero-width, direction marks) are dropped, tabs become spaces, line breaks stay as
 * '\n' of width 0.
 */
export function clustersOf(text: string, weight: Weight, gaps: Gaps): Cluster[] {
  const out: Cluster[] = []
  const characters = [...tidy(text)]
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!
    if (character === '\n') out.push({ text: '\n', face: 'regular', width: 0 })
    if (character === '\n' || /[\p{Cf}\p{Cc}]/u.test(character) || isSelector(character)) continue
    const next = characters[i + 1]
    out.push(cluster(character, next && isSelector(next) ? next : '', FACES[weight], gaps))
  }
  return out
}

/** The same for a text that stays on one line: line ends in it become spaces. */
export function lineClusters(text: string, weight: Weight, gaps: Gaps): Cluster[] {
  return clustersOf(text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' '), weight, gaps)
}

/** Total width of a text in em, on one line. */
export function widthOf(clusters: readonly Cluster[]): number {
  return clusters.reduce((sum, c) => sum + c.width, 0)
}

/** Line ends as '\n', tabs as spaces, a kana and its separate voicing mark as one character. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u3041-\u30FF][\u3099\u309A]/g, (pair) => pair.normalize('NFC'))
}

function cluster(base: string, selector: string, faces: readonly Face[], gaps: Gaps): Cluster {
  const codePoint = base.codePointAt(0)!
  const variant = selector ? selector.codePointAt(0)! : undefined
  const exact = variant === undefined ? undefined : faces.find((face) => canDraw(face, codePoint, variant))
  if (exact) return sized(base + selector, exact)
  const face = faces.find((f) => canDraw(f, codePoint))
  if (!face) {
    gaps.missing.add(base)
    return sized('〓', faces[0]!)
  }
  // Selectors 15 and 16 only choose between text and picture; text is what is drawn anyway.
  if (variant !== undefined && variant !== 0xfe0e && variant !== 0xfe0f) gaps.simplified.add(base + selector)
  return sized(base, face)
}

function sized(text: string, face: Face): Cluster {
  return { text, face, width: advance(face, text) }
}

function isSelector(character: string): boolean {
  const cp = character.codePointAt(0)!
  return (cp >= 0xfe00 && cp <= 0xfe0f) || (cp >= 0xe0100 && cp <= 0xe01ef)
}
