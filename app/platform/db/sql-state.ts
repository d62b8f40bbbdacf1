import type { SqlState } from './wall-reasons.ts'

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function constraintName(cause: Record<string, unknown>): string | undefined {
  const constraint = cause.constraint
  if (typeof constraint === 'string') return constraint
  if (isRecord(constraint) && typeof constraint.index === 'string') return constraint.index
  const message = typeof cause.originalMessage === 'string' ? cause.originalMessage : ''
  return /constraint "([^"]+)"/.exec(message)?.[1]
}

/**
 * Finds the SQLSTATE in whatever Prisma or the driver adapter threw: refused statements carry it
 * in `meta.driverAdapterError.cause`, refused commits in `cause`, raw statements in `meta.code`, the driver's own
 * errors beside their severity.
 */
export function sqlStateOf(error: unknown): SqlState | null {
  for (let at = error, depth = 0; isRecord(at) && depth < 6; depth += 1) {
    if (typeof at.originalCode === 'string') {
      return { code: at.originalCode, constraint: constraintName(at) }
    }
    if (typeof at.code === 'string' && typeof at.severity === 'string') {
      return { code: at.code, constraint: constraintName(at) }
    }
    const meta = isRecord(at.meta) ? at.meta : undefined
    if (meta && isRecord(meta.driverAdapterError)) {
      at = meta.driverAdapterError
      continue
    }
    if (meta && typeof meta.code === 'string') return { code: meta.code }
    at = at.cause
  }
  return null
}
