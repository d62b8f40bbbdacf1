import { expect, it } from 'vitest'
import { pathOf } from './path-of.server.ts'

it.each([
  ['/', '/'],
  ['/login', '/login'],
  ['/login?to=/../my#top', '/login'],
  ['/x/../__manifest', '/__manifest'],
  ['/x/%2e%2E/__manifest', '/__manifest'],
  ['/./__manifest', '/__manifest'],
  ['/x\\..\\__manifest', '/__manifest'],
  ['/../../login', '/login'],
  ['//elsewhere.example.jp/login', '//elsewhere.example.jp/login'],
  ['/check/%E3%81%82', '/check/%E3%81%82'],
  ['/%ff', '/%ff'],
])('%s is read as %s', (originalUrl, path) => {
  expect(pathOf({ originalUrl })).toBe(path)
})

it.each(['*', 'http://elsewhere.example.jp/login', ':80/login', '@elsewhere.example.jp/', ''])('%s is no path', (originalUrl) => {
  expect(pathOf({ originalUrl })).toBe('')
})
