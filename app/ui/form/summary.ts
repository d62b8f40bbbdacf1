/**
 * A place to look at again: the sentence, and the id of the field it belongs to (null: the form as a
 * whole).
 */
export interface SummaryEntry {
  text: string
  fieldId: string | null
}

/** What the summary reads of a form. Conform's `FormMetadata` is one. */
export interface FormLike {
  id: string
  allErrors: Record<string, string[] | null | undefined>
}

/**
 * The entries of a form in the order of its errors, one per field: its first sentence, without the example at
 * its end. The name of one value of a group ('ways[0]') leads to the group. The empty name is the whole form.
 */
export function summaryOf(form: FormLike): SummaryEntry[] {
  const entries: SummaryEntry[] = []
  for (const [name, errors] of Object.entries(form.allErrors)) {
    const field = name.replace(/\[\d+\]$/, '')
    const fieldId = field === '' ? null : `${form.id}-${field}`
    const said = (errors ?? []).map((error) => error.replace(/例：.*$/s, '').trim())
    for (const text of fieldId === null ? said : said.slice(0, 1)) {
      const known = entries.some((entry) => entry.fieldId === fieldId && entry.text === text)
      if (!known) entries.push({ text, fieldId })
    }
  }
  return entries
}

/** 「入力内容のご確認をお願いします（2か所）」; without the count when nothing points to a field. */
export function summaryHeading(entries: SummaryEntry[]): string {
  const places = new Set(entries.filter((entry) => entry.fieldId !== null).map((entry) => entry.fieldId)).size
  return places === 0 ? 'ご確認をお願いします' : `入力内容のご確認をお願いします（${places}か所）`
}
