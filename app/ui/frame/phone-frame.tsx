import type { ReactNode } from 'react'
import { Wordmark } from '../mark/wordmark.tsx'
import { CloseAtOnce } from './close-at-once.tsx'
import { PhoneFoot } from './phone-foot.tsx'
import type { PhoneHelp } from './phone-foot.tsx'
import { SkipLink } from './skip-link.tsx'

/**
 * The one action of the bar: leave at once (public and client pages), or the menu (supporters), or
 * nothing.
 */
export type BarAction =
  | { kind: 'close'; to: string; neutral?: string }
  | { kind: 'menu'; href: string }
  | { kind: 'none' }

export interface PhoneFrameProps {
  action: BarAction
  help: PhoneHelp
  /** Where the wordmark leads; without it the mark is no link (client pages). */
  home?: string
  /** Two columns from 48em: `top` holds the title, `side` the right column, the children the left one. */
  top?: ReactNode
  side?: ReactNode
  /**
   * On a narrow screen the side comes before the children (training page) or after them (supporter's
   * home).
   */
  sideFirst?: boolean
  children: ReactNode
}

/**
 * The frame of every page for visitors, applicants, supporters and clients (`.phone`, `.bar`, `.main`,
 * `.foot`). Client pages never have a side.
 */
export function PhoneFrame({ action, help, home, top, side, sideFirst = false, children }: PhoneFrameProps) {
  const columns = side !== undefined
  return (
    <div className={columns ? 'phone phone-wide' : 'phone'}>
      <SkipLink />
      <header className="bar">
        <div className="bar-in">
          {home ? (
            <a className="brand" href={home}>
              <Wordmark />
            </a>
          ) : (
            <span className="brand">
              <Wordmark />
            </span>
          )}
          <BarEntry action={action} />
        </div>
      </header>
      {columns ? (
        <main className={sideFirst ? 'main two two-side-first' : 'main two'} id="main">
          <div className="top">{top}</div>
          {sideFirst ? <div className="side">{side}</div> : null}
          <div className="rest">{children}</div>
          {sideFirst ? null : <div className="side">{side}</div>}
        </main>
      ) : (
        <main className="main" id="main">
          {top}
          {children}
        </main>
      )}
      <PhoneFoot help={help} />
    </div>
  )
}

function BarEntry({ action }: { action: BarAction }) {
  if (action.kind === 'close') return <CloseAtOnce to={action.to} neutral={action.neutral ?? '/closed'} />
  if (action.kind === 'menu')
    return (
      <a className="bar-act" href={action.href}>
        メニュー
      </a>
    )
  return null
}
