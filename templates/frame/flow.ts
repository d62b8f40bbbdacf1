import type { Block, Slice } from './block.ts'
import type { Gaps } from './clusters.ts'
import type { Mark, Sheet } from './marks.ts'

/** Where the body of a page stands, in points from the top left corner. */
export interface Body {
  left: number
  right: number
  top: number
  bottom: number
}

/** How the pages of one part of a document look. */
export interface PageStyle {
  width: number
  height: number
  body: Body
  /** Painted under the content of every new page; `no` counts from 1 inside this part. */
  begin(marks: Mark[], no: number): void
}

/** Puts slices onto sheets, one under the other, and begins new sheets where they end. */
export interface Flow {
  readonly sheets: Sheet[]
  /** Begins a new sheet of another style; the following content flows on there. */
  part(style: PageStyle): void
  put(block: Block): void
  /** Points left on the present sheet. */
  remaining(): number
  readonly body: Body
  readonly marks: Mark[]
}

/** An empty flow; `part` has to be called before anything is put. */
export function createFlow(gaps: Gaps): Flow {
  const sheets: Sheet[] = []
  let style: PageStyle
  let no = 0
  let y = 0

  function begin(): void {
    const sheet: Sheet = { width: style.width, height: style.height, marks: [] }
    sheets.push(sheet)
    no += 1
    y = style.body.top
    style.begin(sheet.marks, no)
  }

  function marks(): Mark[] {
    return sheets.at(-1)!.marks
  }

  function paint(slice: Slice): void {
    slice.paint(marks(), style.body.left, y)
    y += slice.height
  }

  function turn(before: Slice | undefined, next: Slice): void {
    before?.atPageEnd?.(marks(), style.body.left, y)
    begin()
    for (const slice of next.head ?? []) paint(slice)
    if (!before || next.head?.length) return
    next.atPageStart?.(marks(), style.body.left, y)
    y += next.reopen ?? 0
  }

  return {
    sheets,
    part(next) {
      style = next
      no = 0
      begin()
    },
    put(block) {
      const { body } = style
      const slices = block.lay(body.right - body.left, gaps)
      let before: Slice | undefined
      slices.forEach((slice, i) => {
        const fresh = y <= body.top
        if (slice.air && (fresh || y + slice.height > body.bottom)) return
        if (!fresh && y + needed(slices, i, body.bottom - body.top) > body.bottom + 0.01) turn(before, slice)
        paint(slice)
        before = slice
      })
    },
    remaining: () => style.body.bottom - y,
    get body() {
      return style.body
    },
    get marks() {
      return marks()
    },
  }
}

/** Height of a slice with all that has to stay with it; the slice alone when that is more than a page. */
function needed(slices: readonly Slice[], from: number, page: number): number {
  let height = 0
  for (const slice of slices.slice(from)) {
    height += slice.height
    if (!slice.stay) break
  }
  return height <= page ? height : slices[from]!.height
}
