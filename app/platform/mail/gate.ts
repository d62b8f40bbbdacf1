/** Lets one piece of work through at a time, in the order of asking. */
export interface Gate {
  /** Waits for its turn, runs the work and lets the next one in, whether the work succeeded or not. */
  during<T>(work: () => Promise<T>): Promise<T>
}

/** A gate of its own; work inside it must not ask for the same gate again. */
export function createGate(): Gate {
  let last: Promise<unknown> = Promise.resolve()
  return {
    during<T>(work: () => Promise<T>): Promise<T> {
      const turn = last.then(work)
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

const slot = globalThis as typeof globalThis & { [key: symbol]: Gate | undefined }
const name = Symbol.for('yorisoi.mailGate')

/**
 * The gate between a mail on its way out and a client's stop (N8), where the database has one
 * connection and cannot hold a row while the mail is sent. There is exactly one in a process, even
 * when a development server loads this module twice; two would let a mail pass a stop.
 */
export const mailGate: Gate = (slot[name] ??= createGate())
