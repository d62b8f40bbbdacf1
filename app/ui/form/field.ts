/**
 * What a field component reads of a form field. Conform's `FieldMetadata` is one; a plain object will do
 * as well. `initialValue` is a text, several texts, or an object of texts (a day in three boxes).
 */
export interface FieldLike {
  id: string
  name: string
  errorId: string
  descriptionId: string
  key?: string | undefined
  initialValue?: unknown
  errors?: string[] | undefined
  required?: boolean | undefined
}

/** What every field takes. */
export interface FieldTexts {
  /** The name of the field, in bold. */
  label: string
  /** 「※必須」 or 「※任意」; `null` shows neither. Left out, the field's own constraint decides. */
  required?: boolean | null
}

/** A field for a form that is not built with Conform (filters, logging in). */
export function plainField(name: string, value?: string, errors?: string[], prefix = 'field'): FieldLike {
  const id = `${prefix}-${name}`
  return { id, name, errorId: `${id}-error`, descriptionId: `${id}-description`, initialValue: value, errors }
}

/** A field below another in a group posted as `name.part` (year, month, day). */
export function partField(field: FieldLike, part: string, value: string): FieldLike {
  const id = `${field.id}.${part}`
  return {
    id,
    name: `${field.name}.${part}`,
    errorId: `${id}-error`,
    descriptionId: `${id}-description`,
    initialValue: value,
  }
}

/** The first value of a field as text; empty when there is none. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return textOf(value[0])
  return typeof value === 'string' ? value : ''
}

/** All values of a field of several choices. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((v): v is string => typeof v === 'string')
  return typeof value === 'string' && value !== '' ? [value] : []
}

/** Ids of the texts that describe a control: the error first, then the support. */
export function describedBy(field: FieldLike, hasSupport: boolean): string | undefined {
  const ids = [field.errors?.length ? field.errorId : null, hasSupport ? field.descriptionId : null]
  return ids.filter(Boolean).join(' ') || undefined
}

/** A field whose typed value is never drawn again: a password. (Conform's field is read by name, not copied.) */
export function secretField(field: FieldLike): FieldLike {
  const { id, name, errorId, descriptionId, errors, required } = field
  return { id, name, errorId, descriptionId, errors, required }
}
