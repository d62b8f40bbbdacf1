import type { ReactNode } from 'react'
import { Wordmark } from '../mark/wordmark.tsx'
import { DeskRail, DeskRailMobile } from './desk-rail.tsx'
import type { DeskHelp } from './desk-rail.tsx'
import { markRail } from './rail.ts'
import type { RailItem } from './rail.ts'
import { SkipLink } from './skip-link.tsx'

export interface DeskFrameProps {
  /** For which body one acts now; always visible: 「あおば市 福祉課」. */
  body: string
  /** In which role: 「派遣担当」. */
  role: string
  person: string
  /** Only when the person has another body or role to act for. */
  switchHref?: string
  /** Address of the POST that logs out. */
  logout: string
  /** 「令和8年度（2026年度）」 and 「11月18日（水）」. */
  fiscalYear: string
  today: string
  rail: RailItem[]
  /** The address of the page (`useLocation().pathname`); it marks the entry of the rail. */
  path: string
  help: DeskHelp
  /** Last line on paper: office, name, date and time of printing. */
  printed?: string
  children: ReactNode
}

/** The frame of every page for staff: top bar, rail, content (`.desk`, `.topbar`, `.rail`, `.desk-main`). */
export function DeskFrame(props: DeskFrameProps) {
  const items = markRail(props.rail, props.path)
  return (
    <div className="desk">
      <SkipLink />
      <TopBar {...props} />
      <DeskRailMobile items={items} help={props.help} />
      <div className="shell">
        <DeskRail items={items} fiscalYear={props.fiscalYear} today={props.today} help={props.help} />
        <main className="desk-main" id="main">
          {props.children}
          {props.printed ? (
            <p className="only-print">{props.printed}　この紙は用が済んだら裁断してください。</p>
          ) : null}
        </main>
      </div>
    </div>
  )
}

function TopBar({ body, role, person, switchHref, logout }: DeskFrameProps) {
  return (
    <header className="topbar">
      <div className="topbar-mark">
        <a href="/desk">
          <Wordmark />
        </a>
      </div>
      <div className="who">
        <b>{body}</b>
        <p>
          {role}として {person}
          {switchHref ? (
            <>
              {'　'}
              <a className="link" href={switchHref}>
                所属・役割を切り替える
              </a>
            </>
          ) : null}
        </p>
      </div>
      <div className="topbar-links">
        <form method="post" action={logout}>
          <button type="submit" className="link">
            ログアウト
          </button>
        </form>
      </div>
    </header>
  )
}
