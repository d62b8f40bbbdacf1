/** Facts that may stand in a log: ids, codes, counts and durations; never text that a person wrote. */
export type LogFields = Record<string, string | number | boolean | null | undefined>

function write(level: 'info' | 'warn' | 'error', event: string, fields: LogFields): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })
  ;(level === 'info' ? process.stdout : process.stderr).write(`${line}\n`)
}

/** One line of JSON per event. */
export const log = {
  info: (event: string, fields: LogFields = {}) => write('info', event, fields),
  warn: (event: string, fields: LogFields = {}) => write('warn', event, fields),
  error: (event: string, fields: LogFields = {}) => write('error', event, fields),
}

/** What a log may say of an unexpected error: its kind, code and place, not its message, which can hold typed text. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  const place = error.stack?.split('\n').filter((line) => line.trim().startsWith('at ')).slice(0, 4)
  return { kind: error.name, code, place: place?.map((line) => line.trim()).join(' < ') }
}
