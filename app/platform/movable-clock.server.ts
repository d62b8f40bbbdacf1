import type { Clock } from '#app/shared/clock.ts'
import { shiftedClock } from './clock.server.ts'
import type { Database } from './db/open.server.ts'

/** What the parent process of a test says: how far the clock is moved now, in milliseconds. */
interface Shift {
  shiftMs: number
}

function isShift(message: unknown): message is Shift {
  return typeof message === 'object' && message !== null && 'shiftMs' in message && typeof message.shiftMs === 'number'
}

/**
 * In mode `test` the clock of the process and of its database can be moved by the parent process, so that
 * a journey over days takes seconds. The database must have been given its movable clock by the test.
 */
export function movableClock(database: Database): Clock {
  let shiftMs = Number(process.env.YORISOI_TEST_SHIFT_MS ?? 0)
  process.on('message', (message) => {
    if (!isShift(message)) return
    shiftMs = message.shiftMs
    database
      .asOwner((tx) => tx.$executeRaw`update app.test_shift set shift = make_interval(secs => ${shiftMs / 1000}::float8)`)
      .then(() => process.send?.({ shifted: shiftMs }))
  })
  return shiftedClock(() => shiftMs)
}
