import { deskOf } from '#app/features/directory/queries.server.ts'
import type { Tx } from '#app/platform/db/with-actor.server.ts'
import { linkToken } from '#app/platform/links.server.ts'
import type { OutgoingMail } from '#app/platform/mail/smtp.server.ts'
import type { MailPayload } from '#app/platform/outbox.server.ts'
import { here } from '#app/platform/here.server.ts'
import type { MailKind } from '#app/shared/mail-kinds.ts'
import type { TokyoDay } from '#app/shared/tokyo-day.ts'
import type { Frame } from '#emails/letter.tsx'
import { renderMail, UnsayableMail } from '#emails/render.tsx'
import { mailName } from '#emails/subject.ts'
import type { QueuedMail } from '../mail-queue.server.ts'

/** A mail that is ready to leave, or the code of why it can never leave. */
export type Written = { letter: OutgoingMail } | { never: 'reader' | 'words' }

/** What has to be read from the database before a mail can be written. */
export interface LetterFacts {
  to: string | null
  frame: Frame
}

/** Finds the reader's address and the desk that writes. */
export async function gatherFacts(
  tx: Tx,
  mail: QueuedMail,
  payload: MailPayload,
  today: TokyoDay,
): Promise<LetterFacts> {
  const origin = here().env.publicOrigin
  const desk = await deskOf(tx, mail.bodyId, today)
  const body = await tx.body.findUniqueOrThrow({ where: { id: mail.bodyId }, select: { name: true } })
  const { linkId } = payload.props
  return {
    to: payload.to ?? (await loginAddress(tx, mail.personId)),
    frame: {
      desk: { name: desk?.name ?? body.name, mail: desk?.mail ?? null, phone: desk?.phone ?? null },
      origin,
      link: typeof linkId === 'string' ? `${origin}/link/${linkToken(linkId)}` : '',
    },
  }
}

async function loginAddress(tx: Tx, personId: string | null): Promise<string | null> {
  if (!personId) return null
  const person = await tx.person.findUnique({ where: { id: personId }, select: { loginEmail: true } })
  return person?.loginEmail ?? null
}

/** Writes the mail. Pure computing; nothing is sent. */
export function writeLetter(
  mail: QueuedMail,
  kind: MailKind,
  payload: MailPayload,
  { to, frame }: LetterFacts,
  at: Date,
): Written {
  if (!to) return { never: 'reader' }
  try {
    const { subject, text, html } = renderMail(kind, payload.props as never, frame)
    const replyTo = frame.desk.mail ?? ''
    return { letter: { id: mail.id, fromName: mailName(frame.desk.name), replyTo, to, subject, text, html, at } }
  } catch (error) {
    if (error instanceof UnsayableMail) return { never: 'words' }
    throw error
  }
}
