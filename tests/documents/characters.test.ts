import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fontkit from '@pdf-lib/fontkit'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { documentKinds, renderDocument } from '#templates/index.ts'
import { advance, canDraw, FEATURES, fontOf, kit } from '#templates/frame/fonts.ts'
import { fontBytes } from '#templates/frame/font-files.ts'
import { readPdf } from './read-pdf.ts'
import { meta, readSample, samples } from './samples.ts'
import type { Face } from '#templates/frame/font-files.ts'
import type { EmbeddedFont } from './read-pdf.ts'

const FACE_OF: [RegExp, Face][] = [
  [/^[A-Z]{6}\+BIZUDPGothic-Regular/, 'regular'],
  [/^[A-Z]{6}\+BIZUDPGothic-Bold/, 'bold'],
  [/^[A-Z]{6}\+NotoSansJP-(Regular|Thin)/, 'wide'],
  [/^[A-Z]{6}\+NotoSansJP-Bold/, 'wideBold'],
]

/** Characters of the samples and the JIS rows people's names are made of: some hundreds. */
const SOME_HUNDRED = [
  ...new Set(
    JSON.stringify(samples.map(({ data }) => data)).replace(/[^\u3000-\u9fff]/g, '') +
      '髙﨑邉邊德剝頰塡濵嶋齋齊栁瀨賴惠澤廣櫻神福羽都曽館飯漣祇𠀋𩸽㋿①㈱々〆ヶ亜唖娃阿哀愛挨逢葵茜穐悪握渥旭葦芦鯵梓圧斡扱宛姐虻飴絢綾鮎或粟',
  ),
].filter((character) => canDraw('regular', character.codePointAt(0)!))

describe('every glyph in a document is the glyph of the whole font', () => {
  test.each(samples)('$label', async ({ kind, name }) => {
    const { fonts } = await readSample(kind, name)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(wrongGlyphs(font, faceOf(font))).toEqual([])
  })

  test(`${SOME_HUNDRED.length} characters of names and forms`, async () => {
    expect(SOME_HUNDRED.length).toBeGreaterThan(300)
    const bytes = await sheetOf(SOME_HUNDRED, true)
    const { fonts, text } = await readPdf(bytes)
    expect(text).toBe(SOME_HUNDRED.join(''))
    expect(fonts[0]!.characters.size).toBe(SOME_HUNDRED.length)
    expect(wrongGlyphs(fonts[0]!, 'regular')).toEqual([])
    // Where a PDF renderer is installed, the pictures are compared as well.
    if (spawnSync('pdftoppm', ['-v']).error === undefined) {
      expect(picture(bytes)).toBe(picture(await sheetOf(SOME_HUNDRED, false)))
    }
  })
})

describe('characters the first face lacks', () => {
  test('𠮷 and 槗 are drawn by the second face, 髙 and 﨑 by the first', async () => {
    const { fonts } = await readSample('completionCertificate', 'twoFonts')
    const wide = fonts.find((font) => faceOf(font) === 'wide')!
    expect([...wide.characters.values()]).toEqual(['𠮷'])
    expect(canDraw('regular', '𠮷'.codePointAt(0)!)).toBe(false)
    expect(canDraw('regular', '髙'.codePointAt(0)!)).toBe(true)
    expect(canDraw('regular', '﨑'.codePointAt(0)!)).toBe(true)
    expect(canDraw('wide', '槗'.codePointAt(0)!)).toBe(true)
  })

  test('a written variant is drawn as that variant, not as the usual form', () => {
    const shape = (text: string) => fontOf('regular').layout(text, FEATURES).glyphs.map((g) => g.id)
    for (const variant of ['葛\u{E0100}', '辻\u{E0100}']) {
      expect(shape(variant)).toHaveLength(1)
      expect(shape(variant)).not.toEqual(shape(variant[0]!))
    }
  })

  test('a name is read as written even when another sign with the same shape was drawn before', async () => {
    const { usual } = documentKinds.completionCertificate.samples
    for (const name of ['\u2EE2 例子', '\u9A6C 例子', '\u2EE2 例子']) {
      const data = { ...usual, holder: { ...usual.holder, name } }
      const { bytes } = await renderDocument('completionCertificate', data, meta)
      expect((await readPdf(bytes)).text).toContain(name)
    }
  })

  test('what no font has becomes 〓, an unknown variant its usual form; both are reported', async () => {
    const { usual } = documentKinds.completionCertificate.samples
    const holder = { ...usual.holder, name: '見本😀 辻\u{E0105}子\u200B' }
    const done = await renderDocument('completionCertificate', { ...usual, holder }, meta)
    expect(done.missing).toEqual(['😀'])
    expect(done.simplified).toEqual(['辻\u{E0105}'])
    expect((await readPdf(done.bytes)).text).toContain('見本〓 辻子')
  })
})

test('widths used for breaking lines are the widths a reader will use', async () => {
  const { fonts } = await readSample('rosterConsent', 'usual')
  for (const font of fonts) {
    for (const [glyph, character] of font.characters) {
      expect(font.widths.get(glyph)! / 1000, character).toBeCloseTo(advance(faceOf(font), character), 3)
    }
  }
})

test('a document carries only the glyphs it uses', async () => {
  for (const { kind, name } of samples) {
    const { fonts } = await readSample(kind, name)
    for (const font of fonts) expect(font.program.length).toBeLessThan(260_000)
  }
})

function faceOf(font: EmbeddedFont): Face {
  return FACE_OF.find(([pattern]) => pattern.test(font.name))![1]
}

/** Characters whose shape in the embedded font is not that of the whole font. */
function wrongGlyphs(font: EmbeddedFont, face: Face): string[] {
  const subset = fontkit.create(font.program)
  const whole = fontOf(face)
  return [...font.characters].flatMap(([glyph, character]) => {
    const drawn = subset.getGlyph(glyph).path.toSVG()
    const [expected] = whole.layout(character, FEATURES).glyphs
    return drawn === expected!.path.toSVG() ? [] : [character]
  })
}

async function sheetOf(characters: readonly string[], subset: boolean): Promise<Uint8Array> {
  const doc = await PDFDocument.create()
  doc.registerFontkit(kit as unknown as Parameters<PDFDocument['registerFontkit']>[0])
  const font = await doc.embedFont(fontBytes('regular'), { subset, features: FEATURES })
  const page = doc.addPage([600, 800])
  for (let i = 0; i < characters.length; i += 30) {
    page.drawText(characters.slice(i, i + 30).join(''), { x: 20, y: 770 - (i / 30) * 20, size: 16, font })
  }
  return doc.save()
}

function picture(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'yorisoi-pdf-'))
  try {
    const file = join(folder, 'sheet.pdf')
    writeFileSync(file, bytes)
    return execFileSync('pdftoppm', ['-r', '60', '-gray', file], { maxBuffer: 1 << 26 }).toString('base64')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
