import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const limits: [RegExp, number][] = [
  [/\.test\.tsx?$/, 400],
  [/^app\/routes\//, 150],
  [/^app\/features\/[^/]+\/commands\//, 120],
  [/^app\/features\/[^/]+\/domain\//, 150],
  [/./, 300],
]
const importLimit = 12
const importExempt = [/^app\/routes\.ts$/, /^app\/jobs\.ts$/, /\.test\.tsx?$/, /^tests\//, /^prisma\//, /^app\/cli\//, /^app\/start\.server\.ts$/]
const forbiddenNames = /(^|[-./])(service|helpers?|utils?|misc|manager|common)([-./]|$)/

function sources(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'generated' || entry.name === 'node_modules' ? [] : sources(at)
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [at] : []
  })
}

const files = ['app', 'emails', 'templates', 'tests', 'prisma'].flatMap(sources)

function linesOf(file: string): number {
  return fs.readFileSync(file, 'utf8').trimEnd().split('\n').length
}

test('no file outgrows its room', () => {
  const tooLong = files.flatMap((file) => {
    const limit = limits.find(([pattern]) => pattern.test(file))?.[1] ?? 0
    return linesOf(file) > limit ? [`${file}: ${linesOf(file)} > ${limit}`] : []
  })
  expect(tooLong).toEqual([])
})

test('no file needs more than twelve others of the house', () => {
  const tooMany = files.flatMap((file) => {
    if (importExempt.some((pattern) => pattern.test(file))) return []
    const own = fs.readFileSync(file, 'utf8').match(/from '(#(app|emails|templates)\/|\.\.?\/)[^']+'/g) ?? []
    return own.length > importLimit ? [`${file}: ${own.length}`] : []
  })
  expect(tooMany).toEqual([])
})

test('names say what a file is about', () => {
  expect(files.filter((file) => forbiddenNames.test(path.basename(file)))).toEqual([])
  expect(files.filter((file) => !/^[a-z0-9.-]+$/.test(path.basename(file)))).toEqual([])
})

test('every route file is in the URL table, and every address has its file', () => {
  const table = fs.readFileSync('app/routes.ts', 'utf8')
  const listed = [...table.matchAll(/'(routes\/[^']+)'/g)].map((match) => `app/${match[1]}`).sort()
  expect(sources('app/routes').sort()).toEqual(listed)
})
