import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setMailer } from '#app/platform/mail/mailer.server.ts'
import { type KeptMail, listKeptMails, type SinkAnswer, startMailSink } from '#app/platform/mail/sink.server.ts'
import { type Mailer, openMailer } from '#app/platform/mail/smtp.server.ts'

/** A real mail server of one's own, and the way out to it. */
export interface Post {
  url: string
  folder: string
  /** The way out, for tests that stand between it and the sender. */
  mailer: Mailer
  /** How the server answers from now on; it can be asked to think about it. */
  answers(answer: SinkAnswer | (() => SinkAnswer | Promise<SinkAnswer>)): void
  /** What has arrived, oldest first. */
  arrived(): Promise<KeptMail[]>
  /** Forgets what has arrived. */
  empty(): void
  close(): Promise<void>
}

/** Opens the post for one test file; close it in `afterAll`. */
export async function openPost(): Promise<Post> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yorisoi-post-'))
  let answer: () => SinkAnswer | Promise<SinkAnswer> = () => 'take'
  const sink = await startMailSink({ folder, answer: () => answer() })
  const mailer = openMailer(sink.url, 'no-reply@yorisoi.example.jp')
  setMailer(mailer)
  return {
    url: sink.url,
    folder,
    mailer,
    answers: (next) => (answer = typeof next === 'function' ? next : () => next),
    arrived: async () => (await listKeptMails(folder, 10_000)).reverse(),
    empty: () => {
      for (const name of readdirSync(folder)) rmSync(path.join(folder, name))
    },
    async close() {
      setMailer(undefined)
      mailer.close()
      await sink.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
