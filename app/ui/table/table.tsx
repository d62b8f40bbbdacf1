import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { datesWhole } from '../words/words.tsx'

/** A column: its head, how a cell is made, and how it behaves. */
export interface Column<Row> {
  /** The head, in words; also the label of the value on a narrow screen. */
  label: string
  cell: (row: Row) => ReactNode
  /** The small second line of the cell. */
  small?: (row: Row) => ReactNode
  /** Figures: right aligned, one width. */
  num?: boolean
  /** Never breaks (names, dates, numbers). */
  nowrap?: boolean
  /** The head of the row (`th scope=row`). */
  head?: boolean
  /** The label is read but not shown (a column of buttons). */
  quietHead?: boolean
  /** On a narrow screen the value stands without its label (number, name). */
  plain?: boolean
}

export interface TableProps<Row> {
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  caption?: ReactNode
  /**
   * Under 48em: `two` labelled values side by side, `one` below another, `keep` scrolls sideways
   * (comparison).
   */
  narrow?: 'two' | 'one' | 'keep'
  /** Cells are centred on the height of the row. */
  middle?: boolean
  /** Prints on A4 landscape. */
  landscape?: boolean
  /** A heading row before the first row of each group. */
  groupOf?: (row: Row) => string
  /** Instead of rows: what is so, and that nothing is expected. */
  empty?: ReactNode
}

/** A table of the desk (`.tbl`). `—` means "does not apply", 「不明」 is a value, blank is forbidden. */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, caption, narrow = 'two', middle, landscape, empty } = props
  if (rows.length === 0 && empty !== undefined) return <p className="tbl-empty">{empty}</p>
  const className = ['tbl', narrow !== 'keep' && 'tbl-r', narrow === 'one' && 'tbl-1', middle && 'tbl-mid']
    .filter(Boolean)
    .join(' ')
  const table = (
    <table className={className}>
      {caption ? <caption>{caption}</caption> : null}
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.label} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        <BodyRows {...props} />
      </tbody>
    </table>
  )
  // A region that scrolls sideways must be reachable by keyboard.
  if (narrow === 'keep') {
    return (
      <div className={landscape ? 'tw print-land' : 'tw'} tabIndex={0} role="group" aria-label="表">
        {table}
      </div>
    )
  }
  return <div className={landscape ? 'tw-fit print-land' : 'tw-fit'}>{table}</div>
}

function BodyRows<Row>({ columns, rows, rowKey, groupOf }: TableProps<Row>) {
  let last: string | undefined
  return (
    <>
      {rows.map((row) => {
        const group = groupOf?.(row)
        const opens = group !== undefined && group !== last
        last = group
        return (
          <Fragment key={rowKey(row)}>
            {opens ? (
              <tr className="grp">
                <th scope="colgroup" colSpan={columns.length}>
                  {group}
                </th>
              </tr>
            ) : null}
            <tr>
              {columns.map((column) => (
                <BodyCell key={column.label} column={column} row={row} />
              ))}
            </tr>
          </Fragment>
        )
      })}
    </>
  )
}

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  return (
    <th scope="col" className={column.num ? 'num' : undefined}>
      {column.quietHead ? <span className="sr-only">{column.label}</span> : column.label}
    </th>
  )
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const small = column.small?.(row)
  const className =
    [column.num && 'num', column.nowrap && 'nw', column.plain && 'plain'].filter(Boolean).join(' ') ||
    undefined
  const label = column.quietHead ? undefined : column.label
  const content = (
    <>
      {datesWhole(column.cell(row))}
      {small ? <small>{datesWhole(small)}</small> : null}
    </>
  )
  if (column.head)
    return (
      <th scope="row" className={className} data-l={label}>
        {content}
      </th>
    )
  return (
    <td className={className} data-l={label}>
      {content}
    </td>
  )
}

/** Below a table: one sentence that defines the computed column, and the pager (`.tbl-foot`). */
export function TableFoot({ children, pager }: { children?: ReactNode; pager?: ReactNode }) {
  return (
    <div className="tbl-foot">
      <span>{children}</span>
      {pager}
    </div>
  )
}

/** Secondary words in a cell, gray-700 (`.mut`). */
export function Muted({ children }: { children: ReactNode }) {
  return <span className="mut">{children}</span>
}

/**
 * Five dots and the word of the stage (`.mini`): filled = done, ring = now, thin = to come. `done`
 * counts the filled, 0 to 5.
 */
export function MiniDots({ done, children }: { done: number; children: ReactNode }) {
  return (
    <>
      <span className={`mini mini-${done}`} aria-hidden="true" />
      {children}
    </>
  )
}
