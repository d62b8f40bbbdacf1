#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which the CLI would otherwise download: the same JSON-RPC on
// standard input and output, answered by the WebAssembly build of the same engine.
import { readFileSync } from 'node:fs'
import readline from 'node:readline'
import pg from 'pg'
import { register } from 'tsx/esm/api'

register()
const { openEngine, engineVersion } = await import('../../app/platform/db/engine.server.ts')
const { pglitePool, pgliteExtensions } = await import('../../app/platform/db/pglite.server.ts')

const argv = process.argv.slice(2)
if (argv.includes('--version') || argv[0] === '-V') {
  console.log(`schema-engine-cli ${await engineVersion()}`)
  process.exit(0)
}

function option(name) {
  return argv.flatMap((value, index) => (value === name ? [argv[index + 1]] : []))
}

const url = JSON.parse(option('--datasource')[0] ?? '{}').url

/** The CLI's own probes: can it connect, create the database. */
async function command(name) {
  const target = new URL(url)
  const database = decodeURIComponent(target.pathname.slice(1))
  if (name === 'create-database') target.pathname = '/postgres'
  const client = new pg.Client({ connectionString: target.href })
  await client.connect()
  if (name === 'create-database') await client.query(`create database ${pg.escapeIdentifier(database)}`)
  await client.end()
}

if (argv.includes('cli')) {
  try {
    await command(argv[argv.indexOf('cli') + 1])
    process.exit(0)
  } catch (error) {
    const fields = { error_code: error.code === '3D000' ? 'P1003' : 'P1001', message: error.message }
    console.error(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}`)
    process.exit(1)
  }
}

async function ownerPool() {
  if (url) return new pg.Pool({ connectionString: url, options: '-c TimeZone=UTC' })
  const { PGlite } = await import('@electric-sql/pglite')
  return pglitePool(await PGlite.create('memory://', { extensions: pgliteExtensions }))
}

const datamodels = option('--datamodels').map((file) => [file, readFileSync(file, 'utf8')])
let opened
async function engine() {
  opened ??= openEngine({ pool: await ownerPool(), ownsPool: true }, datamodels.length ? datamodels : undefined)
  return opened
}

async function answer(method, params) {
  if (method === 'getDatabaseVersion') return (await engine()).version(params)
  if (method === 'createDatabase' || method === 'ensureConnectionValidity') return {}
  // The engine knows its shadow database in these two only after a diagnosis.
  if (method === 'evaluateDataLoss' || method === 'createMigration') {
    const { migrationsList, filters } = params
    await (await engine()).devDiagnostic({ migrationsList, filters })
  }
  return (await engine())[method](params)
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

function rpcError(error) {
  const data = {
    is_panic: false,
    message: error.message.split('\n   0:')[0],
    error_code: error.code,
    meta: error.meta ?? null,
  }
  return { code: 4466, message: 'An error happened. Check the data field for details.', data }
}

let printId = 1_000_000
for await (const line of readline.createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line)
  if (!method) continue
  try {
    const result = await answer(method, Array.isArray(params) ? params[0] : params)
    // The CLI takes the text of a diff from a print request, not from the result.
    if (method === 'diff' && result.stdout) {
      send({ id: printId++, method: 'print', params: { content: result.stdout } })
    }
    send({ id, result: result ?? {} })
  } catch (error) {
    send({ id, error: rpcError(error) })
  }
}
process.exit(0)
