import { Prisma } from './db/generated/client.ts'
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
  await tx.$queryRaw`select ${auditRow(event)}`
}

/**
 * The same as a part of a statement that is run anyway: once, and as the last thing in it.
 * @param detail the detail as SQL, where only the statement itself knows it: json as text
 */
export function auditRow(event: AuditEvent, detail: Prisma.Sql = detailOf(event)): Prisma.Sql {
  return Prisma.sql`app.audit(${event.action}, ${event.entity}, ${event.id}, ${detail}, ${event.bodyId ?? null}::uuid)::text`
}

function detailOf({ detail }: AuditEvent): Prisma.Sql {
  return Prisma.sql`${detail ? JSON.stringify(detail) : ''}`
}

/** As `audit`, for reading personal records: no row, no data. */
export async function auditRead(tx: Tx, event: AuditEvent): Promise<void> {
  await audit(tx, event)
}
