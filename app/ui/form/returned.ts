import { plainField, type FieldLike } from './field.ts'
import type { SummaryEntry } from './summary.ts'

/** What an action gives back for a form that was not accepted (Conform's result, as JSON). */
export interface ReturnedForm {
  intent: string
  lastResult: { initialValue?: Record<string, unknown> | null; error?: Record<string, unknown> | null }
}

export interface ReturnedFields {
  /** A field with what was typed, or else the value from the record, and its sentences. */
  field: (name: string, otherwise?: string) => FieldLike
  /** All values of a field of several choices, as typed or from the record. */
  texts: (name: string, otherwise?: string[]) => string[]
  /** For `ErrorSummary`. */
  entries: SummaryEntry[]
  failed: boolean
}

function textsOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.filter((one): one is string => typeof one === 'string')
}

/**
 * A form without a script: its fields as they come back from the server, typed text kept.
 * @param prefix names the form; ids are `prefix-field`
 * @param intent only what this button sent counts; left out, whatever was sent
 */
export function returnedFields(returned: ReturnedForm | undefined, prefix: string, intent?: string): ReturnedFields {
  const mine = returned && (!intent || returned.intent === intent) ? returned.lastResult : undefined
  const typed = mine?.initialValue ?? {}
  const error = mine?.error ?? {}
  const sent = mine !== undefined
  return {
    field: (name, otherwise) =>
      plainField(name, sent ? (textsOf(typed[name])[0] ?? '') : otherwise, textsOf(error[name]), prefix),
    texts: (name, otherwise = []) => (sent ? textsOf(typed[name]) : otherwise),
    entries: Object.entries(error).flatMap(([name, sentences]) =>
      textsOf(sentences).slice(0, 1).map((text) => ({ text, fieldId: name === '' ? null : `${prefix}-${name}` })),
    ),
    failed: Object.keys(error).length > 0,
  }
}
