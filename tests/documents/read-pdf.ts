import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import type { PDFPage } from 'pdf-lib'

/** A piece of text as drawn: position in points from the top left corner, baseline at `y`. */
export interface TextItem {
  page: number
  text: string
  x: number
  y: number
  width: number
  size: number
}

/** A straight line as drawn, in points from the top left corner. */
export interface LineItem {
  page: number
  from: [number, number]
  to: [number, number]
}

/** What a reader finds in a PDF. */
export interface ReadPdf {
  pages: { width: number; height: number }[]
  items: TextItem[]
  lines: LineItem[]
  /** Texts in the order they were drawn, nothing between them. */
  text: string
  fonts: EmbeddedFont[]
  info: { title?: string; author?: string; subject?: string; language?: string; created?: Date }
}

export interface EmbeddedFont {
  name: string
  /** The embedded font program. */
  program: Uint8Array
  /** Glyph of the subset → the characters it stands for. */
  characters: Map<number, string>
  /** Advance in thousandths of an em. */
  widths: Map<number, number>
}

/** Reads a PDF back from its bytes, independent of how it was drawn. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false })
  const fonts = new Map<PDFDict, EmbeddedFont>()
  const items: TextItem[] = []
  const lines: LineItem[] = []
  doc.getPages().forEach((page, no) => readPage(page, no + 1, fonts, items, lines))
  const language = doc.catalog.get(PDFName.of('Lang'))?.toString().replace(/^[(<]|[)>]$/g, '')
  return {
    pages: doc.getPages().map((page) => page.getSize()),
    items,
    lines,
    text: items.map((item) => item.text).join(''),
    fonts: [...fonts.values()],
    info: {
      title: doc.getTitle(),
      author: doc.getAuthor(),
      subject: doc.getSubject(),
      language: language?.startsWith('FEFF') ? fromUtf16(language) : language,
      created: doc.getCreationDate(),
    },
  }
}

function readPage(
  page: PDFPage,
  no: number,
  fonts: Map<PDFDict, EmbeddedFont>,
  items: TextItem[],
  lines: LineItem[],
): void {
  const height = page.getHeight()
  const names = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)
  const state = { font: undefined as EmbeddedFont | undefined, size: 0, spacing: 0, x: 0, y: 0 }
  let spoken: string | null = null
  let at: [number, number] = [0, 0]
  for (const { operator, args } of operations(contentOf(page))) {
    const n = args.map(Number)
    if (operator === 'BDC') spoken = /ActualText\s*<([0-9A-F]+)>/i.exec(args.join(' '))?.[1] ?? null
    else if (operator === 'EMC') spoken = null
    else if (operator === 'Tf') {
      state.font = fontOf(names!.lookup(PDFName.of(args[0]!.slice(1)), PDFDict), fonts)
      state.size = n[1]!
    } else if (operator === 'Tc') state.spacing = n[0]!
    else if (operator === 'Tm') [state.x, state.y] = [n[4]!, n[5]!]
    else if (operator === 'Tj') {
      const shown = show(args[0]!, state.font!, state.size, state.spacing)
      const text = spoken === null ? shown.text : fromUtf16(spoken)
      items.push({ page: no, text, x: state.x, y: height - state.y, width: shown.width, size: state.size })
      if (spoken !== null) spoken = 'FEFF'
    } else if (operator === 'm') at = [n[0]!, n[1]!]
    else if (operator === 'l') {
      const to: [number, number] = [n[0]!, n[1]!]
      lines.push({ page: no, from: [at[0], height - at[1]], to: [to[0], height - to[1]] })
      at = to
    }
  }
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents()
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents]
  const streams = parts.map((part) => page.doc.context.lookup(part) as PDFRawStream)
  return streams.map(latin1).join('\n')
}

const TOKEN = /<<.*?>>|<[0-9A-Fa-f]*>|\/[^\s<>[\]/]+|\[[^\]]*\]|[-+.\d]+|[A-Za-z*]+/gs

function* operations(content: string): Generator<{ operator: string; args: string[] }> {
  let args: string[] = []
  for (const [token] of content.matchAll(TOKEN)) {
    if (/^[A-Za-z]/.test(token)) {
      yield { operator: token, args }
      args = []
    } else args.push(token)
  }
}

function show(hex: string, font: EmbeddedFont, size: number, spacing: number) {
  const glyphs = hex.slice(1, -1).match(/.{4}/g)?.map((code) => parseInt(code, 16)) ?? []
  const text = glyphs.map((glyph) => font.characters.get(glyph) ?? '\uFFFD').join('')
  const advance = glyphs.reduce((sum, glyph) => sum + (font.widths.get(glyph) ?? 0), 0)
  return { text, width: (advance / 1000) * size + spacing * Math.max(0, glyphs.length - 1) }
}

function fontOf(dict: PDFDict, known: Map<PDFDict, EmbeddedFont>): EmbeddedFont {
  const seen = known.get(dict)
  if (seen) return seen
  const inner = dict.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict)
  const program = inner.lookup(PDFName.of('FontDescriptor'), PDFDict).lookup(PDFName.of('FontFile2'))
  const font: EmbeddedFont = {
    name: dict.lookup(PDFName.of('BaseFont'), PDFName).decodeText(),
    program: decodePDFRawStream(program as PDFRawStream).decode(),
    characters: charactersOf(dict.lookup(PDFName.of('ToUnicode')) as PDFRawStream),
    widths: widthsOf(inner.lookup(PDFName.of('W'), PDFArray)),
  }
  known.set(dict, font)
  return font
}

function charactersOf(stream: PDFRawStream): Map<number, string> {
  const mapped = latin1(stream).match(/beginbfchar[^]*?endbfchar/g)?.join('\n') ?? ''
  const pairs = [...mapped.matchAll(/<([0-9A-F]{4})>\s*<([0-9A-F]+)>/gi)]
  return new Map(pairs.map(([, glyph, utf16]) => [parseInt(glyph!, 16), fromUtf16(utf16!)]))
}

function widthsOf(array: PDFArray): Map<number, number> {
  const widths = new Map<number, number>()
  for (let i = 0; i < array.size(); i += 2) {
    const first = array.lookup(i, PDFNumber).asNumber()
    const list = array.lookup(i + 1, PDFArray)
    list.asArray().forEach((width, j) => widths.set(first + j, (width as PDFNumber).asNumber()))
  }
  return widths
}

function latin1(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

function fromUtf16(hex: string): string {
  const bytes = Buffer.from(hex.replace(/^FEFF/i, ''), 'hex')
  return bytes.swap16().toString('utf16le')
}
