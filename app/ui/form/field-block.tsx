import type { ReactNode } from 'react'
import type { FieldLike } from './field.ts'

/** 「※必須」 or 「※任意」, beside the label in the same accessible name. */
export function Mark({ required }: { required: boolean | null }) {
  if (required === null) return null
  return <span className={required ? 'req' : 'opt'}>{required ? '※必須' : '※任意'}</span>
}

/** Help above the control. */
export function Support({ field, children }: { field: FieldLike; children: ReactNode }) {
  return children ? (
    <p className="support" id={field.descriptionId}>
      {children}
    </p>
  ) : null
}

/**
 * What to do about the value, under the control; shown after sending only. An example at its end (「例：…」) stands
 * on a line of its own.
 */
export function FieldError({ field, errors = field.errors }: { field: FieldLike; errors?: string[] }) {
  if (!errors?.length) return null
  return (
    <div className="error" id={field.errorId}>
      {errors.map((error) => {
        const [sentence, example] = error.split(/(?=例：)/)
        return (
          <p key={error}>
            ＊{sentence}
            {example ? <br /> : null}
            {example}
          </p>
        )
      })}
    </div>
  )
}

interface BlockProps {
  field: FieldLike
  label: string
  required?: boolean | null
  support?: ReactNode
  children: ReactNode
}

/** Label → mark → support → control → error, for one control (`.field`). */
export function FieldBlock({ field, label, required, support, children }: BlockProps) {
  return (
    <div className="field">
      <label className="label" htmlFor={field.id}>
        {label}
        <Mark required={markOf(field, required)} />
      </label>
      <Support field={field}>{support}</Support>
      {children}
      <FieldError field={field} />
    </div>
  )
}

/**
 * The same for several controls: `fieldset` and `legend`. The fieldset carries the field's id for the
 * summary.
 */
export function GroupBlock({
  field,
  label,
  required,
  support,
  children,
  errors,
}: BlockProps & { errors?: string[] }) {
  return (
    <fieldset className="field" id={field.id} tabIndex={-1}>
      <legend className="label">
        {label}
        <Mark required={markOf(field, required)} />
      </legend>
      <Support field={field}>{support}</Support>
      {children}
      <FieldError field={field} errors={errors} />
    </fieldset>
  )
}

function markOf(field: FieldLike, required: boolean | null | undefined): boolean | null {
  return required === undefined ? field.required ?? false : required
}
