import path from 'node:path'
import type { Env } from '../env.server.ts'
import { setMailer } from './mailer.server.ts'
import { startMailSink } from './sink.server.ts'
import { openMailer } from './smtp.server.ts'

/** The opened way out, to be closed when the process ends. */
export interface OpenMail {
  stop(): Promise<void>
}

/** Where mails are kept when there is no mail server to pass them to. */
export function keptMailFolder(env: Pick<Env, 'dataDir'>): string {
  return path.join(env.dataDir, 'mail')
}

/**
 * Opens the way out that the settings name. Without a mail server (demo, development) every mail goes
 * through a real SMTP conversation to a sink of this process and is kept, to be read at /demo/mail.
 */
export async function startMail(env: Env): Promise<OpenMail> {
  const sink = env.smtpUrl ? null : await startMailSink({ folder: keptMailFolder(env) })
  const mailer = openMailer(env.smtpUrl ?? sink?.url ?? '', env.mailFrom)
  setMailer(mailer)
  return {
    async stop() {
      setMailer(undefined)
      mailer.close()
      await sink?.close()
    },
  }
}
