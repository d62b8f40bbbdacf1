import {
  appendBezierCurve,
  beginText,
  closePath,
  concatTransformationMatrix,
  endMarkedContent,
  endText,
  fill,
  LineCapStyle,
  LineJoinStyle,
  lineTo,
  moveTo,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setCharacterSpacing,
  setDashPattern,
  setFillingGrayscaleColor,
  setFontAndSize,
  setLineCap,
  setLineJoin,
  setLineWidth,
  setStrokingGrayscaleColor,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  stroke,
  TextRenderingMode,
} from 'pdf-lib'
import type { PDFFont, PDFPage } from 'pdf-lib'
import { sha256Hex } from '../fingerprint.ts'
import { fontBytes } from './font-files.ts'
import type { Face } from './font-files.ts'
import { FEATURES, fontOf, kit } from './fonts.ts'
import { textWidth } from './marks.ts'
import type { LineMark, Mark, OutlineMark, RectMark, Sheet, StrokeMark, TextMark } from './marks.ts'
import { shapeOf } from './outlines.ts'
import type { ShapeStep } from './outlines.ts'

/** The document's description, kept in the file. */
export interface PdfInfo {
  title: string
  author: string
  subject: string
  /** Written as creation and modification time; null leaves both out. */
  date: Date | null
}

/**
 * Writes laid-out sheets as a PDF: only the used faces, each with only the used glyphs. The same sheets and
 * description always give the same bytes. The only file that knows the PDF library.
 */
export async function writePdf(sheets: readonly Sheet[], info: PdfInfo): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false })
  doc.registerFontkit(kit as unknown as Parameters<PDFDocument['registerFontkit']>[0])
  describe(doc, info)
  const fonts = await embedFaces(doc, sheets)
  for (const sheet of sheets) {
    const page = doc.addPage([sheet.width, sheet.height])
    const names = new Map<Face, PDFName>()
    for (const [face, font] of fonts) {
      if (uses(sheet, face)) names.set(face, page.node.newFontDictionary(face, font.ref))
    }
    for (const mark of sheet.marks) page.pushOperators(...operatorsOf(mark, { page, fonts, names }))
  }
  return doc.save({ addDefaultPage: false, updateFieldAppearances: false })
}

interface Pen {
  page: PDFPage
  fonts: Map<Face, PDFFont>
  names: Map<Face, PDFName>
}

function describe(doc: PDFDocument, info: PdfInfo): void {
  doc.setTitle(info.title, { showInWindowTitleBar: true })
  doc.setAuthor(info.author)
  doc.setSubject(info.subject)
  doc.setLanguage('ja')
  doc.setCreator('Yorisoi')
  doc.setProducer('Yorisoi')
  if (info.date) {
    doc.setCreationDate(info.date)
    doc.setModificationDate(info.date)
  }
}

async function embedFaces(doc: PDFDocument, sheets: readonly Sheet[]): Promise<Map<Face, PDFFont>> {
  const fonts = new Map<Face, PDFFont>()
  for (const face of ['regular', 'bold', 'wide', 'wideBold'] as const) {
    const used = charactersOf(sheets, face)
    if (used.size === 0) continue
    const customName = `${subsetTag(used)}+${fontOf(face).postscriptName}`
    fonts.set(face, await doc.embedFont(fontBytes(face), { subset: true, features: FEATURES, customName }))
  }
  return fonts
}

function charactersOf(sheets: readonly Sheet[], face: Face): Set<string> {
  const marks = sheets.flatMap((sheet) => sheet.marks).filter((mark) => mark.kind === 'text')
  return new Set(marks.flatMap(({ clusters }) => clusters.filter((c) => c.face === face).map((c) => c.text)))
}

/** Six letters that differ between subsets, as PDF asks for, so that joined files keep their fonts apart. */
function subsetTag(used: Set<string>): string {
  const hash = sha256Hex(new TextEncoder().encode([...used].sort().join('')))
  const letters = [0, 2, 4, 6, 8, 10].map((at) => 65 + (parseInt(hash.slice(at, at + 2), 16) % 26))
  return String.fromCharCode(...letters)
}

function uses(sheet: Sheet, face: Face): boolean {
  return sheet.marks.some((mark) => mark.kind === 'text' && mark.clusters.some((c) => c.face === face))
}

function operatorsOf(mark: Mark, pen: Pen): PDFOperator[] {
  const height = pen.page.getHeight()
  switch (mark.kind) {
    case 'text':
      return textOperators(mark, pen, height)
    case 'line':
      return lineOperators(mark, height)
    case 'rect':
      return rectOperators(mark, height)
    case 'stroke':
      return strokeOperators(mark, height)
    case 'outline':
      return outlineOperators(mark, height)
  }
}

