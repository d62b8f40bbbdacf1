import { dayToWareki } from '#app/shared/wareki.ts'
import { tokyoInstant } from '#app/shared/tokyo-day.ts'
import { printedFingerprint } from '../fingerprint.ts'
import { beside, heightOf, stack } from './block.ts'
import { clustersOf } from './clusters.ts'
import { createFlow } from './flow.ts'
import { mm } from './marks.ts'
import { writePdf } from './pdf.ts'
import { text } from './text.ts'
import type { DocumentMeta } from '../fields.ts'
import type { Block } from './block.ts'
import type { Gaps } from './clusters.ts'
import type { Body } from './flow.ts'
import type { Mark } from './marks.ts'

/** What a template is given to draw on. Content flows from page to page by itself. */
export interface Frame {
  readonly meta: DocumentMeta
  /** The form number to print: the body's own or the default one. */
  readonly formNo: string
  /** Puts a block under what is there already. */
  put(block: Block): void
  /** Puts a block at a fixed place of the present page; returns its height. */
  place(block: Block, x: number, top: number, width: number): number
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

interface PageNote {
  width: number
  height: number
  up: number
  left: number
  right: number
}

const PAPER = { width: mm(210), height: mm(297) }
const MARGINS = { left: 25, right: 20, top: 20, bottom: 24 }

/** An empty document with one page begun, and the function that finishes it. */
export function createFrame(settings: FrameSettings): { frame: Frame; finish(): Promise<FinishedPdf> } {
  const gaps: Gaps = { missing: new Set(), simplified: new Set() }
  const flow = createFlow(gaps)
  const notes: PageNote[] = []
  const { meta, title } = settings

  function section(style: Section): void {
    const { width, height } = style.landscape ? { width: PAPER.height, height: PAPER.width } : PAPER
    const m = style.margins ?? MARGINS
    const body = { left: mm(m.left), right: width - mm(m.right), top: mm(m.top), bottom: height - mm(m.bottom) }
    const running = style.running === undefined ? runningHead(title, meta.no) : style.running
    const foot = style.footer ?? { up: 10, aside: 0 }
    flow.part({
      width,
      height,
      body,
      begin(marks, no) {
        const [left, right] = [body.left + mm(foot.aside), body.right - mm(foot.aside)]
        notes.push({ width, height, up: mm(foot.up), left, right })
        if (style.watermark) addWatermark(marks, style.watermark, { width, height }, gaps)
        if (!running || (style.running === undefined && no === 1 && notes.length === 1)) return
        const slices = running.lay(body.right - body.left, gaps)
        let y = mm(11)
        for (const slice of slices) {
          slice.paint(marks, body.left, y)
          y += slice.height
        }
      },
    })
  }

  const frame: Frame = {
    meta,
    formNo: settings.formNo,
    put: (block) => flow.put(block),
    place: (block, x, top, width) => flow.place(block, x, top, width),
    measure: (block) => heightOf(block.lay(flow.body.right - flow.body.left, gaps)),
    draw: (...marks) => void flow.marks.push(...marks),
    section,
    remaining: () => flow.remaining(),
    get body() {
      return flow.body
    },
  }

  async function finish(): Promise<FinishedPdf> {
    flow.sheets.forEach((sheet, i) => addFooter(sheet.marks, notes[i]!, i + 1, flow.sheets.length, settings, gaps))
    const bytes = await writePdf(flow.sheets, {
      title: meta.no ? `${title} ${meta.no}` : title,
      author: meta.issuer,
      subject: settings.edition,
      date: meta.issuedOn ? tokyoInstant(meta.issuedOn) : null,
    })
    return {
      bytes,
      pageCount: flow.sheets.length,
      missing: [...gaps.missing],
      simplified: [...gaps.simplified],
    }
  }
  return { frame, finish }
}

/** Form number on the left, number and date of the document on the right, as the first lines of a form. */
export function formHead(frame: Frame): Block {
  const { no, issuedOn } = frame.meta
  const date = issuedOn ? dayToWareki(issuedOn) : '令和　　年　　月　　日'
  const left = text(frame.formNo, { size: 9, leading: 15, align: 'left' })
  const right = stack([
    no ? text(no, { size: 10, leading: 15, align: 'right' }) : null,
    text(date, { size: 10, leading: 15, align: 'right' }),
  ])
  return beside([
    { width: 'rest', block: left },
    { width: mm(60), block: right },
  ])
}

function runningHead(title: string, no: string | null): Block {
  return beside([
    { width: 'rest', block: text(title, { size: 9, leading: 13, align: 'left' }) },
    { width: mm(50), block: text(no ?? '', { size: 9, leading: 13, align: 'right' }) },
  ])
}

function addWatermark(marks: Mark[], words: string, paper: { width: number; height: number }, gaps: Gaps): void {
  const clusters = clustersOf(words, 'bold', gaps)
  const em = clusters.reduce((sum, c) => sum + c.width, 0)
  const size = Math.min(64, (paper.width * 0.72) / em)
  for (const part of [0.27, 0.73]) {
    const centre = [paper.width / 2, paper.height * part] as const
    marks.push({ kind: 'outline', clusters, centre, size, gray: 0.93, angle: 14 })
  }
}

function addFooter(
  marks: Mark[],
  note: PageNote,
  no: number,
  count: number,
  { meta, edition, fingerprint }: FrameSettings,
  gaps: Gaps,
): void {
  const small = { size: 9, leading: 12.5 } as const
  const code = meta.checkCode && fingerprint
  const upper = code ? `照合コード ${meta.checkCode}　　内容の指紋 ${printedFingerprint(fingerprint)}` : ''
  const lower = code ? `照合先 ${meta.checkAddress}` : meta.issuer
  const block = stack([
    beside([
      { width: 'rest', block: text(upper, { ...small, align: 'left' }) },
      { width: 60, block: text(`${no}／${count}`, { ...small, align: 'right' }) },
    ]),
    beside([
      { width: 'rest', block: text(lower, { ...small, align: 'left' }) },
      { width: mm(48), block: text(edition, { ...small, align: 'right' }) },
    ]),
  ])
  const slices = block.lay(note.right - note.left, gaps)
  const height = slices.reduce((sum, slice) => sum + slice.height, 0)
  let y = note.height - note.up - height
  const rule = y - 3
  marks.push({ kind: 'line', from: [note.left, rule], to: [note.right, rule], width: 0.5, gray: 0 })
  for (const slice of slices) {
    slice.paint(marks, note.left, y)
    y += slice.height
  }
}
