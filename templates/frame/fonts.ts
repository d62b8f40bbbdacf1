import fontkit from '@pdf-lib/fontkit'
import type { Font, Glyph } from '@pdf-lib/fontkit'
import { fontBytes } from './font-files.ts'
import type { Face } from './font-files.ts'

/** The parts of fontkit that its own types leave out and that have to be put right here. */
interface Inner {
  _getBaseGlyph(id: number, codePoints?: number[]): Glyph
  _cmapProcessor: {
    uvs?: { varSelectors: VariationRecord[] | { toArray(): VariationRecord[] } }
    getVariationSelector(codePoint: number, selector: number): number
  }
  createSubset(): InnerSubset
}
interface InnerSubset {
  glyf: Uint8Array[]
  offset: number
  _addGlyph(id: number): number
}
interface VariationRecord {
  varSelector: number
  defaultUVS?: { startUnicodeValue: number; additionalCount: number }[]
  nonDefaultUVS?: { unicodeValue: number; glyphID: number }[]
}

/** Nothing may replace or move a glyph: text is measured and broken character by character. */
export const FEATURES = {
  liga: false,
  clig: false,
  calt: false,
  kern: false,
  ccmp: false,
  locl: false,
} as const

const parsed = new Map<Uint8Array, Font>()

/** The font kit as the PDF library wants it: every font is parsed once per process. */
export const kit = {
  create(bytes: Uint8Array): Font {
    let font = parsed.get(bytes)
    if (!font) parsed.set(bytes, (font = parse(bytes)))
    return font
  },
}

/** A parsed face. */
export function fontOf(face: Face): Font {
  return kit.create(fontBytes(face))
}

const variations = new WeakMap<Font, Map<number, VariationRecord>>()

/** Whether the font draws a character, with its variation selector when one is given. */
export function canDraw(face: Face, codePoint: number, selector?: number): boolean {
  const font = fontOf(face)
  if (!font.hasGlyphForCodePoint(codePoint)) return false
  if (selector === undefined) return true
  const record = variations.get(font)?.get(selector)
  const isDefault = record?.defaultUVS?.some(
    (r) => codePoint >= r.startUnicodeValue && codePoint <= r.startUnicodeValue + r.additionalCount,
  )
  return Boolean(isDefault) || variationGlyph(record, codePoint) !== 0
}

const advances = new Map<Face, Map<string, number>>()

/** Advance width in em of one character (with its variation selector, if any). */
export function advance(face: Face, character: string): number {
  let known = advances.get(face)
  if (!known) advances.set(face, (known = new Map<string, number>()))
  let width = known.get(character)
  if (width === undefined) {
    const font = fontOf(face)
    const total = font.layout(character, FEATURES).glyphs.reduce((sum, g) => sum + g.advanceWidth, 0)
    known.set(character, (width = total / font.unitsPerEm))
  }
  return width
}

function parse(bytes: Uint8Array): Font {
  const font = fontkit.create(bytes)
  padGlyphs(font)
  readVariations(font)
  keepCodePoints(font)
  return font
}

/** Glyphs of odd length make the short offsets of a subset point at the wrong bytes: pad each to four. */
function padGlyphs(font: Font): void {
  const inner = font as unknown as Inner
  const make = inner.createSubset.bind(font)
  inner.createSubset = () => {
    const subset = make()
    const add = subset._addGlyph.bind(subset)
    subset._addGlyph = (id) => {
      const index = add(id)
      const glyph = subset.glyf[index]!
      const padding = -glyph.length & 3
      if (padding) {
        // Only the library's own buffer class is accepted by its encoder.
        const Bytes = glyph.constructor as unknown as { alloc(length: number): Uint8Array }
        const padded = Bytes.alloc(glyph.length + padding)
        padded.set(glyph)
        subset.glyf[index] = padded
        subset.offset += padding
      }
      return index
    }
    return subset
  }
}

/** The library stops looking for a variation when the selector has no default list: look it up ourselves. */
function readVariations(font: Font): void {
  const cmap = (font as unknown as Inner)._cmapProcessor
  const selectors = cmap.uvs?.varSelectors
  const list = !selectors ? [] : Array.isArray(selectors) ? selectors : selectors.toArray()
  const bySelector = new Map(list.map((record) => [record.varSelector, record]))
  variations.set(font, bySelector)
  cmap.getVariationSelector = (codePoint, selector) => variationGlyph(bySelector.get(selector), codePoint)
}

function variationGlyph(record: VariationRecord | undefined, codePoint: number): number {
  return record?.nonDefaultUVS?.find?.((r) => r.unicodeValue === codePoint)?.glyphID ?? 0
}

/**
 * The library remembers the first character that asked for a glyph and would write that one into every later
 * document, so the same data could give other bytes. Keep one glyph object per glyph and character instead.
 */
function keepCodePoints(font: Font): void {
  const inner = font as unknown as Inner & Font
  const base = inner._getBaseGlyph.bind(font)
  const byUse = new Map<string, Glyph>()
  inner.getGlyph = (id: number, codePoints: number[] = []) => {
    const key = `${id}:${codePoints.join()}`
    let glyph = byUse.get(key)
    if (!glyph) {
      const first = base(id)
      const Kind = first.constructor as unknown as new (id: number, codePoints: number[], font: Font) => Glyph
      byUse.set(key, (glyph = codePoints.length ? new Kind(id, codePoints, font) : first))
    }
    return glyph
  }
}
