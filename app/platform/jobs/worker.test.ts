import { describe, expect, it } from 'vitest'
import { fixedClock } from '../clock.server.ts'
import { randomIds } from '#app/shared/ids.ts'
import { poke } from './poke.ts'
import { drain, startWorker, type Job } from './worker.server.ts'

const clock = fixedClock(new Date('2026-12-03T03:00:00.000Z'))
const base = { clock, ids: randomIds(clock) }

/** A job that is told beforehand what its runs return, and says when it has run so often. */
function counted(name: string, results: (number | Error)[], everySeconds = 3600) {
  const waiting = new Map<number, () => void>()
  let runs = 0
  const job: Job = {
    name,
    everySeconds,
    async run(ctx) {
      expect(ctx.actor).toEqual({ kind: 'job', name })
      const result = results[runs] ?? 0
      runs += 1
      waiting.get(runs)?.()
      if (result instanceof Error) throw result
      return result
    },
  }
  return { job, runs: () => runs, ran: (n: number) => new Promise<void>((done) => (runs >= n ? done() : waiting.set(n, done))) }
}

describe('a worker', () => {
  it('looks again at once while there is work, then sleeps until it is poked', async () => {
    const mail = counted('test.mail', [2, 1, 0, 1])
    const worker = startWorker([mail.job], clock)
    await mail.ran(3)
    poke('test.mail')
    await mail.ran(5)
    await worker.stop()
    expect(mail.runs()).toBe(5)
  })

  it('does not lose a poke that comes while it works', async () => {
    const jobs: { run: () => void } = { run: () => undefined }
    let runs = 0
    const second = new Promise<void>((done) => (jobs.run = done))
    const job: Job = {
      name: 'test.busy',
      everySeconds: 3600,
      async run() {
        runs += 1
        if (runs === 1) poke('test.busy')
        if (runs === 2) jobs.run()
        return 0
      },
    }
    const worker = startWorker([job], clock)
    await second
    await worker.stop()
    expect(runs).toBe(2)
  })

  it('goes on by its schedule after a run that failed', async () => {
    const failing = counted('test.failing', [new Error('on purpose'), 0], 0.01)
    const worker = startWorker([failing.job], clock)
    await failing.ran(3)
    await worker.stop()
  })

  it('waits, when it stops, for what is under way', async () => {
    let finished = false
    let release: () => void = () => undefined
    const job: Job = {
      name: 'test.slow',
      everySeconds: 3600,
      run: () => new Promise((resolve) => (release = () => { finished = true; resolve(0) })),
    }
    const worker = startWorker([job], clock)
    const stopped = worker.stop()
    release()
    await stopped
    expect(finished).toBe(true)
  })

  it('is not woken any more once it has stopped', async () => {
    const mail = counted('test.gone', [0])
    const worker = startWorker([mail.job], clock)
    await mail.ran(1)
    await worker.stop()
    poke('test.gone')
    expect(mail.runs()).toBe(1)
  })
})

describe('draining', () => {
  it('goes round until no job finds anything', async () => {
    const first = counted('first', [1, 0, 1, 0])
    const second = counted('second', [0, 1, 0])
    await drain([first.job, second.job], base)
    expect([first.runs(), second.runs()]).toEqual([4, 4])
  })

  it('throws what a job throws', async () => {
    await expect(drain([counted('x', [new Error('on purpose')]).job], base)).rejects.toThrow('on purpose')
  })
})
