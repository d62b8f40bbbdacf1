import type { ReactNode } from 'react'
import { currentLabel } from './rail.ts'
import type { MarkedItem } from './rail.ts'

/** Whom to ask, at the foot of the rail: 「困ったとき」. */
export interface DeskHelp {
  lines: ReactNode[]
  /** 「はじめての方へ」 */
  firstHref?: string
}

interface RailProps {
  items: MarkedItem[]
  fiscalYear: string
  today: string
  help: DeskHelp
}

/** The left rail: the year and the day, the map of the work, whom to ask (`.rail`). */
export function DeskRail({ items, fiscalYear, today, help }: RailProps) {
  return (
    <nav className="rail" aria-label="主なメニュー">
      <p className="rail-day">
        {fiscalYear}
        <br />
        {today}
      </p>
      <ul>
        {items.map((item) => (
          <RailEntry key={item.href + item.label} item={item} />
        ))}
      </ul>
      <HelpLines help={help} className="rail-foot" />
    </nav>
  )
}

/** The same map under 62em, closed at first; works without a script (`details.rail-mobile`). */
export function DeskRailMobile({ items, help }: { items: MarkedItem[]; help: DeskHelp }) {
  const now = currentLabel(items)
  return (
    <details className="rail-mobile">
      <summary>メニュー{now ? `（いま：${now}）` : ''}</summary>
      <nav aria-label="メニュー">
        {items
          .flatMap((item) => [item, ...item.items])
          .map((item) => (
            <a key={item.href + item.label} href={item.href} aria-current={item.current ? 'page' : undefined}>
              <span>{item.label}</span>
              <Count of={item.count} />
            </a>
          ))}
      </nav>
      <HelpLines help={help} className="rail-help" />
    </details>
  )
}

function RailEntry({ item }: { item: MarkedItem }) {
  return (
    <li className={item.open ? 'open' : undefined}>
      <a href={item.href} aria-current={item.current ? 'page' : undefined}>
        <span>{item.label}</span>
        <Count of={item.count} />
      </a>
      {item.open && item.items.length > 0 ? (
        <ul>
          {item.items.map((sub) => (
            <RailEntry key={sub.href + sub.label} item={sub} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function Count({ of }: { of: number | undefined }) {
  if (of === undefined) return null
  return (
    <span className="n">
      {of}
      <span className="sr-only">件</span>
    </span>
  )
}

function HelpLines({ help, className }: { help: DeskHelp; className: string }) {
  return (
    <div className={className}>
      <b>困ったとき</b>
      {help.lines.map((line, i) => (
        <p key={i}>{line}</p>
      ))}
      {help.firstHref ? (
        <p>
          <a className="link" href={help.firstHref}>
            はじめての方へ
          </a>
        </p>
      ) : null}
    </div>
  )
}