function textOperators(mark: TextMark, pen: Pen, height: number): PDFOperator[] {
  const out: PDFOperator[] = []
  if (mark.spoken !== undefined) out.push(beginSpan(mark.spoken))
  out.push(beginText(), setFillingGrayscaleColor(mark.gray), setCharacterSpacing(mark.spacing))
  out.push(setTextRenderingMode(mark.hidden ? TextRenderingMode.Invisible : TextRenderingMode.Fill))
  let x = mark.x
  for (const run of runsOf(mark)) {
    out.push(setFontAndSize(pen.names.get(run.face)!, mark.size))
    out.push(setTextMatrix(1, 0, 0, 1, x, height - mark.y))
    out.push(showText(pen.fonts.get(run.face)!.encodeText(run.text)))
    x += run.em * mark.size + run.count * mark.spacing
  }
  out.push(endText())
  if (mark.spoken !== undefined) out.push(endMarkedContent())
  return out
}

function runsOf(mark: TextMark): { face: Face; text: string; em: number; count: number }[] {
  const runs: { face: Face; text: string; em: number; count: number }[] = []
  for (const { face, text, width } of mark.clusters) {
    const run = runs.at(-1)
    if (run?.face !== face) runs.push({ face, text, em: width, count: 1 })
    else {
      run.text += text
      run.em += width
      run.count += 1
    }
  }
  return runs
}

/** Text between this and the end mark is read as `spoken` by search, copy and screen readers. */
function beginSpan(spoken: string): PDFOperator {
  const properties = `<</ActualText ${PDFHexString.fromText(spoken).toString()}>>`
  return PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of('Span'), properties])
}

function lineOperators(mark: LineMark, height: number): PDFOperator[] {
  return [
    pushGraphicsState(),
    setLineWidth(mark.width),
    setStrokingGrayscaleColor(mark.gray),
    ...(mark.dash ? [setDashPattern([...mark.dash], 0)] : []),
    moveTo(mark.from[0], height - mark.from[1]),
    lineTo(mark.to[0], height - mark.to[1]),
    stroke(),
    popGraphicsState(),
  ]
}

function rectOperators(mark: RectMark, height: number): PDFOperator[] {
  const shape = rectangle(mark.x, height - mark.y - mark.height, mark.width, mark.height)
  const filled = mark.fill === undefined ? [] : [setFillingGrayscaleColor(mark.fill), shape, fill()]
  const border = [
    setLineWidth(mark.line),
    setStrokingGrayscaleColor(mark.gray),
    ...(mark.dash ? [setDashPattern([...mark.dash], 0)] : []),
    shape,
    stroke(),
  ]
  return [pushGraphicsState(), ...filled, ...(mark.line > 0 ? border : []), popGraphicsState()]
}

function strokeOperators(mark: StrokeMark, height: number): PDFOperator[] {
  const [first, ...rest] = mark.points
  if (!first) return []
  // A tap of the pen is a line of no length: round ends turn it into a dot.
  const points = rest.length ? rest : [first]
  return [
    pushGraphicsState(),
    setLineWidth(mark.width),
    setStrokingGrayscaleColor(0),
    setLineCap(LineCapStyle.Round),
    setLineJoin(LineJoinStyle.Round),
    moveTo(first[0], height - first[1]),
    ...points.map(([x, y]) => lineTo(x, height - y)),
    stroke(),
    popGraphicsState(),
  ]
}

function outlineOperators(mark: OutlineMark, height: number): PDFOperator[] {
  const radians = (mark.angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const out = [
    pushGraphicsState(),
    setFillingGrayscaleColor(mark.gray),
    concatTransformationMatrix(cos, sin, -sin, cos, mark.centre[0], height - mark.centre[1]),
  ]
  let x = -textWidth(mark.clusters, mark.size) / 2
  for (const { face, text, width } of mark.clusters) {
    const down = -mark.size * 0.36
    out.push(pushGraphicsState(), concatTransformationMatrix(mark.size, 0, 0, mark.size, x, down))
    out.push(...shapeOf(face, text).map(shapeOperator), fill(), popGraphicsState())
    x += width * mark.size
  }
  return [...out, popGraphicsState()]
}

function shapeOperator(step: ShapeStep): PDFOperator {
  switch (step.step) {
    case 'move':
      return moveTo(...step.to)
    case 'line':
      return lineTo(...step.to)
    case 'curve':
      return appendBezierCurve(...step.control, ...step.to)
    case 'close':
      return closePath()
  }
}
