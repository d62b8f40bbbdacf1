import type { ReactNode } from 'react'
import { describedBy, textOf, textsOf } from './field.ts'
import type { FieldLike, FieldTexts } from './field.ts'
import { FieldBlock, FieldError, GroupBlock } from './field-block.tsx'

/** A choice. `note` is its small second line. */
export interface Choice {
  value: string
  label: ReactNode
  note?: ReactNode
}

/** 「あとで答える」: a row of its own on every question that the law does not demand. */
export const LATER: Choice = { value: 'later', label: 'あとで答える' }

/** Rows one below the other (phone), side by side (desk), or `grid` columns of the same width (desk). */
export type ChoiceLayout = 'rows' | 'inline' | 'grid'

interface GroupProps extends FieldTexts {
  field: FieldLike
  options: Choice[]
  support?: ReactNode
  layout?: ChoiceLayout
}

/** One of several (`.picks > .pick`). The whole row is the target. */
export function RadioGroup({ field, label, required, support, options, layout }: GroupProps) {
  const chosen = textOf(field.initialValue)
  return (
    <GroupBlock field={field} label={label} required={required} support={support}>
      <Picks layout={layout}>
        {options.map((option, i) => (
          <Pick
            key={option.value}
            type="radio"
            field={field}
            option={option}
            first={i === 0}
            checked={option.value === chosen}
            hasSupport={Boolean(support)}
          />
        ))}
      </Picks>
    </GroupBlock>
  )
}

/** As many of several as one likes. */
export function CheckboxGroup({ field, label, required, support, options, layout }: GroupProps) {
  const chosen = textsOf(field.initialValue)
  return (
    <GroupBlock field={field} label={label} required={required} support={support}>
      <Picks layout={layout}>
        {options.map((option, i) => (
          <Pick
            key={option.value}
            type="checkbox"
            field={field}
            option={option}
            first={i === 0}
            checked={chosen.includes(option.value)}
            hasSupport={Boolean(support)}
          />
        ))}
      </Picks>
    </GroupBlock>
  )
}

/** A single yes (`.pick`). It posts 'on' (or `value`) when chosen and nothing otherwise. */
export function CheckboxField({
  field,
  label,
  note,
  value = 'on',
}: {
  field: FieldLike
  label: ReactNode
  note?: ReactNode
  value?: string
}) {
  return (
    <div className="field">
      <div className="picks">
        <label className="pick">
          <input
            key={field.key}
            id={field.id}
            type="checkbox"
            name={field.name}
            value={value}
            defaultChecked={textsOf(field.initialValue).includes(value)}
            aria-invalid={field.errors?.length ? true : undefined}
            aria-describedby={describedBy(field, false)}
          />
          <span>
            {label}
            {note ? <small>{note}</small> : null}
          </span>
        </label>
      </div>
      <FieldError field={field} />
    </div>
  )
}

export interface SelectFieldProps extends FieldTexts {
  field: FieldLike
  options: { value: string; label: string }[]
  /** The words of the empty first choice; null leaves it out. */
  blank?: string | null
  support?: ReactNode
  width?: 's' | 'm' | 'l' | 'full'
}

/** One of many, as the browser's own list (`.select-wrap > select.input`). */
export function SelectField({
  field,
  label,
  required,
  support,
  options,
  blank = '選んでください',
  width = 'full',
}: SelectFieldProps) {
  return (
    <FieldBlock field={field} label={label} required={required} support={support}>
      <span className={width === 'full' ? 'select-wrap' : `select-wrap cw-${width}`}>
        <select
          key={field.key}
          id={field.id}
          name={field.name}
          className="input"
          defaultValue={textOf(field.initialValue)}
          aria-invalid={field.errors?.length ? true : undefined}
          aria-describedby={describedBy(field, Boolean(support))}
        >
          {blank === null ? null : <option value="">{blank}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    </FieldBlock>
  )
}

/** Rows of choices for a form of one's own (`.picks`); its children are `Pick`. */
export function Picks({ layout, children }: { layout?: ChoiceLayout; children: ReactNode }) {
  return <div className={layout ? `picks picks-${layout}` : 'picks'}>{children}</div>
}

/**
 * One choice (`label.pick`). A radio has no state "invalid": the error is in the description. `first`
 * carries the description, because a fieldset's is not read reliably.
 */
export function Pick({
  type,
  field,
  option,
  checked,
  first = false,
  hasSupport = false,
}: {
  type: 'radio' | 'checkbox'
  field: FieldLike
  option: Choice
  checked: boolean
  first?: boolean
  hasSupport?: boolean
}) {
  return (
    <label className="pick">
      <input
        key={field.key}
        type={type}
        name={field.name}
        value={option.value}
        defaultChecked={checked}
        aria-describedby={first ? describedBy(field, hasSupport) : undefined}
      />
      <span>
        {option.label}
        {option.note ? <small>{option.note}</small> : null}
      </span>
    </label>
  )
}
