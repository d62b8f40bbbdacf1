import type { ReactNode } from 'react'
import { Wordmark } from '../mark/wordmark.tsx'
import { SkipLink } from './skip-link.tsx'

/**
 * The frame of logging in and choosing one's hat (`.desk .login`): mark, form left, help right, foot
 * links.
 */
export function LoginFrame({
  children,
  side,
  foot,
}: {
  children: ReactNode
  side?: ReactNode
  foot?: ReactNode
}) {
  return (
    <div className="desk login">
      <SkipLink />
      <div className="login-in">
        <header>
          <Wordmark large />
        </header>
        <main className={side ? 'login-cols' : 'login-one'} id="main">
          <div>{children}</div>
          {side ? <div className="login-side">{side}</div> : null}
        </main>
        {foot ? <footer className="login-foot">{foot}</footer> : null}
      </div>
    </div>
  )
}
