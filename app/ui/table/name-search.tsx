import type { ReactNode } from 'react'
import { TextControl } from '../form/text-fields.tsx'
import { FieldError } from '../form/field-block.tsx'
import type { FieldLike } from '../form/field.ts'
import { HiddenFields } from '../form/submit.tsx'

const searchId = 'name-search'

/** Searching by a name: sent as POST, because a name has no place in an address. `address` keeps the filters. */
export function NameSearch({ label, field, address, formKey }: {
  label: string
  field: FieldLike
  address: string
  formKey: string
}) {
  return (
    <details className="filters-fold">
      <summary>{label}でさがす</summary>
      <form className="filters" method="post" action={address} id={searchId}>
        <HiddenFields formKey={formKey} />
        <div>
          <label htmlFor={field.id}>{label}</label>
          <TextControl field={field} width="l" autoComplete="off" className="input-s" />
          <FieldError field={field} />
        </div>
        <button type="submit" className="btn btn-s btn-g">さがす</button>
      </form>
    </details>
  )
}

/** A way within a list: a link, or, while a name is searched for, a button that sends the name along. */
export function WayInList({ href, named = false, current, className, children }: {
  href: string
  /** The list is narrowed to a name. */
  named?: boolean
  current?: boolean
  className?: string
  children: ReactNode
}) {
  const rest = { className, 'aria-current': current ? ('page' as const) : undefined }
  if (!named) return <a href={href} {...rest}>{children}</a>
  return <button type="submit" form={searchId} formAction={href} {...rest}>{children}</button>
}
