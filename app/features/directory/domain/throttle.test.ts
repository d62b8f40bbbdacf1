import { expect, test } from 'vitest'
import { afterAttempt, type Bucket, freeFailures, secondsLeft, waitAfter } from './throttle.ts'

const now = new Date('2026-11-21T01:00:00Z')

test('待ち時間は 0, 0, 0, 1, 2, 4 … 60 秒で、それより長くならない', () => {
  const waits = Array.from({ length: 14 }, (_, i) => waitAfter(i + 1, freeFailures.account))
  expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60])
  expect(waitAfter(1e9, freeFailures.account)).toBe(60)
})

test('待ち時間が終わるまで、次の入力は見ない', () => {
  let bucket: Bucket | null = null
  for (let i = 0; i < 5; i += 1) bucket = afterAttempt(bucket, 3, now)
  expect(secondsLeft(bucket, now)).toBe(2)
  expect(secondsLeft(bucket, new Date(now.getTime() + 1_001))).toBe(1)
  expect(secondsLeft(bucket, new Date(now.getTime() + 2_000))).toBe(0)
  expect(secondsLeft(null, now)).toBe(0)
})

test('一時間たつと、前のまちがいは忘れる', () => {
  const old: Bucket = { failures: 40, nextAt: now, updatedAt: now }
  expect(afterAttempt(old, 3, new Date(now.getTime() + 3_600_000)).failures).toBe(41)
  expect(afterAttempt(old, 3, new Date(now.getTime() + 3_600_001)).failures).toBe(1)
})
