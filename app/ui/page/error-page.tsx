import type { ReactNode } from 'react'
import { errorWords } from './sentences.ts'

export interface ErrorPageProps {
  /** 404, 409, 410, 503 or 500. */
  status: number
  /** Further sentences of this place: 「新しいご案内は、あおばデスクから届きます。」. */
  children?: ReactNode
  /** Where to go on: 「はじめのページへ」. */
  links?: { label: string; href: string }[]
  /** Of an error of ours: to be told when asking for help. */
  traceId?: string
}

/** The content of an error page, inside any frame. It says what is so and what to do, and blames nobody. */
export function ErrorPage({ status, children, links = [], traceId }: ErrorPageProps) {
  const words = errorWords(status)
  return (
    <div className="error-page">
      <h1 className="title">{words.title}</h1>
      {words.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
      {traceId ? (
        <p className="note">
          おたずねのときは、この番号をお知らせください：<span className="mono">{traceId}</span>
        </p>
      ) : null}
      {links.map((link) => (
        <p key={link.href}>
          <a className="link link-row" href={link.href}>
            {link.label}
          </a>
        </p>
      ))}
    </div>
  )
}
