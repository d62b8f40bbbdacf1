import nodemailer from 'nodemailer'
import { parseMailAddress } from '#app/shared/mail-address.ts'

/** One mail to one reader, ready to leave. */
export interface OutgoingMail {
  /** The outbox row's id; it becomes the Message-ID, so that a second sending of the same mail is known as one. */
  id: string
  /** Display name of the sender. */
  fromName: string
  replyTo: string
  to: string
  subject: string
  text: string
  html: string
  /** The instant of the Date header. */
  at: Date
}

/** The way out of the house. */
export interface Mailer {
  /**
   * Hands one mail to the mail server and returns once it has said 250.
   * @throws MailNotSent after at most `sendingMs`; whether the server took it is then not known.
   */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** Longest time one sending may take, in milliseconds: a client's stop may be waiting for it (N8). */
export const sendingMs = 4_000

/** A mail was not taken. The reason is a code and never holds an address. */
export class MailNotSent extends Error {
  override name = 'MailNotSent'
  constructor(
    readonly reason: string,
    /** The server will never take this mail (unknown reader, refused text): trying again is no use. */
    readonly forGood: boolean,
  ) {
    super(reason)
  }
}

function connection(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const near = host === 'localhost' || host === '::1' || /^127\./.test(host)
  return {
    host,
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    // A mail never crosses a network in the clear; only this machine's own server may be without TLS.
    requireTLS: !secure && !near,
    ignoreTLS: !secure && near,
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
  }
}

/**
 * Opens the way out through one SMTP server.
 * @param url `smtps://user:password@host:port` or `smtp://…` (STARTTLS is then required, except on this machine);
 * other parts of the URL are ignored
 * @param from the address every mail is sent from, for which the domain's SPF record answers
 */
export function openMailer(url: string, from: string): Mailer {
  const sender = parseMailAddress(from)
  if (!sender) throw new Error('MAIL_FROM is no plain mail address')
  const domain = sender.slice(sender.indexOf('@') + 1)
  const transport = nodemailer.createTransport({
    ...connection(url),
    pool: true,
    maxConnections: 2,
    maxMessages: 50,
    // A connection lost in the middle of a mail is our own outbox's matter, which knows how often it tried.
    maxRequeues: 0,
    idleTimeout: 20_000,
    name: domain,
    connectionTimeout: sendingMs,
    greetingTimeout: sendingMs,
    socketTimeout: sendingMs,
    dnsTimeout: sendingMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(mail) {
      const to = parseMailAddress(mail.to)
      const replyTo = parseMailAddress(mail.replyTo)
      if (!to) throw new MailNotSent('address', true)
      try {
        await transport.sendMail({
          signal: AbortSignal.timeout(sendingMs),
          envelope: { from: sender, to: [to] },
          from: { name: oneLine(mail.fromName), address: sender },
          to: { name: '', address: to },
          ...(replyTo ? { replyTo: { name: oneLine(mail.fromName), address: replyTo } } : {}),
          subject: oneLine(mail.subject),
          text: mail.text,
          html: mail.html,
          date: mail.at,
          messageId: `<${mail.id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        })
      } catch (error) {
        throw describe(error)
      }
    },
    close: () => transport.close(),
  }
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

/** What a failed sending means. Server messages can quote the address, so only codes are kept. */
function describe(error: unknown): MailNotSent {
  const { code, command, responseCode } = (error ?? {}) as { code?: string; command?: string; responseCode?: number }
  const words = [command, responseCode, responseCode ? undefined : code].filter(Boolean).join(' ')
  const aboutThisMail = command === 'RCPT TO' || command === 'DATA'
  return new MailNotSent(words || 'unknown', aboutThisMail && (responseCode ?? 0) >= 500)
}
