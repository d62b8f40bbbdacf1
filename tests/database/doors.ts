import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'

export type Row = Record<string, unknown>
export type Sql = <R = Row>(text: string, values?: unknown[]) => Promise<R[]>
export type Door = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>

export const id = (): string => randomUUID()
export const secret = (): Buffer => createHash('sha256').update(randomBytes(32)).digest()

/** Inserts one row, written as an object, without reading it back (not every actor may). */
export async function insert(sql: Sql, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row)
  const places = columns.map((_, index) => `$${index + 1}`)
  await sql(`insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, Object.values(row))
}

/** The audit row of a step, as the last statement. */
export async function audit(sql: Sql, action: string, entity: string, entityId: string, body?: string): Promise<void> {
  await sql('select app.audit($1, $2, $3, $4, $5)', [action, entity, entityId, '', body ?? null])
}

/** Every way into a transaction, in SQL alone: what the application's one door does. */
export function doorsOf(pool: pg.Pool) {
  function through(entrance: string, values: unknown[]): Door {
    return async (work) => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        await client.query(
          `select set_config('app.actor', coalesce(e.actor::text, ''), true),
                  set_config('app.body', coalesce(e.body::text, ''), true),
                  set_config('app.party', coalesce(e.party::text, ''), true),
                  set_config('role', e.role, true)
             from ${entrance} e`,
          values,
        )
        const value = await work(async <R>(text: string, parameters?: unknown[]) => {
          const { rows } = await client.query(text, parameters)
          return rows as R[]
        })
        await client.query('set constraints all immediate')
        await client.query('commit')
        return value
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    }
  }
  return {
    visitor: through('app.enter_public()', []),
    login: through('app.enter_auth()', []),
    job: through('app.enter_job()', []),
    supporter: (person: string) => through('app.enter_supporter($1)', [person]),
    staff: (person: string, membership: string) => through('app.enter_staff($1, $2)', [person, membership]),
    card: (hash: Buffer) => through('app.enter_card($1)', [hash]),
    link: (hash: Buffer, purpose: string) => through('app.enter_link($1, $2)', [hash, purpose]),
  }
}

/** The SQLSTATE something is refused with; fails when it is allowed. */
export async function refusal(attempt: () => Promise<unknown>): Promise<string> {
  try {
    await attempt()
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
  return 'allowed'
}
