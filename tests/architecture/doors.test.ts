import fs from 'node:fs'
import { expect, test } from 'vitest'
import { actions } from '#app/access/actions.ts'

const routes = fs
  .readdirSync('app/routes', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => ({ file, text: fs.readFileSync(`app/routes/${file}`, 'utf8') }))
const exported = routes.flatMap(({ file, text }) =>
  [...text.matchAll(/^export (?:const|(?:async )?function) (loader|action)\b([^\n]*)\n([^\n]*)/gm)].map(
    ([, name = '', head = '', next = '']) => ({ what: `${file} ${name}`, name, head, next }),
  ),
)

/** Those that ask for the door by other words. */
const otherwise: Record<string, string> = {
  'auth/logout.tsx action': 'a button without fields: nothing to read, the session ends',
  'public/closed.tsx action': 'a button without fields: only away',
  'client/close.tsx action': 'a button without fields: the device forgets the card',
  'supporter/reconfirm.tsx loader': 'one of two pages, each with its own door: the question, and the thanks after the link is used up',
}

test('every page and every form has a door', () => {
  expect(exported.length).toBeGreaterThan(100)
  const doors = { loader: / = (page|resource)\(/, action: / = (submit|submitAny)\(/ }
  const without = exported.filter(({ name, head }) => !doors[name as keyof typeof doors].test(head))
  expect(without.map(({ what }) => what).sort()).toEqual(Object.keys(otherwise).sort())
})

test('a button without fields comes in by the same door, before anything else', () => {
  const buttons = exported.filter(({ what }) => what in otherwise && what.endsWith('action'))
  expect(buttons.map(({ next }) => next.trim())).toEqual(buttons.map(() => 'await enter(door, args)'))
})

test('an action of the list that no door and no rule names is none', () => {
  const product = ['app/routes', 'app/features', 'app/http'].flatMap((folder) =>
    fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
      .map((file) => fs.readFileSync(`${folder}/${file}`, 'utf8')),
  ).join('\n')
  expect(actions.filter((action) => !product.includes(`'${action}'`))).toEqual([])
})
