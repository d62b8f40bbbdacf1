import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { datesWhole } from '../words/words.tsx'

/** Facts of a matter in two columns with hairlines (`dl.dl`); `tight` has the narrower column of names. */
export function Dl({
  items,
  tight = false,
}: {
  items: { name: ReactNode; value: ReactNode; note?: ReactNode }[]
  tight?: boolean
}) {
  return (
    <dl className={tight ? 'dl dl-tight' : 'dl'}>
      {items.map((item, i) => (
        <Fragment key={i}>
          <dt>{item.name}</dt>
          <dd>
            {datesWhole(item.value)}
            {item.note ? <small>{datesWhole(item.note)}</small> : null}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** Things one below the other with hairlines (`ul.list`); `note` is the small second line. */
export function List({ items }: { items: { text: ReactNode; note?: ReactNode }[] }) {
  return (
    <ul className="list">
      {items.map((item, i) => (
        <li key={i}>
          {datesWhole(item.text)}
          {item.note ? <small>{datesWhole(item.note)}</small> : null}
        </li>
      ))}
    </ul>
  )
}

/**
 * An entry of the time line. `at` is machine readable ('2026-11-13' or an ISO instant), `date` what is
 * read.
 */
export interface TimeEntry {
  at?: string
  date: ReactNode
  kind: ReactNode
  text: ReactNode
  note?: ReactNode
}

/** What happened, newest first (`ol.tl`): date, kind, text. */
export function TimeLine({ items }: { items: TimeEntry[] }) {
  return (
    <ol className="tl">
      {items.map((item, i) => (
        <li key={i}>
          <time dateTime={item.at}>{item.date}</time>
          <span className="tl-kind">{item.kind}</span>
          <div>
            {item.text}
            {item.note ? <small>{item.note}</small> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** A step of the contact tree. */
export interface TreeStep {
  /** 「15時24分」, or 「これから」. */
  time: ReactNode
  /** 「仮野 → 例田（コーディネーター）」 */
  who: ReactNode
  /** 「電話」 */
  how?: ReactNode
  note?: ReactNode
  done: boolean
}

/** The contact tree as it was walked (`ol.tree`): filled dot = done, hollow = to come. */
export function Tree({ steps }: { steps: TreeStep[] }) {
  return (
    <ol className="tree">
      {steps.map((step, i) => (
        <li key={i} className={step.done ? 'done' : 'next'}>
          <span className="tree-time">{step.time}</span>
          <div>
            <b>{step.who}</b>
            {step.how ? <span>{step.how}</span> : null}
            {step.note ? <small>{step.note}</small> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** One of the five steps. `waiting`: the present step is held up by somebody's answer. */
export interface LineStep {
  name: ReactNode
  note: ReactNode
  state: 'done' | 'now' | 'wait'
  waiting?: boolean
}

/** 希望 → 同意 → 候補 → 計画の合意 → 活動 (`ol.stepline`). Never shown further than the record is. */
export function StepLine({ steps }: { steps: LineStep[] }) {
  return (
    <ol className="stepline" aria-label={`進みぐあい（全${steps.length}段）`}>
      {steps.map((step, i) => (
        <li
          key={i}
          className={step.state === 'now' && step.waiting ? 'now wait' : step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <i aria-hidden="true">{i + 1}</i>
          <b>
            {step.name}
            {step.state === 'done' ? <span className="sr-only">（済み）</span> : null}
          </b>
          {step.note}
        </li>
      ))}
    </ol>
  )
}

/** The one-line summary of a provision (`.five`): five facts side by side. */
export function FiveFacts({ items }: { items: { name: ReactNode; value: ReactNode; note?: ReactNode }[] }) {
  return (
    <dl className="five">
      {items.map((item, i) => (
        <div key={i}>
          <dt>{item.name}</dt>
          <dd>
            {datesWhole(item.value)}
            {item.note ? <small>{datesWhole(item.note)}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The day's participants (`ul.att`). Its children are `AttendanceRow`. */
export function AttendanceList({ children }: { children: ReactNode }) {
  return <ul className="att">{children}</ul>
}

/** One participant: name, small note, and a `Seg`. */
export function AttendanceRow({
  name,
  note,
  children,
}: {
  name: ReactNode
  note?: ReactNode
  children: ReactNode
}) {
  return (
    <li>
      <div>
        <b>{name}</b>
        {note ? <small>{note}</small> : null}
      </div>
      {children}
    </li>
  )
}

/** Four big radios in a row (`.seg`), 48 px high. `legend` is read aloud: 「あおき れい の出席」. */
export function Seg({
  name,
  legend,
  options,
  value,
  form,
}: {
  name: string
  legend: string
  options: { value: string; label: string }[]
  value?: string
  form?: string
}) {
  return (
    <fieldset className="seg">
      <legend className="sr-only">{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === value}
            form={form}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
