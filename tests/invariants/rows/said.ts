import { sqlStateOf } from '#app/platform/db/sql-state.ts'

interface DriverError {
  code?: string
  constraint?: string
}

/**
 * What the database said to an attempt: `allowed`, one of our own codes (`YN041`), or an ordinary SQLSTATE together
 * with the constraint's name (`23514 request_consent_first`), because those are shared by many walls.
 */
export async function said(attempt: () => Promise<unknown>): Promise<string> {
  try {
    await attempt()
  } catch (error) {
    const wrapped = sqlStateOf(error)
    const { code, constraint } = wrapped ?? (error as DriverError)
    if (!code) throw error
    return code.startsWith('23') ? `${code} ${constraint ?? '?'}` : code
  }
  return 'allowed'
}
