import { Fragment } from 'react'
import type { ReactNode } from 'react'

interface Words {
  children: ReactNode
  id?: string
}

/** The one title of a phone page (`h1.title`). `over` is the small line above it. */
export function Title({ children, over, id }: Words & { over?: ReactNode }) {
  return (
    <>
      {over ? <p className="over">{over}</p> : null}
      <h1 className="title" id={id}>
        {children}
      </h1>
    </>
  )
}

/** What this is and what to do, under the title: at most three sentences (`.lead`). */
export function Lead({ children, id }: Words) {
  return (
    <p className="lead" id={id}>
      {children}
    </p>
  )
}

/** Heading of a section of a phone page (`h2.head`). `Section` sets it for you. */
export function Head({ children, id }: Words) {
  return (
    <h2 className="head" id={id}>
      {children}
    </h2>
  )
}

/** Small heading inside a section (`h3.sub`). */
export function Sub({ children, id }: Words) {
  return (
    <h3 className="sub" id={id}>
      {children}
    </h3>
  )
}

/** Help and second lines: 16 px, gray-700 on the phone, 15 px at the desk (`.note`). */
export function Note({ children, id }: Words) {
  return (
    <p className="note" id={id}>
      {children}
    </p>
  )
}

/** Paragraphs of running text with the right distance between them (`.prose`). */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>
}

/** A plain list with dots (`ul.dots > li`). */
export function Dots({ items }: { items: ReactNode[] }) {
  return (
    <ul className="dots">
      {items.map((item, i) => (
        <li key={i}>{item}</li>
      ))}
    </ul>
  )
}

/** A numbered list (`ol.numbers > li`). */
export function Numbers({ items }: { items: ReactNode[] }) {
  return (
    <ol className="numbers">
      {items.map((item, i) => (
        <li key={i}>{item}</li>
      ))}
    </ol>
  )
}

/** A link inside a sentence (`.link`). */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="link" href={href}>
      {children}
    </a>
  )
}

/** A link in a line of its own, 44 px high (`.link .link-row`). */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="link link-row" href={href}>
      {children}
    </a>
  )
}

/** A link to a file: what it is, its kind, pages and size 「受講申込書（PDF、2ページ、210KB）」. */
export function FileLink({ href, children, about }: { href: string; children: ReactNode; about: string }) {
  return (
    <a className="link link-row" href={href}>
      {children}（{about}）
    </a>
  )
}

/** A number of the product (R8-KJ-00042-7): figures of one width, never cut (`.mono`). */
export function Mono({ children }: { children: ReactNode }) {
  return <span className="mono">{children}</span>
}

/** So long a domain still stands in one line of a narrow screen. */
const wholeDomain = 24

/** A mail address: where it is too long for its line it breaks before 「@」, and a very long domain after a dot. */
export function MailAddress({ children }: { children: string }) {
  return children.split(/(?=@)/).map((part, i) => (
    <Fragment key={i}>
      {i > 0 ? <wbr /> : null}
      {part.startsWith('@') ? <Domain>{part}</Domain> : part}
    </Fragment>
  ))
}

/** A fact or an answer whose value, if it is a mail address, breaks where an address may. */
export function breakable<Item extends { value: string; isMail?: boolean }>({ isMail, ...item }: Item) {
  return { ...item, value: isMail ? <MailAddress>{item.value}</MailAddress> : item.value }
}

function Domain({ children }: { children: string }) {
  if (children.length <= wholeDomain) return <Phrase>{children}</Phrase>
  return children.split(/(?<=[.])/).map((part, i) => <Fragment key={i}>{i > 0 ? <wbr /> : null}{part}</Fragment>)
}

/** Words that stand in one line wherever a line is long enough for them, and break where none is (`.phrase`). */
export function Phrase({ children }: { children: ReactNode }) {
  return <span className="phrase">{children}</span>
}

/** A sentence that should not break inside (`.nowrap`), such as a date. */
export function Whole({ children }: { children: ReactNode }) {
  return <span className="nowrap">{children}</span>
}

/** A day, or a time or span of time, with the particle that belongs to it. */
const dayOrTime = /((?:\d{4}年)?\d{1,2}月\d{1,2}日（.）(?:から|まで|ごろ|に|〜)*|\d{1,2}時(?:\d{1,2}分)?(?:〜\d{1,2}時(?:\d{1,2}分)?)?)/

/** A text whose days and times stay whole, wherever a line is long enough for them. Anything but a text is left as it is. */
export function datesWhole(words: ReactNode): ReactNode {
  if (typeof words !== 'string') return words
  const parts = words.split(dayOrTime)
  if (parts.length === 1) return words
  return parts.map((part, i) => (i % 2 === 1 ? <Phrase key={i}>{part}</Phrase> : part))
}

/** 「11月20日（金）9時」, which breaks between the day and the time only. */
export function DayAndTime({ children }: { children: string }) {
  const cut = children.indexOf('）') + 1
  return (
    <>
      <Whole>{children.slice(0, cut)}</Whole>
      <wbr />
      <Whole>{children.slice(cut)}</Whole>
    </>
  )
}
