// What the product says is there, is there: the files its commands name, and where its documents lead.
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const documents = ['README.md', ...below('docs')]

function below(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name))
}

/** The text of a document without its examples. */
function prose(file: string): string {
  return fs.readFileSync(file, 'utf8').replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')
}

/** Where a document leads to on this disk: links, pictures, and the lines that define them. */
function leadsTo(file: string): string[] {
  const text = prose(file)
  const inline = [...text.matchAll(/\]\(\s*<?([^)\s>]+)/g)]
  const defined = [...text.matchAll(/^\s*\[[^\]]+\]:\s*<?([^\s>]+)/gm)]
  return [...inline, ...defined]
    .map(([, to]) => to!)
    .filter((to) => !/^([a-z][a-z0-9+.-]*:|#|\/\/)/i.test(to))
    .map((to) => decodeURIComponent(to.split('#')[0]!))
}

test('every file that a command names is there', () => {
  const named = Object.entries(scripts).flatMap(([name, line]) => [...line.matchAll(/(?:^|\s)([\w./-]+\.[cm]?[jt]sx?)(?=\s|$)/g)].map(([, file]) => [name, file!] as const))
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter(([, file]) => !fs.existsSync(file))).toEqual([])
})

test('every place that a document leads to is there', () => {
  const places = documents.flatMap((file) => leadsTo(file).map((to) => [file, to] as const))
  expect(places.length).toBeGreaterThan(3)
  expect(places.filter(([file, to]) => !fs.existsSync(path.resolve(path.dirname(file), to)))).toEqual([])
})

test('every command that a document names is one of ours', () => {
  const npmOwn = new Set(['test', 'start', 'ci'])
  const said = documents.flatMap((file) => [...fs.readFileSync(file, 'utf8').matchAll(/\bnpm (?:run )?([a-z][a-z0-9:-]*)/g)].map(([, name]) => [file, name!] as const))
  expect(said.length).toBeGreaterThan(5)
  expect(said.filter(([, name]) => !(name in scripts) && !npmOwn.has(name))).toEqual([])
})
