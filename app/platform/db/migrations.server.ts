import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { type MigrationList, noFilter, openEngine, type SchemaContainer } from './engine.server.ts'
import { type Database, loginRole, ownerPool } from './open.server.ts'
import { beginAs } from './pglite.server.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** Where migrations and schema files are; only programs run from the source need them, never the built server. */
export const migrationsDir = path.join(root, 'prisma/migrations')
export const schemaDir = path.join(root, 'prisma/schema')

/** The split schema, in a fixed order. */
export function schemaFiles(dir = schemaDir): SchemaContainer[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({
      path: path.join(dir, name),
      content: readFileSync(path.join(dir, name), 'utf8'),
    }))
}

/** The migrations with their text, oldest first, in the engine's shape. */
export function migrationsList(dir = migrationsDir): MigrationList {
  const lockfile = path.join(dir, 'migration_lock.toml')
  const names = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return {
    baseDir: dir,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(dir, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

/**
 * Brings a database up to the newest migration and keeps the same record (`_prisma_migrations`) as the
 * Prisma CLI, so either may be used later.
 * @param owner a pool of the owner: not of the role the application acts as
 * @returns the names of the migrations that were applied, empty when there was nothing to do
 */
export async function applyMigrations(owner: pg.Pool): Promise<string[]> {
  const engine = await openEngine({ pool: owner })
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationsList(),
      filters: noFilter,
    })
    return appliedMigrationNames
  } finally {
    engine.free()
  }
}

/** Runs something on a pool of the owner: nothing else may use the embedded database meanwhile. */
export async function asMigrator<T>(database: Database, work: (owner: pg.Pool) => Promise<T>): Promise<T> {
  if (database.url) {
    const owner = ownerPool(database.url)
    try {
      return await work(owner)
    } finally {
      await owner.end()
    }
  }
  await database.pool.query('set role none')
  try {
    return await work(database.pool)
  } finally {
    await database.pool.query(beginAs(loginRole))
  }
}

/**
 * Brings an open database up to the newest migration, before it serves anybody.
 * @returns the names of the migrations that were applied
 */
export async function migrate(database: Database): Promise<string[]> {
  return asMigrator(database, applyMigrations)
}

/** Which migrations a database lacks, which failed in it, and which were edited after they were applied. */
export interface MigrationState {
  pending: string[]
  failed: string[]
  edited: string[]
}

/** Compares a database with the migrations of this source. */
export async function migrationState(database: Database): Promise<MigrationState> {
  return asMigrator(database, async (owner) => {
    const engine = await openEngine({ pool: owner })
    const list = migrationsList()
    const found = await engine.diagnoseMigrationHistory({
      migrationsList: list,
      optInToShadowDatabase: false,
      filters: noFilter,
    })
    engine.free()
    const all = list.migrationDirectories.map((directory) => directory.path)
    const behind = found.history?.diagnostic === 'databaseIsBehind' ? found.history.unappliedMigrationNames : []
    return {
      pending: found.hasMigrationsTable ? behind : all,
      failed: found.failedMigrationNames,
      edited: found.editedMigrationNames,
    }
  })
}

/**
 * The SQL that would bring a migrated database to the schema files; null when both say the same. Checks, partial
 * indexes, triggers, policies and grants are not compared: they stand in migrations only.
 * @param owner a pool of the owner
 */
export async function schemaDrift(owner: pg.Pool): Promise<string | null> {
  const files = schemaFiles()
  const engine = await openEngine({ pool: owner }, files.map((file) => [file.path, file.content]))
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: schemaDir },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: noFilter,
    })
    return exitCode === 0 ? null : stdout
  } finally {
    engine.free()
  }
}
