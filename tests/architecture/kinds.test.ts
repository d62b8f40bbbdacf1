// Every test is of one kind, and no test without a database is one that has it: what is left out on PostgreSQL must
// not be what PostgreSQL could answer differently.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = process.cwd()
const aside = /^(node_modules|build|\.git|\.cache|\.data|test-results)(\/|$)/

/** Each test file with its kind, as the runner itself divides them. */
function divided(): { file: string; kind: string }[] {
  const { stdout } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'list', '--filesOnly', '--json'], { encoding: 'utf8' })
  const listed = JSON.parse(stdout) as { file: string; projectName: string }[]
  return listed.map(({ file, projectName }) => ({ file: path.relative(root, file), kind: projectName }))
}

function filesBelow(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name)
    if (aside.test(at)) return []
    return entry.isDirectory() ? filesBelow(at) : [at]
  })
}

const known = new Map<string, string[]>()

/** The files of the house that a file loads; types are not loaded. */
function loads(file: string): string[] {
  const found = known.get(file)
  if (found) return found
  const text = fs.existsSync(file) && /\.tsx?$/.test(file) ? fs.readFileSync(file, 'utf8') : ''
  const named = [...text.matchAll(/^(?:(?:import|export)(?! type)\b[^'";]*?from |import )'([^']+)'|\bimport\('([^']+)'\)/gm)]
  const files = named.map(([, fixed, late]) => fixed ?? late!).flatMap((name) => {
    if (name.startsWith('#')) return [name.slice(1)]
    return name.startsWith('.') ? [path.join(path.dirname(file), name)] : []
  })
  known.set(file, files)
  return files
}

function reaches(file: string): Set<string> {
  const seen = new Set([file])
  for (const one of seen) for (const next of loads(one)) seen.add(next)
  return seen
}

const tests = divided()

test('every test file is run, once', () => {
  const written = filesBelow('.').filter((file) => /\.test\.[cm]?[jt]sx?$/.test(file))
  expect(tests.map(({ file }) => file).sort()).toEqual(written.sort())
})

test('a file opens the database of the tests only where that is run on every engine', () => {
  const opening = tests.filter(({ file }) => reaches(file).has('tests/setup/database.ts'))
  expect(opening.length).toBeGreaterThan(40)
  expect(opening.filter(({ kind }) => kind !== 'database')).toEqual([])
})
