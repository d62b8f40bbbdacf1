import type { ReactElement, ReactNode } from 'react'
import type { IsoInstant, MailKind, MailProps } from '#app/shared/mail-kinds.ts'
import { dayParts, jpDateWithYear, jpTime, tokyoDay, type TokyoDay } from '#app/shared/tokyo-day.ts'
import { mailName } from './subject.ts'

/** Who writes: the body's desk, as it may be named to others. */
export interface Desk {
  name: string
  mail: string | null
  phone: string | null
}

/** What the sender adds to a mail's own facts. */
export interface Frame {
  desk: Desk
  /** Public address of the site, without a closing slash. */
  origin: string
  /** The one-use link, where the kind has one. */
  link: string
}

/** The props of a mail's component: its facts and the frame. */
export type LetterProps<K extends MailKind> = MailProps[K] & Frame

/** One kind of mail. */
export interface MailDefinition<K extends MailKind> {
  /** Fixed words, and at most a number or a day of ours: never a name (N17). */
  subject(props: LetterProps<K>): string
  Component(props: LetterProps<K>): ReactElement
  /** Leaves at any hour. Every other mail to a person rests between 21:00 and 8:00. */
  atOnce: boolean
  /** A person's private address, or somebody at work at a desk. */
  reader: 'person' | 'desk'
  /** The text must not hold the word ひきこもり; only training mails may, in the course's official name. */
  wordFree: boolean
  /** Made-up facts for the preview and the tests. */
  sample: MailProps[K]
}

/** The sheet every mail is written on: who writes, the way out in line 3, the matter, where to ask. */
export function Letter({ desk, children }: { desk: Desk; children: ReactNode }): ReactElement {
  return (
    <>
      <p>{mailName(desk.name)}からのお知らせです。</p>
      <p>このメールに心当たりがない場合は、お手数ですが破棄してください。</p>
      {children}
      <hr />
      <p>
        おたずね先　{mailName(desk.name)}
        <Line name="メール" value={desk.mail} />
        <Line name="電話" value={desk.phone} />
      </p>
      {desk.mail ? <p>メールだけでも、だいじょうぶです。</p> : null}
    </>
  )
}

function Line({ name, value }: { name: string; value: string | null }): ReactElement | null {
  if (!value) return null
  return (
    <>
      <br />
      {name}　{value}
    </>
  )
}

/** One matter in one or two short sentences. */
export function P({ children }: { children: ReactNode }): ReactElement {
  return <p>{children}</p>
}

/** Names and values. */
export function Facts({ of }: { of: [name: string, value: string][] }): ReactElement {
  return (
    <dl>
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A page to open, its address in full, so that the reader sees where it leads. */
export function Page({ label, href }: { label: string; href: string }): ReactElement {
  return (
    <p>
      {label}
      <br />
      <a href={href}>{href}</a>
    </p>
  )
}

/** 「2026年12月3日（木）14時30分」 in Tokyo. */
export function dateTime(instant: IsoInstant): string {
  const at = new Date(instant)
  return `${jpDateWithYear(tokyoDay(at))}${jpTime(at)}`
}

/** 「2026年12月3日（木）」. */
export function date(day: TokyoDay): string {
  return jpDateWithYear(day)
}

/** 「12月3日」, for subject lines. */
export function monthDay(day: TokyoDay): string {
  const { month, dayOfMonth } = dayParts(day)
  return `${month}月${dayOfMonth}日`
}
