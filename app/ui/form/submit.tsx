import type { ReactNode } from 'react'
import { ButtonBig, ButtonFill, ButtonLine, ButtonSmall, LinkButton } from '../button/buttons.tsx'

/** What a form carries besides its fields. */
export interface HiddenFieldsProps {
  /** Idempotency key, minted for each rendered form: `_key`. */
  formKey?: string
  /** Version of what is changed: `version`. */
  version?: number | string
  /** The act, when the form has only one button: `_intent`. */
  intent?: string
  /** Further values by name. */
  values?: Record<string, string | number | undefined>
}

/** The hidden fields of a form. Give each form exactly one. */
export function HiddenFields({ formKey, version, intent, values = {} }: HiddenFieldsProps) {
  const all: [string, string | number | undefined][] = [
    ['_key', formKey],
    ['version', version],
    ['_intent', intent],
  ]
  return (
    <>
      {[...all, ...Object.entries(values)].map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
    </>
  )
}

const LOOKS = { fill: ButtonFill, line: ButtonLine, big: ButtonBig, small: ButtonSmall, link: LinkButton }

export interface SubmitButtonProps {
  children: ReactNode
  /** The act this button stands for; sent as `_intent`. */
  intent?: string
  look?: keyof typeof LOOKS
  form?: string
}

/** Sends the form. Free choices take `look="line"`, all of them. The label says what happens. */
export function SubmitButton({ children, intent, look = 'fill', form }: SubmitButtonProps) {
  const Button = LOOKS[look]
  return (
    <Button type="submit" name={intent ? '_intent' : undefined} value={intent} form={form}>
      {children}
    </Button>
  )
}

/**
 * What Enter in a field sends: the form's main act. Browsers take the first button of a form for it; stand this first
 * where another button comes before the main one. Neither seen nor read out nor reached with the keyboard.
 */
export function EnterSends({ intent }: { intent?: string }) {
  return (
    <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" name={intent ? '_intent' : undefined} value={intent} />
  )
}
