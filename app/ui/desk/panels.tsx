import type { ReactNode } from 'react'

interface PanelProps {
  title?: ReactNode
  children: ReactNode
  id?: string
}

/** A frame (`.panel`). */
export function Panel({ title, children, id }: PanelProps) {
  return (
    <section className="panel" id={id}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </section>
  )
}

/** A very light grey surface for what is said by the way (`.panel-soft`). */
export function PanelSoft({ title, children, id }: PanelProps) {
  return (
    <section className="panel-soft" id={id}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </section>
  )
}

/** A cyan notice: the count of attendance, "your draft is still here" (`.tell`). */
export function Tell({
  title,
  children,
  status = false,
}: {
  title?: ReactNode
  children?: ReactNode
  status?: boolean
}) {
  return (
    <section className="tell" role={status ? 'status' : undefined}>
      {title ? <b>{title}</b> : null}
      {children}
    </section>
  )
}

/** "Look first", or "this will happen" (`.look`): a dark frame, its action at the right (or `below`). */
export function Look({
  title,
  children,
  action,
  below = false,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  below?: boolean
}) {
  return (
    <section className={below ? 'look look-below' : 'look'}>
      <div>
        <b>{title}</b>
        {children}
      </div>
      {action ? <div className="btns">{action}</div> : null}
    </section>
  )
}

/** 連絡のきまり (`.rules`): beside or above anything that calls, writes or visits. */
export function RulesBox({
  title = '連絡のきまり',
  rules,
}: {
  title?: ReactNode
  rules: { name: string; text: ReactNode }[]
}) {
  return (
    <section className="rules">
      <h2>{title}</h2>
      <ul>
        {rules.map((rule, i) => (
          <li key={i}>
            <b>{rule.name}</b>
            <span>{rule.text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Incident pages only (`.emergency`). The title gets its 「【緊急】」. */
export function EmergencyBanner({
  title,
  children,
  actions,
}: {
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <section className="emergency" aria-label="緊急のお知らせ">
      <h2>【緊急】{title}</h2>
      {children}
      {actions ? <div className="btns">{actions}</div> : null}
    </section>
  )
}

/** The clause a rule comes from, as a small line (`.clause`): 根拠：要領 第3-3(3)イ. */
export function Clause({ children, href }: { children: ReactNode; href?: string }) {
  return (
    <span className="clause">
      根拠：
      {href ? (
        <a className="link" href={href}>
          {children}
        </a>
      ) : (
        children
      )}
    </span>
  )
}

export interface RefusalProps {
  /** What cannot be done, in a plain sentence: 「まだサポーターを探せません」. */
  title: string
  /** Why, in about two sentences, the missing thing in bold; and whom to ask. */
  children: ReactNode
  clause?: { label: string; href?: string }
  /** できること: about two choices. */
  can: { text: ReactNode; note?: ReactNode }[]
  /** The buttons for them, the primary first. */
  actions?: ReactNode
}

/**
 * The refusal pattern (`.refuse`): left what, why and the ground; right what can be done. Not red, no
 * override.
 */
export function Refusal({ title, children, clause, can, actions }: RefusalProps) {
  return (
    <section className="refuse">
      <div>
        <h2>{title}</h2>
        {children}
        {clause ? (
          <p>
            <Clause href={clause.href}>{clause.label}</Clause>
          </p>
        ) : null}
      </div>
      <div>
        <h2>できること</h2>
        <ul className="list">
          {can.map((item, i) => (
            <li key={i}>
              {item.text}
              {item.note ? <small>{item.note}</small> : null}
            </li>
          ))}
        </ul>
        {actions ? <div className="btns">{actions}</div> : null}
      </div>
    </section>
  )
}

/** What differs from the last version (`.changed`): the old text struck, the new text bold and underlined. */
export function Changed({
  since,
  changes,
}: {
  since: string
  changes: { name: string; before: ReactNode; after: ReactNode }[]
}) {
  return (
    <div className="changed">
      {changes.map((change, i) => (
        <p key={i}>
          {since}から変えたところ　{change.name}：<del>{change.before}</del> → <ins>{change.after}</ins>
        </p>
      ))}
    </div>
  )
}

/** 「下書きを保存しました　17時8分」 (`.saved`), read out politely. */
export function Saved({ children }: { children: ReactNode }) {
  return (
    <span className="saved" role="status">
      {children}
    </span>
  )
}

/** Help in small grey letters at the desk (`.note`). */
export function Help({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <p className="note" id={id}>
      {children}
    </p>
  )
}
