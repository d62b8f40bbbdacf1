import type { Mailer } from './smtp.server.ts'

let current: Mailer | undefined

/** Gives the process its way out, once at start (tests: once per file). */
export function setMailer(mailer: Mailer | undefined): void {
  current = mailer
}

/** The way out of this process. @throws before `setMailer` */
export function mailer(): Mailer {
  if (!current) throw new Error('the mailer was not opened')
  return current
}
