import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { type MigrationList, noFilter, openEngine, type SchemaContainer } from './engine.server.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** Where the migrations are; the built server is told by its start-up, everything else finds them here. */
export const migrationsDir = path.join(process.env.YORISOI_ROOT ?? root, 'prisma/migrations')
export const schemaDir = path.join(process.env.YORISOI_ROOT ?? root, 'prisma/schema')

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
