import type { Request } from 'express'

/**
 * The path of a request as the framework will read it, which is not as it was sent: parts that lead back up are gone,
 * also where their dots are encoded. Guards, logs and pages judge this one.
 * @returns the empty path for what the framework could not read; no address is empty
 */
export function pathOf({ originalUrl }: Pick<Request, 'originalUrl'>): string {
  // Joined, not resolved against a base: `//elsewhere/login` is a path of ours, not the host `elsewhere`.
  const address = `http://address${originalUrl}`
  return originalUrl.startsWith('/') && URL.canParse(address) ? new URL(address).pathname : ''
}
