import type { Stage } from '#tests/factories/stage.ts'

/**
 * Tables that change without an act: reading a page leaves a trace, a session notes when it was last seen, and wrong
 * passwords are counted.
 */
const without = ['audit_log', 'audit_head', 'audit_detail', 'audit_checked', 'session', 'login_bucket']

/** Says whether any row of the database has changed since it was last asked. */
export function watch({ database }: Stage): { changed(): Promise<string[]> } {
  let transactions = ''
  let before = new Map<string, string>()
  let statement = ''

  async function read(): Promise<Map<string, string>> {
    statement ||= await everyTable(database)
    // The statement is made of the catalogue's own table names; a tagged template cannot hold names.
    const rows = await database.asOwner((tx) => tx.$queryRawUnsafe<{ name: string; state: string }[]>(statement))
    return new Map(rows.map(({ name, state }) => [name, state]))
  }
  return {
    async changed() {
      // No transaction has written anything: nothing to compare.
      const [row] = await database.asOwner((tx) => tx.$queryRaw<{ next: string }[]>`select pg_snapshot_xmax(pg_current_snapshot())::text as next`)
      if (row!.next === transactions) return []
      const now = await read()
      const different = [...now].filter(([name, state]) => before.get(name) !== state).map(([name]) => name)
      before = now
      transactions = row!.next
      return different
    },
  }
}

async function everyTable(database: Stage['database']): Promise<string> {
  const tables = await database.asOwner((tx) => tx.$queryRaw<{ name: string }[]>`
    select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`)
  return tables
    .filter(({ name }) => !without.includes(name))
    .map(({ name }) => `select '${name}' as name, count(*) || '/' || coalesce(max(xmin::text::bigint), 0) as state from "${name}"`)
    .join(' union all ')
}
