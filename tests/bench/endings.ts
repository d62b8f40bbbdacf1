const endings = new Set<() => Promise<void>>()

/**
 * Keeps what was started until it is ended, by its own hand or with everything else.
 * @returns the one way to end it; a second call does nothing
 */
export function started(end: () => Promise<void>): () => Promise<void> {
  async function once(): Promise<void> {
    if (endings.delete(once)) await end()
  }
  endings.add(once)
  return once
}

/** Ends everything that still runs, the latest first. */
export async function endAll(): Promise<void> {
  for (const end of [...endings].reverse()) await end()
}

/** On Ctrl+C or a polite kill nothing stays behind either. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void endAll().finally(() => process.exit(1)))
  }
}
