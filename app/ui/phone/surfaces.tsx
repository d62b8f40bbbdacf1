import type { ReactNode } from 'react'
import { Chevron } from '../mark/chevron.tsx'
import { Head } from '../words/words.tsx'

/** A part of a phone page, 48 px from the one above (`section` + `.head`). */
export function Section({ title, id, children }: { title?: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section id={id}>
      {title ? <Head>{title}</Head> : null}
      {children}
    </section>
  )
}

/**
 * The one thing that counts now, once per screen (`.soft`). `title` is the small cyan heading, `big` the
 * date and time, the only big text besides the page title.
 */
export function Soft({ title, big, children }: { title?: ReactNode; big?: ReactNode; children?: ReactNode }) {
  return (
    <section className="soft">
      {title || big ? (
        <div>
          {title ? <h2 className="soft-title">{title}</h2> : null}
          {big ? <p className="soft-big">{big}</p> : null}
        </div>
      ) : null}
      {children}
    </section>
  )
}

/** Nothing is due, or resting: what is so, then that nothing is expected (`.quiet`). */
export function Quiet({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className="quiet">
      {title ? <h2 className="sub">{title}</h2> : null}
      {children}
    </section>
  )
}

/** A thin frame for a text that is quoted or shown as another person sees it (`.framed`). */
export function Framed({ children }: { children: ReactNode }) {
  return <div className="framed">{children}</div>
}

/** Part of a report for one circle of readers (`.layer`): number and name, then who reads it. */
export function Layer({
  no,
  title,
  readers,
  children,
}: {
  no: number
  title: ReactNode
  readers: ReactNode
  children: ReactNode
}) {
  return (
    <section className="layer">
      <h2 className="head">
        {no}　{title}
      </h2>
      <p className="readers">読む人　{readers}</p>
      {children}
    </section>
  )
}

/** Questions opened on demand (`details.more`). The first one of a page is `open`. */
export function More({
  title,
  open = false,
  children,
}: {
  title: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <details className="more" open={open}>
      <summary>
        {title}
        <Chevron to="down" />
      </summary>
      <div>{children}</div>
    </details>
  )
}

/** 「14時32分に保存しました。」: one grey sentence under the title, read out politely (`.state`). */
export function State({ children }: { children: ReactNode }) {
  return (
    <p className="state" role="status">
      {children}
    </p>
  )
}

/** No signal: what happened, that writing goes on, where the text is (`.state-off`). */
export function StateOff({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="state-off" role="status">
      <b>{title}</b>
      {children}
    </div>
  )
}

/** A receipt number and what it is for, inside the soft surface (`.soft` + `.receipt`). */
export function Receipt({
  label = '受付番号',
  no,
  children,
}: {
  label?: string
  no: string
  children?: ReactNode
}) {
  return (
    <div className="soft">
      <div>
        <p className="note">{label}</p>
        <p className="receipt">{no}</p>
      </div>
      {children ? <p className="note">{children}</p> : null}
    </div>
  )
}
