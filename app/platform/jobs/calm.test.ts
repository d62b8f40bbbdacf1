import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterRequests, requestBegins } from './calm.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function watched(promise: Promise<void>): { done: boolean } {
  const seen = { done: false }
  void promise.then(() => (seen.done = true))
  return seen
}

test('with nobody waiting, background work goes on at once', async () => {
  const seen = watched(afterRequests())
  await Promise.resolve()
  expect(seen.done).toBe(true)
})

test('it waits for the last of two requests, and an answer counts once', async () => {
  const [first, second] = [requestBegins(), requestBegins()]
  const seen = watched(afterRequests())
  first()
  first()
  await vi.advanceTimersByTimeAsync(0)
  expect(seen.done).toBe(false)
  second()
  await vi.advanceTimersByTimeAsync(0)
  expect(seen.done).toBe(true)
})

test('requests without an end hold it up for a quarter of a second, no longer', async () => {
  const end = requestBegins()
  const seen = watched(afterRequests())
  await vi.advanceTimersByTimeAsync(249)
  expect(seen.done).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(seen.done).toBe(true)
  end()
})
