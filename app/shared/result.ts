/** Why an act was not done: a code that the feature's messages turn into a sentence. */
export interface Refusal {
  code: string
  /** Name of the form field the sentence belongs beside. */
  field?: string
  detail?: Record<string, string | number>
}

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** The act was done. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** The act is refused and nothing was changed. An expected answer, not an error. */
export function refuse(
  code: string,
  more: Omit<Refusal, 'code'> = {},
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, ...more } }
}

/** True when a value is a refused `Result`, whatever it would have carried. */
export function isRefused(value: unknown): value is { ok: false; refusal: Refusal } {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}
