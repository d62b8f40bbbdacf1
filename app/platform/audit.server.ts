import type { Tx } from './db/with-actor.server.ts'

/** One thing that happened to one record. */
export interface AuditEvent {
  /** Feature and verb, for example `application.accept` or `case.view`. */
  action: string
  /** Table of the record. */
  entity: string
  id: string
  /** Facts without personal text: states, versions, numbers, ids. */
  detail?: Record<string, string | number | boolean | null>
  /** The chain it belongs to, where the actor acts for no body (supporter, card, visitor). */
  bodyId?: string
}

/**
 * Writes one row into the body's audit chain, in the act's own transaction (N13). Called last:
 * the chain's head stays locked until the commit.
 */
export async function audit(tx: Tx, event: AuditEvent): Promise<void> {
  const payload = event.detail ? JSON.stringify(event.detail) : ''
  await tx.$queryRaw`
    select app.audit(${event.action}, ${event.entity}, ${event.id}, ${payload}, ${event.bodyId ?? null}::uuid)::text`
}

/** As `audit`, for reading personal records: no row, no data. */
export async function auditRead(tx: Tx, event: AuditEvent): Promise<void> {
  await audit(tx, event)
}
