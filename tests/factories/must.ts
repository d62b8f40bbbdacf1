import type { Result } from '#app/shared/result.ts'

/** The value of an act that must have been done. @throws with the refusal's code otherwise */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** What an act that must not be done answers; for `toMatchObject`. @param more what the refusal says beyond its code */
export function refused(code: string, more: object = {}) {
  return { ok: false, refusal: { code, ...more } }
}
