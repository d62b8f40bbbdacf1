import { afterEach, expect, test } from 'vitest'
import { here } from './here.server.ts'
import { type Runtime, setRuntime } from './runtime.server.ts'

afterEach(() => setRuntime(undefined))

test('what a feature learns of its process holds no handle of the database', () => {
  setRuntime({ env: {}, keys: {}, clock: {}, database: { engine: 'pglite', pool: {}, prisma: {} } } as unknown as Runtime)
  expect(here()).toEqual({ env: {}, keys: {}, clock: {}, engine: 'pglite' })
})
