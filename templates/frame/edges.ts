import { dayToWareki } from '#app/shared/wareki.ts'
import { printedFingerprint } from '../fingerprint.ts'
import { beside, heightOf, stack } from './block.ts'
import { lineClusters } from './clusters.ts'
import { mm, textWidth } from './marks.ts'
import { text } from './text.ts'
import type { DocumentMeta } from '../fields.ts'
import type { Block } from './block.ts'
import type { Gaps } from './clusters.ts'
import type { Body } from './flow.ts'
import type { Mark } from './marks.ts'

/** Where the footer of a page stands: its lowest line and its sides, in points. */
export interface FootRoom {
  bottom: number
  left: number
  right: number
}

/** What the footer of a page says. */
export interface FootNote {
  meta: DocumentMeta
  edition: string
  fingerprint: string | null
  no: number
  pageCount: number
}

/** Form number on the left, number and date of the document on the right: the first lines of a form. */
export function formHead({ formNo, meta }: { formNo: string; meta: DocumentMeta }): Block {
  const date = meta.issuedOn ? dayToWareki(meta.issuedOn) : '令和　　年　　月　　日'
  const right = { size: 10, leading: 15, align: 'right' } as const
  return beside([
    { width: 'rest', block: text(formNo, { size: 9, leading: 15, align: 'left' }) },
    { width: mm(60), block: stack([meta.no ? text(meta.no, right) : null, text(date, right)]) },
  ])
}

/** Title and number, the head of the pages after the first. */
export function runningHead(title: string, no: string | null): Block {
  return beside([
    { width: 'rest', block: text(title, { size: 9, leading: 13, align: 'left' }) },
    { width: mm(50), block: text(no ?? '', { size: 9, leading: 13, align: 'right' }) },
  ])
}

/** Puts a head into the upper margin of a page. */
export function paintRunning(marks: Mark[], head: Block, body: Body, gaps: Gaps): void {
  let y = mm(11)
  for (const slice of head.lay(body.right - body.left, gaps)) {
    slice.paint(marks, body.left, y)
    y += slice.height
  }
}

/** Large pale letters across the page, drawn as shapes so that they are no part of the text. */
export function addWatermark(
  marks: Mark[],
  words: string,
  paper: { width: number; height: number },
  gaps: Gaps,
): void {
  const clusters = lineClusters(words, 'bold', gaps)
  const size = Math.min(64, (paper.width * 0.72) / textWidth(clusters, 1))
  for (const part of [0.27, 0.73]) {
    const centre = [paper.width / 2, paper.height * part] as const
    marks.push({ kind: 'outline', clusters, centre, size, gray: 0.93, angle: 14 })
  }
}

/** Check code, fingerprint, where to check, page and edition under a fine line. A blank says it is one. */
export function addFooter(marks: Mark[], room: FootRoom, note: FootNote, gaps: Gaps): void {
  const { meta, fingerprint } = note
  const code = meta.checkCode && fingerprint
  const upper = code ? `照合コード ${meta.checkCode}　　内容の指紋 ${printedFingerprint(fingerprint)}` : ''
  const lower = code ? `照合先 ${meta.checkAddress}` : `${meta.issuer}　手書き用`
  const lines = stack([
    footLine(upper, `${note.no}／${note.pageCount}`, 60),
    footLine(lower, note.edition, mm(48)),
  ])
  const slices = lines.lay(room.right - room.left, gaps)
  let y = room.bottom - heightOf(slices)
  const rule = y - 3
  marks.push({ kind: 'line', from: [room.left, rule], to: [room.right, rule], width: 0.5, gray: 0 })
  for (const slice of slices) {
    slice.paint(marks, room.left, y)
    y += slice.height
  }
}

function footLine(left: string, right: string, width: number): Block {
  const small = { size: 9, leading: 12.5 } as const
  return beside([
    { width: 'rest', block: text(left, { ...small, align: 'left' }) },
    { width, block: text(right, { ...small, align: 'right' }) },
  ])
}
