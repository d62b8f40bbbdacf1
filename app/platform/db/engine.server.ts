import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import type pg from 'pg'
import { pgliteExtensions, pglitePool } from './pglite.server.ts'

export type { MigrationList, SchemaContainer } from '@prisma/schema-engine-wasm'
export type SchemaEngine = bindings.SchemaEngine

/** Where the engine works: a pool of the owner over either database. */
export interface EngineTarget {
  pool: pg.Pool
  /** The pool is ended together with the engine's connection. */
  ownsPool?: boolean
}

/** "All tables are ours", as the engine wants to hear it. */
export const noFilter = { externalTables: [], externalEnums: [] }

const charOid = 18
const textOid = 25

interface RawResult {
  fields?: { dataTypeID: number }[]
}

/** What the adapter of PostgreSQL has beyond its declared interface. */
type PgAdapter = SqlDriverAdapter & {
  underlyingDriver(): pg.Pool
  onError(error: unknown): never
  performIO(query: SqlQuery): Promise<RawResult>
}

/**
 * Two repairs without which migrations break: the adapter cuts scripts at every ';' (also inside
 * function bodies), and does not know the type "char" that the engine's introspection reads.
 */
function repaired(adapter: PgAdapter): PgAdapter {
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script)
    } catch (error) {
      adapter.onError(error)
    }
  }
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  const charColumns = new WeakMap<SqlQuery, number[]>()
  adapter.performIO = async (query) => {
    const result = await performIO(query)
    const columns: number[] = []
    result.fields?.forEach((field, index) => {
      if (field.dataTypeID !== charOid) return
      field.dataTypeID = textOid
      columns.push(index)
    })
    charColumns.set(query, columns)
    return result
  }
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of charColumns.get(query) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  return adapter
}

async function shadowAdapter(): Promise<PgAdapter> {
  const db = await PGlite.create('memory://', { extensions: pgliteExtensions })
  const factory = new PrismaPg(pglitePool(db), { disposeExternalPool: true })
  const adapter = repaired((await factory.connect()) as unknown as PgAdapter)
  const dispose = adapter.dispose.bind(adapter)
  adapter.dispose = async () => {
    await dispose()
    await db.close()
  }
  return adapter
}

/** The target's own connection; shadow databases are always embedded ones in memory. */
function adapterFactory(target: EngineTarget): SqlMigrationAwareDriverAdapterFactory {
  const inner = new PrismaPg(target.pool, { disposeExternalPool: target.ownsPool ?? false })
  return {
    provider: 'postgres',
    adapterName: inner.adapterName,
    connect: async () => repaired((await inner.connect()) as unknown as PgAdapter),
    connectToShadowDb: shadowAdapter,
  }
}

let instance: Promise<void> | undefined

/** Loads the WebAssembly by hand: importing it as a module needs a flag of Node. */
async function loadWasm(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        process.stderr.write(`schema engine panic: ${message}\n`)
      },
    },
  })
  const loaded = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  const glue = bindings as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }
  glue.__wbg_set_wasm(loaded.instance.exports)
  const start = loaded.instance.exports.__wbindgen_start as () => void
  start()
}

/** Prisma's schema engine without its native binary, which would have to be downloaded. */
export async function openEngine(target: EngineTarget, datamodels?: [string, string][]): Promise<SchemaEngine> {
  await (instance ??= loadWasm())
  return bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapterFactory(target)),
  )
}

/** The engine's version, as its native twin prints it. */
export async function engineVersion(): Promise<string> {
  await (instance ??= loadWasm())
  return bindings.version()
}
