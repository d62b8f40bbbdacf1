import type { MouseEvent } from 'react'
import { summaryHeading, summaryOf } from './summary.ts'
import type { FormLike, SummaryEntry } from './summary.ts'

/**
 * The check before going on (`.check`), above the title after a failed send: it takes the focus and leads
 * to the fields. Not red. Give it the Conform form, or the `entries` themselves. Nothing is shown without
 * entries.
 */
export function ErrorSummary(props: { form: FormLike } | { entries: SummaryEntry[] }) {
  const entries = 'form' in props ? summaryOf(props.form) : props.entries
  if (entries.length === 0) return null
  return (
    // By the attribute alone: a script that comes later would take the focus from whoever already corrects.
    <div className="check" tabIndex={-1} autoFocus>
      <div role="alert">
        <h2>{summaryHeading(entries)}</h2>
        <ul>
          {entries.map((entry, i) => (
            <li key={i}>
              {entry.fieldId === null ? (
                entry.text
              ) : (
                <a className="link link-row" href={`#${entry.fieldId}`} onClick={goToField}>
                  {entry.text}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Brings the label into view, then puts the cursor into the field, or into the first control of a group. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)))
  if (!target) return
  event.preventDefault()
  const control = target.matches('fieldset')
    ? target.querySelector<HTMLElement>('input, select, textarea')
    : target
  ;(target.closest('.field') ?? target).scrollIntoView()
  ;(control ?? target).focus({ preventScroll: true })
}
