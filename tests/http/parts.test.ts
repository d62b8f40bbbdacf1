import fs from 'node:fs'
import { expect, it } from 'vitest'
import { parts } from './form-parts.ts'

it('every part of the product has its file, which sends the forms of no other part', () => {
  const files = fs.readdirSync('tests/http').filter((name) => /^forms-.*\.test\.ts$/.test(name))
  expect(files.sort()).toEqual(Object.keys(parts).map((part) => `forms-${part}.test.ts`).sort())
  for (const file of files) {
    const sent = [...fs.readFileSync(`tests/http/${file}`, 'utf8').matchAll(/tryEveryForm\('(\w+)'\)/g)].map(([, part]) => part)
    expect([file, sent]).toEqual([file, [/^forms-(.*)\.test\.ts$/.exec(file)![1]]])
  }
})
