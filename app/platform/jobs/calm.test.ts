import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { calmRound, requestBegins } from './calm.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.advanceTimersByTime(60_000)
})
afterEach(() => vi.useRealTimers())

function watched(promise: Promise<void>): { done: boolean } {
  const seen = { done: false }
  void promise.then(() => (seen.done = true))
  return seen
}

test('with nobody waiting, background work goes on at once', async () => {
  const seen = watched(calmRound()())
  await Promise.resolve()
  expect(seen.done).toBe(true)
})

test('it waits for the last of two requests and a moment of quiet, and an answer counts once', async () => {
  const [first, second] = [requestBegins(), requestBegins()]
  const seen = watched(calmRound()())
  first()
  first()
  await vi.advanceTimersByTimeAsync(100)
  expect(seen.done).toBe(false)
  second()
  await vi.advanceTimersByTimeAsync(49)
  expect(seen.done).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(seen.done).toBe(true)
})

test('whoever goes on to the next page within the moment still goes first', async () => {
  requestBegins()()
  const seen = watched(calmRound()())
  await vi.advanceTimersByTimeAsync(30)
  const next = requestBegins()
  await vi.advanceTimersByTimeAsync(500)
  expect(seen.done).toBe(false)
  next()
  await vi.advanceTimersByTimeAsync(50)
  expect(seen.done).toBe(true)
})

test('requests without an end hold a whole round up for two seconds, no longer', async () => {
  const end = requestBegins()
  const calm = calmRound()
  const seen = watched(calm())
  await vi.advanceTimersByTimeAsync(1_999)
  expect(seen.done).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(seen.done).toBe(true)
  const next = watched(calm())
  await Promise.resolve()
  expect(next.done).toBe(true)
  end()
})
