import { randomUUID } from 'node:crypto'
import type { TestDatabase } from '#tests/setup/database.ts'

export type Row = Record<string, unknown>
/** Rows of many tables, in any order. */
export type Rows = [table: string, row: Row][]

interface Column {
  name: string
  type: string
}

const known = new WeakMap<TestDatabase, Map<string, Column[]>>()

const plain: Record<string, (no: number) => unknown> = {
  uuid: () => randomUUID(),
  text: (no) => `x${no}`,
  integer: () => 1,
  bigint: () => 1,
  boolean: () => false,
  date: () => '2026-11-21',
  'timestamp with time zone': () => '2026-11-21T00:00:00Z',
  'timestamp(3) with time zone': () => '2026-11-21T00:00:00Z',
  bytea: () => '\\x01',
  jsonb: () => ({}),
}

/** Columns that must be given because they have neither a default nor the permission to be empty. */
async function required(database: TestDatabase): Promise<Map<string, Column[]>> {
  const found = known.get(database)
  if (found) return found
  const rows = await database.owner.query(
    `select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) as type
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnotnull and not a.atthasdef`,
  )
  const columns = new Map<string, Column[]>()
  for (const { relname, attname, type } of rows) {
    const list = columns.get(String(relname)) ?? []
    list.push({ name: String(attname), type: String(type) })
    columns.set(String(relname), list)
  }
  known.set(database, columns)
  return columns
}

function asJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return value instanceof Date ? value.toISOString() : value
}

function complete(row: Row, columns: Column[], no: number): Row {
  const whole: Row = {}
  for (const [name, value] of Object.entries(row)) whole[name] = asJson(value)
  for (const { name, type } of columns) whole[name] ??= plain[type]!(no)
  return whole
}

/**
 * Writes rows past every guard, as fixtures: what a test is about is then tried against them with the guards awake.
 * Required columns that a row does not name get a plain value of their type.
 */
export async function writeRows(database: TestDatabase, rows: Rows): Promise<void> {
  const columns = await required(database)
  const shapes = new Map<string, { table: string; names: string[]; rows: Row[] }>()
  rows.forEach(([table, row], no) => {
    const whole = complete(row, columns.get(table) ?? [], no)
    const names = Object.keys(whole).sort()
    const key = `${table}(${names.join(', ')})`
    const shape = shapes.get(key) ?? { table, names, rows: [] }
    shape.rows.push(whole)
    shapes.set(key, shape)
  })
  await database.owner.tamper(async (sql) => {
    for (const { table, names, rows: given } of shapes.values()) {
      const list = names.map((name) => `"${name}"`).join(', ')
      await sql(`insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
        JSON.stringify(given),
      ])
    }
  })
}
