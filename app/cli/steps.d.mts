/** Ends the command with one plain sentence. */
export function fail(sentence: string): never
export function run(
  name: string,
  command: string,
  args: readonly string[],
  options?: { env?: Record<string, string>; quiet?: boolean },
): void
export function bin(name: string): string
export function ensureGenerated(): void
export function ensureBuilt(): void
