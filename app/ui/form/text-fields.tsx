import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode } from 'react'
import { describedBy, textOf } from './field.ts'
import type { FieldLike, FieldTexts } from './field.ts'
import { FieldBlock, FieldError, GroupBlock } from './field-block.tsx'

/** How wide a control is: the width tells how long the answer may be. */
export type ControlWidth = 'xs' | 's' | 'm' | 'l' | 'full'

interface ControlProps {
  field: FieldLike
  type?: HTMLInputTypeAttribute
  inputMode?: 'text' | 'numeric' | 'email' | 'tel' | 'decimal'
  autoComplete?: HTMLInputAutoCompleteAttribute
  width?: ControlWidth
  readOnly?: boolean
  hasSupport?: boolean
  className?: string
}

/** The browser's own calendar and clock have a width of their own. */
const NATIVE: Partial<Record<HTMLInputTypeAttribute, string>> = { date: 'input-date', time: 'input-time' }

/** The bare control (`.input`), for fields that are not one of the blocks below. */
export function TextControl({
  field,
  type = 'text',
  width = 'full',
  hasSupport = false,
  className,
  ...rest
}: ControlProps) {
  return (
    <input
      {...rest}
      key={field.key}
      id={field.id}
      name={field.name}
      type={type}
      defaultValue={textOf(field.initialValue)}
      className={['input', NATIVE[type], width !== 'full' && `cw-${width}`, className]
        .filter(Boolean)
        .join(' ')}
      aria-invalid={field.errors?.length ? true : undefined}
      aria-describedby={describedBy(field, hasSupport)}
    />
  )
}

export interface TextFieldProps extends FieldTexts, Omit<ControlProps, 'hasSupport' | 'className'> {
  support?: ReactNode
  /** A word after the control: 「人」, 「分」. */
  unit?: string
}

/** One line of text (`.field` + `.input`). */
export function TextField({ field, label, required, support, unit, ...control }: TextFieldProps) {
  const input = <TextControl field={field} hasSupport={Boolean(support)} {...control} />
  return (
    <FieldBlock field={field} label={label} required={required} support={support}>
      {unit ? (
        <div className="with-unit">
          {input}
          <span>{unit}</span>
        </div>
      ) : (
        input
      )}
    </FieldBlock>
  )
}

/** A sum in yen: figures at the right, 円 outside. */
export function MoneyField({
  support,
  ...props
}: Omit<TextFieldProps, 'type' | 'inputMode' | 'width' | 'unit'>) {
  const { field, label, required } = props
  return (
    <FieldBlock field={field} label={label} required={required} support={support}>
      <div className="with-unit">
        <TextControl
          field={field}
          hasSupport={Boolean(support)}
          inputMode="numeric"
          width="s"
          className="input-num"
          autoComplete="off"
        />
        <span>円</span>
      </div>
    </FieldBlock>
  )
}

export interface TextAreaProps extends FieldTexts {
  field: FieldLike
  support?: ReactNode
  rows?: number
}

/** A longer text that grows with what is written (`.area`). */
export function TextArea({ field, label, required, support, rows }: TextAreaProps) {
  return (
    <FieldBlock field={field} label={label} required={required} support={support}>
      <textarea
        key={field.key}
        id={field.id}
        name={field.name}
        rows={rows}
        defaultValue={textOf(field.initialValue)}
        className="area"
        aria-invalid={field.errors?.length ? true : undefined}
        aria-describedby={describedBy(field, Boolean(support))}
      />
    </FieldBlock>
  )
}

/** Two fields side by side under one legend: 姓 and 名, セイ and メイ, from and until. */
export interface PairFieldProps extends FieldTexts {
  /** The pair as a whole: its id is where the summary leads, its errors concern both. */
  field: Pick<FieldLike, 'id' | 'descriptionId' | 'errorId'> & Partial<FieldLike>
  parts: (Omit<ControlProps, 'hasSupport' | 'className'> & { label: string })[]
  support?: ReactNode
  /** A line below: 「姓と名に分けられないとき」. */
  below?: ReactNode
}

/** Two fields side by side when each has 128 px (`.pair`). */
export function PairField({ field, label, required, support, parts, below }: PairFieldProps) {
  return (
    <GroupBlock field={{ name: '', ...field }} label={label} required={required} support={support}>
      <div className="pair">
        {parts.map(({ label: partLabel, ...part }) => (
          <div key={part.field.name}>
            <label htmlFor={part.field.id}>{partLabel}</label>
            <TextControl {...part} />
            <FieldError field={part.field} />
          </div>
        ))}
      </div>
      {below}
    </GroupBlock>
  )
}

export interface FileFieldProps extends FieldTexts {
  field: FieldLike
  /** Kinds and greatest size in words: 「PDF、JPEG、PNG。10MBまで」. */
  support: ReactNode
  /** The kinds the file chooser offers: 'application/pdf,image/png'. */
  accept?: string
  multiple?: boolean
}

/** A file. The form needs `encType="multipart/form-data"`. */
export function FileField({ field, label, required, support, accept, multiple }: FileFieldProps) {
  return (
    <FieldBlock field={field} label={label} required={required} support={support}>
      <input
        key={field.key}
        id={field.id}
        name={field.name}
        type="file"
        accept={accept}
        multiple={multiple}
        className="input input-file"
        aria-invalid={field.errors?.length ? true : undefined}
        aria-describedby={describedBy(field, true)}
      />
    </FieldBlock>
  )
}
