import type { ReactNode } from 'react'
import { datesWhole, Phrase } from '../words/words.tsx'

/** Where one is (`nav.crumb`); absent on top-level pages. The last entry has no address. */
export function Crumb({ items }: { items: { label: ReactNode; href?: string }[] }) {
  return (
    <nav className="crumb" aria-label="現在地">
      {items.map((item, i) => (
        <span key={i}>
          {i > 0 ? (
            <span className="crumb-sign" aria-hidden="true">
              ／
            </span>
          ) : null}
          {item.href ? (
            <a className="link" href={item.href}>
              {item.label}
            </a>
          ) : (
            <span aria-current="page">{item.label}</span>
          )}
        </span>
      ))}
    </nav>
  )
}

/** A word for a state. */
export type ChipKind = 'now' | 'done' | 'stop' | 'dark' | 'plain'

/**
 * A state in words (`.chip`). `now`: it is here · `done`: over · `stop`: waits for somebody or cannot go on ·
 * `dark`: something left the house · `plain`: said by the way.
 */
export function Chip({ kind = 'plain', children }: { kind?: ChipKind; children: ReactNode }) {
  return <span className={kind === 'plain' ? 'chip' : `chip chip-${kind}`}>{children}</span>
}

export interface PageHeadProps {
  title: ReactNode
  /** The number of the matter, R8-HK-00031-0. */
  no?: string
  /** Words beside the title, such as whose report it is. */
  beside?: ReactNode
  /** One `Chip`. */
  chip?: ReactNode
  /** Text links: print, export. */
  links?: { label: ReactNode; href: string }[]
  /** Other things at the right, such as `PrintButton` or the saved sentence. */
  extra?: ReactNode
  /** At most one primary button (`ButtonFill`). */
  primary?: ReactNode
  /** A grey line below: period, place, definition. */
  sub?: ReactNode
}

/**
 * The head of a desk page (`.page-head`): h1, number, one chip; right: links and at most one primary
 * button.
 */
export function PageHead({ title, no, beside, chip, links = [], extra, primary, sub }: PageHeadProps) {
  const right = links.length > 0 || extra || primary
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {beside ? <span>{beside}</span> : null}
      {no ? <span className="mono">{no}</span> : null}
      {chip}
      {right ? (
        <div className="page-acts">
          {links.map((link) => (
            <a key={link.href} className="link" href={link.href}>
              {link.label}
            </a>
          ))}
          {extra}
          {primary}
        </div>
      ) : null}
      {sub ? <p className="page-sub">{typeof sub === 'string' ? <Pieces>{sub}</Pieces> : sub}</p> : null}
    </div>
  )
}

/** 「定員30人　受講 12人」: each of its pieces stands in one line. */
function Pieces({ children }: { children: string }) {
  return children.split(/(?<=　)/).map((piece, i) => <Phrase key={i}>{piece}</Phrase>)
}

/** One cell of the brief: a sentence, and a small line with who and when. */
export interface BriefCell {
  text: ReactNode
  note?: ReactNode
}

/**
 * 要点帯 (`dl.brief`): 期限 ／ 約束したこと ／ つぎの一歩. Always three, always this order; null says
 * 「いまはありません」.
 */
export function Brief({
  due,
  promised,
  next,
}: {
  due: BriefCell | null
  promised: BriefCell | null
  next: BriefCell | null
}) {
  const cells: [string, BriefCell | null][] = [
    ['期限', due],
    ['約束したこと', promised],
    ['つぎの一歩', next],
  ]
  return (
    <dl className="brief">
      {cells.map(([name, cell]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {cell ? datesWhole(cell.text) : 'いまはありません'}
            {cell?.note ? <small>{datesWhole(cell.note)}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A section of a desk page (`.sec`): heading, small grey words beside it, one thing at the right. */
export function DeskSection({
  title,
  small,
  right,
  id,
  first = false,
  children,
}: {
  title: ReactNode
  small?: ReactNode
  right?: ReactNode
  id?: string
  /** The first section of a column stands without the distance above. */
  first?: boolean
  children: ReactNode
}) {
  return (
    <section className={first ? undefined : 'sec'} id={id}>
      <div className="sec-h">
        <h2>{title}</h2>
        {small ? <small>{small}</small> : null}
        {right ? <span className="sec-right">{right}</span> : null}
      </div>
      {children}
    </section>
  )
}

/** Columns of a desk page: text and 320 px (`right`), other widths, 320 px and text (`left`), or halves. */
export type ColumnShape = 'right' | 'right-372' | 'right-430' | 'left'

/** Two columns, gap 32 px (`.cols`); one under 62em. Give exactly two children. */
export function Cols({ shape = 'right', children }: { shape?: ColumnShape; children: ReactNode }) {
  return <div className={shape === 'right' ? 'cols' : `cols cols-${shape}`}>{children}</div>
}
