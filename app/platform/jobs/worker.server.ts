import type { Clock } from '#app/shared/clock.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import { randomIds } from '#app/shared/ids.ts'
import { systemClock } from '../clock.server.ts'
import { errorFields, log } from '../log.server.ts'
import { onPoke } from './poke.ts'

/** One background job. */
export interface Job {
  name: string
  /** Longest sleep between two looks for work, in seconds; a poke ends it. */
  everySeconds: number
  /**
   * Looks for work and does some of it.
   * @returns how much was done; anything but 0 means: look again at once
   */
  run(ctx: Ctx): Promise<number>
}

/** The jobs of this process, running. */
export interface Worker {
  /** Starts nothing new and waits for what is under way. */
  stop(): Promise<void>
}

/** A job acts as itself and as nobody else. */
export function jobCtx(job: Pick<Job, 'name'>, base: Pick<Ctx, 'clock' | 'ids'>): Ctx {
  return { actor: { kind: 'job', name: job.name }, clock: base.clock, ids: base.ids }
}

/**
 * Runs the jobs of this process, each in its own loop: at its schedule, or as soon as it is poked.
 * A run that fails is logged and tried again at the next look; it never ends the loop.
 */
export function startWorker(jobs: readonly Job[], clock: Clock = systemClock): Worker {
  const base = { clock, ids: randomIds(clock) }
  const loops = jobs.map((job) => startLoop(job, jobCtx(job, base)))
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}

function startLoop(job: Job, ctx: Ctx): Worker {
  let stopping = false
  let poked = false
  let wake: () => void = () => undefined
  const silence = onPoke(job.name, () => {
    poked = true
    wake()
  })
  function sleep(): Promise<void> {
    return new Promise((resolve) => {
      const alarm = setTimeout(resolve, job.everySeconds * 1000)
      wake = () => {
        clearTimeout(alarm)
        resolve()
      }
      if (poked || stopping) wake()
    })
  }
  async function loop(): Promise<void> {
    while (!stopping) {
      poked = false
      const done = await runOnce(job, ctx)
      if (done === 0 && !stopping) await sleep()
    }
  }
  const running = loop()
  return {
    async stop() {
      stopping = true
      silence()
      wake()
      await running
    },
  }
}

async function runOnce(job: Job, ctx: Ctx): Promise<number> {
  try {
    return await job.run(ctx)
  } catch (error) {
    log.error('job.failed', { job: job.name, ...errorFields(error) })
    return 0
  }
}

/** Most rounds a drain makes before it says that a job never comes to an end. */
const drainRounds = 10_000

/** Runs jobs until none of them finds anything to do at the context's time. Unlike the worker it throws what a job throws. */
export async function drain(jobs: readonly Job[], base: Pick<Ctx, 'clock' | 'ids'>): Promise<void> {
  for (let round = 0; round < drainRounds; round += 1) {
    let done = 0
    for (const job of jobs) done += await job.run(jobCtx(job, base))
    if (done === 0) return
  }
  throw new Error('a job always finds something to do')
}
