import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { systemClock } from '../clock.server.ts'

/** How the sink answers a mail: takes it, refuses it with an SMTP code, stays silent, or hangs up. */
export type SinkAnswer = 'take' | 'silence' | 'hangUp' | { code: number }

export interface SinkOptions {
  /** Where the mails are kept, one `.eml` file each. */
  folder: string
  port?: number
  /** Decides at the end of each mail; without it every mail is taken. */
  answer?: (recipients: string[]) => SinkAnswer | Promise<SinkAnswer>
}

/** A running mail server that keeps everything and passes nothing on. */
export interface MailSink {
  url: string
  close(): Promise<void>
}

/** One kept mail, opened. */
export interface KeptMail {
  id: string
  at: string
  /** Recipients of the envelope, which may differ from the header. */
  recipients: string[]
  messageId: string
  from: string
  subject: string
  text: string
  html: string
}

const idPattern = /^\d{13}-[0-9a-f]{12}$/

/** Starts a mail server on this machine for the demo and the tests. */
export async function startMailSink(options: SinkOptions): Promise<MailSink> {
  await fs.mkdir(options.folder, { recursive: true, mode: 0o700 })
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: 1_000_000,
    // Old addresses of carriers (a..b@) arrive quoted, which the strict reading does not know.
    lenientAddressParsing: true,
    onData(stream, session, done) {
      receive(stream, session, options).then(
        (answer) => reply(answer, session, server, done),
        () => done(Object.assign(new Error('not kept'), { responseCode: 451 })),
      )
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  options: SinkOptions,
): Promise<SinkAnswer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const recipients = session.envelope.rcptTo.map((to) => to.address)
  const answer = (await options.answer?.(recipients)) ?? 'take'
  if (answer === 'take') await keep(options.folder, recipients, Buffer.concat(chunks))
  return answer
}

function reply(
  answer: SinkAnswer,
  session: SMTPServerSession,
  server: SMTPServer,
  done: (error?: Error | null) => void,
): void {
  if (answer === 'take') return done()
  if (answer === 'silence') return
  if (answer !== 'hangUp') return done(Object.assign(new Error('refused'), { responseCode: answer.code }))
  for (const open of server.connections as Set<{ session: SMTPServerSession; close(): void }>) {
    if (open.session.id === session.id) open.close()
  }
}

/** Writes the mail beside its place and moves it there, so that a half-written one is never read. */
async function keep(folder: string, recipients: string[], mail: Buffer): Promise<void> {
  const id = `${systemClock.now().getTime()}-${randomBytes(6).toString('hex')}`
  const temporary = path.join(folder, `${id}.part`)
  await fs.writeFile(temporary, Buffer.concat([Buffer.from(`X-Envelope-To: ${recipients.join(' ')}\r\n`), mail]), {
    mode: 0o600,
  })
  await fs.rename(temporary, path.join(folder, `${id}.eml`))
}

/** The kept mails, newest first. @param limit how many at most */
export async function listKeptMails(folder: string, limit = 100): Promise<KeptMail[]> {
  const names = await fs.readdir(folder).catch(() => [])
  const ids = names.filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -4))
  const newest = ids.filter((id) => idPattern.test(id)).sort().reverse().slice(0, limit)
  const mails = await Promise.all(newest.map((id) => readKeptMail(folder, id)))
  return mails.filter((mail) => mail !== null)
}

/** One kept mail, or null where there is none of that id. */
export async function readKeptMail(folder: string, id: string): Promise<KeptMail | null> {
  if (!idPattern.test(id)) return null
  const raw = await fs.readFile(path.join(folder, `${id}.eml`)).catch(() => null)
  if (!raw) return null
  const mail = await PostalMime.parse(raw)
  const envelope = mail.headers.find((header) => header.key === 'x-envelope-to')?.value ?? ''
  return {
    id,
    at: new Date(Number(id.slice(0, 13))).toISOString(),
    recipients: envelope.split(' ').filter(Boolean),
    messageId: mail.messageId ?? '',
    from: mail.from?.name ? `${mail.from.name} <${mail.from.address}>` : (mail.from?.address ?? ''),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
  }
}
