const slot = globalThis as typeof globalThis & { [key: symbol]: Map<string, () => void> | undefined }
const name = Symbol.for('yorisoi.jobs')

/** Who is woken for which job; one in a process, even when a development server loads this module twice. */
const sleepers = (slot[name] ??= new Map())

/** Wakes a job of this process, if it sleeps here; otherwise its schedule will find the work. */
export function poke(job: string): void {
  sleepers.get(job)?.()
}

/** Gives a job its bell. @returns takes it away again */
export function onPoke(job: string, wake: () => void): () => void {
  sleepers.set(job, wake)
  return () => {
    if (sleepers.get(job) === wake) sleepers.delete(job)
  }
}
