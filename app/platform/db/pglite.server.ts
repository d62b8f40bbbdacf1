import type { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { OrderlyClient } from './orderly-client.ts'

/** The extensions the schema needs; they must be handed over at every open, in memory and on disk. */
export const pgliteExtensions = { btree_gist }

/**
 * A node-postgres pool over the embedded database, so that one driver adapter serves both databases.
 * It has a single client: transactions queue on it, and nothing else may talk to `db` beside it.
 * @param role the role the session begins with; without it the session stays the owner (migrations)
 */
export function pglitePool(db: PGlite, role?: string): pg.Pool {
  const config = createPgConfig(db)
  const parse = config.connection.parse.bind(config.connection)
  // The adapter passes type parsers as an object where PGlite expects a list of OIDs.
  config.connection.parse = (query: object) => parse({ ...query, types: undefined })
  return new pg.Pool({
    ...(config as unknown as pg.PoolConfig),
    Client: OrderlyClient,
    max: 1,
    idleTimeoutMillis: 0,
    onConnect: role ? async (client) => void (await client.query(beginAs(role))) : undefined,
  })
}

/** Takes the role on if it exists: before the first migration there is neither a role nor a table. */
export function beginAs(role: string): string {
  return `do $$ begin if exists (select from pg_roles where rolname = ${pg.escapeLiteral(role)}) then
    set role ${pg.escapeIdentifier(role)}; end if; end $$`
}
