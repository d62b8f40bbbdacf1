import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { Chevron } from '../mark/chevron.tsx'
import { datesWhole } from '../words/words.tsx'

/** A name and its value. */
export interface Fact {
  name: ReactNode
  value: ReactNode
}

/** Names and values side by side (`dl.facts`). `wide` for longer names, `lined` with 1 px lines. */
export function Facts({
  items,
  wide = false,
  lined = false,
}: {
  items: Fact[]
  wide?: boolean
  lined?: boolean
}) {
  const className = ['facts', wide && 'facts-wide', lined && 'facts-line'].filter(Boolean).join(' ')
  return (
    <dl className={className}>
      {items.map((item, i) => (
        <div key={i}>
          <dt>{item.name}</dt>
          <dd>{datesWhole(item.value)}</dd>
        </div>
      ))}
    </dl>
  )
}

/**
 * One group of answers before they are sent (`dl.answers`), with one 「直す」 beside the heading that leads to
 * the first field of the group; the group's name is in its hidden text.
 */
export function Answers({ title, editHref, items }: { title: string; editHref?: string; items: Fact[] }) {
  return (
    <section>
      <div className="answers-head">
        <h2 className="head">{title}</h2>
        {editHref ? (
          <a className="link link-row" href={editHref}>
            直す<span className="sr-only">（{title}）</span>
          </a>
        ) : null}
      </div>
      <dl className="answers">
        {items.map((item, i) => (
          <div key={i}>
            <dt>{item.name}</dt>
            <dd>{item.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Places to go (`ul.rows`). Its children are `Row`. Not for decisions. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className="rows">{children}</ul>
}

/** One place to go: the whole row is the target (`a.row`). `note` is the small second line. */
export function Row({ href, children, note }: { href: string; children: ReactNode; note?: ReactNode }) {
  return (
    <li>
      <a className="row" href={href}>
        <span>
          <b>{children}</b>
          {note ? <small>{datesWhole(note)}</small> : null}
        </span>
        <Chevron />
      </a>
    </li>
  )
}

/** A step of what happens next. */
export interface PathStep {
  when: ReactNode
  what: ReactNode
  note?: ReactNode
  done?: boolean
}

/** What happens next, with real dates (`ol.path`); a filled ring is done. */
export function Path({ steps }: { steps: PathStep[] }) {
  return (
    <ol className="path">
      {steps.map((step, i) => (
        <li key={i} className={step.done ? 'is-done' : undefined}>
          <b>
            {step.when}
            {step.done ? <span className="sr-only">（済みました）</span> : null}
          </b>
          {step.what}
          {step.note ? (
            <>
              <br />
              <span className="note">{step.note}</span>
            </>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

/** 「4つのうち2つめ」 in words, then bars for the eye (`.steps`). `at` counts from 1; `label` says of what. */
export function Steps({ of, at, label }: { of: number; at: number; label?: string }) {
  return (
    <div className="steps">
      <p>
        {of}つのうち{at}つめ{label ? `　${label}` : null}
      </p>
      <ol aria-hidden="true">
        {Array.from({ length: of }, (_, i) => (
          <li key={i} className={i + 1 <= at ? 'is-done' : undefined} />
        ))}
      </ol>
    </div>
  )
}

/** A person or place to call. `tel` is shown as written and dialled without the hyphens. */
export interface Call {
  name: ReactNode
  tel: string
  note?: ReactNode
  /** 119 and 110: the number is large. */
  large?: boolean
}

/** Whom to call, name left and number right (`ul.calls`); `ordered` numbers them (`ol.calls-order`). */
export function Calls({ items, ordered = false }: { items: Call[]; ordered?: boolean }) {
  const Tag = ordered ? 'ol' : 'ul'
  return (
    <Tag className={ordered ? 'calls calls-order' : 'calls'}>
      {items.map((item, i) => (
        <li key={i}>
          <b>{item.name}</b>
          <a className={item.large ? 'tel tel-large' : 'tel'} href={`tel:${item.tel.replace(/[^\d+]/g, '')}`}>
            {item.tel}
          </a>
          {item.note ? <small>{item.note}</small> : null}
        </li>
      ))}
    </Tag>
  )
}

/** Names over their explanations, as running text (`dl.prose`): 「興味があるとき」「見送るとき」. */
export function Cases({ items }: { items: Fact[] }) {
  return (
    <dl className="prose">
      {items.map((item, i) => (
        <div key={i}>
          <dt className="sub">{item.name}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Lines of one text, broken between them. */
export function Lines({ lines }: { lines: ReactNode[] }) {
  return (
    <>
      {lines.map((line, i) => (
        <Fragment key={i}>
          {i > 0 ? <br /> : null}
          {datesWhole(line)}
        </Fragment>
      ))}
    </>
  )
}
