import type { ReactNode } from 'react'
import { Mark } from './field-block.tsx'

/** The form used during a phone call (`.qf`): labels at the left, so that a whole call fits into one fold. */
export function QuickForm({ children }: { children: ReactNode }) {
  return <div className="qf">{children}</div>
}

/** One line of it. With `htmlFor` the label belongs to one control, otherwise the line is a group. */
export function QuickRow({
  label,
  required = null,
  htmlFor,
  children,
}: {
  label: string
  required?: boolean | null
  htmlFor?: string
  children: ReactNode
}) {
  if (htmlFor) {
    return (
      <div className="qf-row">
        <label className="qf-label" htmlFor={htmlFor}>
          {label}
          <Mark required={required} />
        </label>
        <div>{children}</div>
      </div>
    )
  }
  return (
    <fieldset className="qf-row">
      <legend className="sr-only">{label}</legend>
      <span className="qf-label" aria-hidden="true">
        {label}
        <Mark required={required} />
      </span>
      <div>{children}</div>
    </fieldset>
  )
}

/** Buttons that stay at the lower edge, only on the phone-call form (`.actbar`). */
export function ActBar({ children }: { children: ReactNode }) {
  return <div className="btns actbar">{children}</div>
}

/** Two fields side by side in a desk form (`.g2`); one under 48em. */
export function TwoFields({ children }: { children: ReactNode }) {
  return <div className="g2">{children}</div>
}
