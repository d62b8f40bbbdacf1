import { tokyoInstant } from '#app/shared/tokyo-day.ts'
import { heightOf } from './block.ts'
import { addFooter, addWatermark, paintRunning, runningHead } from './edges.ts'
import { createFlow } from './flow.ts'
import { mm } from './marks.ts'
import { writePdf } from './pdf.ts'
import type { DocumentMeta } from '../fields.ts'
import type { Block } from './block.ts'
import type { Gaps } from './clusters.ts'
import type { FootRoom } from './edges.ts'
import type { Body, Flow } from './flow.ts'
import type { Mark } from './marks.ts'

/** What a template is given to draw on. Content flows from page to page by itself. */
export interface Frame {
  readonly meta: DocumentMeta
  /** The form number to print: the body's own or the default one. */
  readonly formNo: string
  /** Puts a block under what is there already. */
  put(block: Block): void
  /** Height of a block at the width of the present page's body. */
  measure(block: Block): number
  /** Adds marks to the present page. */
  draw(...marks: Mark[]): void
  /** Goes on with a new page of another look. */
  section(style: Section): void
  /** Points left on the present page. */
  remaining(): number
  readonly body: Body
}

export interface Section {
  landscape?: boolean
  /** Millimetres from the edges of the paper. */
  margins?: { left: number; right: number; top: number; bottom: number }
  /** Head of every page of the section; the default is title and number from the second page on. */
  running?: Block | null
  /** Printed large and pale across every page of the section. */
  watermark?: string
  /** Millimetres from the lower edge to the lowest line of the footer, and from the sides. */
  footer?: { up: number; aside: number }
}

/** What the frame needs to know of a document beside its content. */
export interface FrameSettings {
  meta: DocumentMeta
  title: string
  formNo: string
  /** 「登録同意書 第1版」 in the footer. */
  edition: string
  /** Full content fingerprint, 64 hexadecimal digits; null on a blank. */
  fingerprint: string | null
}

export interface FinishedPdf {
  bytes: Uint8Array
  pageCount: number
  missing: string[]
  simplified: string[]
}

const PAPER = { width: mm(210), height: mm(297) }
const MARGINS = { left: 25, right: 20, top: 20, bottom: 22 }

/** An empty document, and the function that finishes it. The template begins its first section itself. */
export function createFrame(settings: FrameSettings): { frame: Frame; finish(): Promise<FinishedPdf> } {
  const gaps: Gaps = { missing: new Set(), simplified: new Set() }
  const flow = createFlow(gaps)
  const state: State = { settings, flow, feet: [], gaps }
  const frame: Frame = {
    meta: settings.meta,
    formNo: settings.formNo,
    put: (block) => flow.put(block),
    measure: (block) => heightOf(block.lay(flow.body.right - flow.body.left, gaps)),
    draw: (...marks) => void flow.marks.push(...marks),
    section: (style) => beginSection(style, state),
    remaining: () => flow.remaining(),
    get body() {
      return flow.body
    },
  }
  return { frame, finish: () => finishPdf(state) }
}

interface State {
  settings: FrameSettings
  flow: Flow
  feet: FootRoom[]
  gaps: Gaps
}

function beginSection(style: Section, { settings, flow, feet, gaps }: State): void {
  const { title, meta } = settings
  const { width, height } = style.landscape ? { width: PAPER.height, height: PAPER.width } : PAPER
  const m = style.margins ?? MARGINS
  const body = { left: mm(m.left), right: width - mm(m.right), top: mm(m.top), bottom: height - mm(m.bottom) }
  const running = style.running === undefined ? runningHead(title, meta.no) : style.running
  const foot = style.footer ?? { up: 10, aside: 0 }
  flow.part({
    width,
    height,
    body,
    begin(marks) {
      const [left, right] = [body.left + mm(foot.aside), body.right - mm(foot.aside)]
      feet.push({ bottom: height - mm(foot.up), left, right })
      if (style.watermark) addWatermark(marks, style.watermark, { width, height }, gaps)
      // The very first page of a form carries its own, fuller head.
      const isFormHead = style.running === undefined && feet.length === 1
      if (running && !isFormHead) paintRunning(marks, running, body, gaps)
    },
  })
}

async function finishPdf({ settings, flow, feet, gaps }: State): Promise<FinishedPdf> {
  const { meta, title, edition } = settings
  const pageCount = flow.sheets.length
  flow.sheets.forEach((sheet, i) => {
    addFooter(sheet.marks, feet[i]!, { ...settings, no: i + 1, pageCount }, gaps)
  })
  const bytes = await writePdf(flow.sheets, {
    title: meta.no ? `${title} ${meta.no}` : title,
    author: meta.issuer,
    subject: edition,
    date: meta.issuedOn ? tokyoInstant(meta.issuedOn) : null,
  })
  return { bytes, pageCount, missing: [...gaps.missing], simplified: [...gaps.simplified] }
}
