import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { dayBoxesOf, echoOf } from './day-parts.ts'
import type { DayBoxes } from './day-parts.ts'
import { describedBy, partField } from './field.ts'
import type { FieldLike, FieldTexts } from './field.ts'
import { GroupBlock } from './field-block.tsx'
import { TextField, TextControl } from './text-fields.tsx'
import type { TextFieldProps } from './text-fields.tsx'

const PARTS = [
  ['year', '年'],
  ['month', '月'],
  ['day', '日'],
] as const

export interface DateFieldProps extends FieldTexts {
  field: FieldLike
  support?: ReactNode
  /** 'bday' for one's own birth date. */
  autoComplete?: 'bday'
}

/**
 * A day in three boxes (`.date`), posted as `name.year`, `name.month`, `name.day`, with the Japanese year
 * echoed below. For birth dates and days long ago; near days are easier in `DayField`.
 */
export function DateField({
  field,
  label,
  required,
  support = '西暦で入力してください。例：1985年4月1日',
  autoComplete,
}: DateFieldProps) {
  const [boxes, setBoxes] = useState<DayBoxes>(() => dayBoxesOf(field.initialValue))
  const echo = echoOf(boxes)
  function follow(event: FormEvent<HTMLDivElement>) {
    const box = event.target
    if (!(box instanceof HTMLInputElement)) return
    const part = box.name.split('.').at(-1) as keyof DayBoxes
    setBoxes((now) => ({ ...now, [part]: box.value }))
  }
  return (
    <GroupBlock field={field} label={label} required={required} support={support}>
      <div className="date" onInput={follow}>
        {PARTS.map(([part, word], i) => (
          <label key={part}>
            <input
              key={field.key}
              className={part === 'year' ? 'input input-year' : 'input'}
              id={`${field.id}.${part}`}
              name={partField(field, part, '').name}
              inputMode="numeric"
              autoComplete={autoComplete ? `bday-${part}` : 'off'}
              defaultValue={dayBoxesOf(field.initialValue)[part]}
              aria-invalid={field.errors?.length ? true : undefined}
              aria-describedby={i === 0 ? describedBy(field, Boolean(support)) : undefined}
            />
            {word}
          </label>
        ))}
      </div>
      <p className="support date-echo" aria-live="polite">
        {echo}
      </p>
    </GroupBlock>
  )
}

/** A near day by the browser's own calendar, posted as one text 'YYYY-MM-DD'. */
export function DayField(props: Omit<TextFieldProps, 'type' | 'inputMode' | 'width' | 'unit'>) {
  return <TextField {...props} type="date" />
}

/** A time of day, posted as 'HH:MM' in 24 hours. */
export function TimeField(props: Omit<TextFieldProps, 'type' | 'inputMode' | 'width' | 'unit'>) {
  return <TextField {...props} type="time" />
}

export interface DateTimeFieldProps extends FieldTexts {
  /** The group: only its ids and errors are used, each part posts under its own name. */
  field: Pick<FieldLike, 'id' | 'descriptionId' | 'errorId'> & Partial<FieldLike>
  day: FieldLike
  /** One time, or from and until. */
  times: { field: FieldLike; label: string }[]
  support?: ReactNode
}

/** One of the controls of a group, whose sentences stand together below it. (Read by name, not copied.) */
function within(part: FieldLike, errorId: string): FieldLike {
  const { id, name, descriptionId, key, initialValue, errors, required } = part
  return { id, name, errorId, descriptionId, key, initialValue, errors, required }
}

/** A day and a time, or a day with from and until (`.pair`). */
export function DateTimeField({ field, label, required, support, day, times }: DateTimeFieldProps) {
  const errors = [
    ...(field.errors ?? []),
    ...(day.errors ?? []),
    ...times.flatMap((time) => time.field.errors ?? []),
  ]
  return (
    <GroupBlock
      field={{ name: '', ...field }}
      label={label}
      required={required}
      support={support}
      errors={errors}
    >
      <div className="pair pair-near">
        <div>
          <label htmlFor={day.id}>日にち</label>
          <TextControl field={within(day, field.errorId)} type="date" />
        </div>
        {times.map((time) => (
          <div key={time.field.name}>
            <label htmlFor={time.field.id}>{time.label}</label>
            <TextControl field={within(time.field, field.errorId)} type="time" />
          </div>
        ))}
      </div>
    </GroupBlock>
  )
}
