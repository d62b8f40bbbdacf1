import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/router'
import { expect, test } from 'vitest'
import table from '#app/routes.ts'
import { sectionsOf } from './sections.server.ts'

type Route = NonNullable<ServerBuild['routes'][string]>

const pages = table.map(({ file, path, index }) => ({ id: file, parentId: 'root', path, index }) as unknown as Route)
const build = { routes: Object.fromEntries([{ id: 'root' } as Route, ...pages].map((route) => [route.id, route])) } as ServerBuild

function pageAt(address: string, of: ServerBuild): string | undefined {
  const routes = Object.values(of.routes).flatMap((route) => (route && route.id !== 'root' ? [route] : []))
  return matchRoutes(routes as never, address)?.at(-1)?.route.id
}

const addresses = pages.flatMap(({ path = '' }) => {
  const filled = `/${path.replace(/:[^/]+/g, 'x1').replaceAll('?', '')}`
  return [filled, `${filled}/`, `${filled}/nowhere`, filled.toUpperCase(), filled.replace(/[^/]+$/, 'other')]
})

test('an address leads to the same page in its section as in the whole table', () => {
  const sectionOf = sectionsOf(build)
  expect(addresses.map((address) => pageAt(address, sectionOf(address)))).toEqual(addresses.map((address) => pageAt(address, build)))
})

test('a page of the desk is looked for among a few routes, not among all', () => {
  const section = sectionsOf(build)('/desk/dispatches/x1')
  expect(Object.keys(section.routes).length).toBeLessThan(pages.length / 3)
})

test('with routes inside one another every address is looked for in the whole table', () => {
  const nested = { ...build, routes: { ...build.routes, inner: { id: 'inner', parentId: 'routes/public/course.tsx' } as Route } }
  expect(sectionsOf(nested)('/desk/dispatches')).toBe(nested)
})
