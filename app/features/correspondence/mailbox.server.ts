import { type KeptMail, listKeptMails, readKeptMail } from '#app/platform/mail/sink.server.ts'
import { keptMailFolder } from '#app/platform/mail/start.server.ts'
import { here } from '#app/platform/here.server.ts'

const listed = 100

/** What would have been sent, newest first; null outside the demo. */
export async function listDemoMails(): Promise<KeptMail[] | null> {
  const { env } = here()
  return env.demo ? listKeptMails(keptMailFolder(env), listed) : null
}

/** One of them; null outside the demo or where there is none. */
export async function getDemoMail(id: string): Promise<KeptMail | null> {
  const { env } = here()
  return env.demo ? readKeptMail(keptMailFolder(env), id) : null
}
