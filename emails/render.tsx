import { renderToStaticMarkup } from 'react-dom/server'
import type { MailKind, MailProps } from '#app/shared/mail-kinds.ts'
import { mails } from './index.ts'
import type { Frame, LetterProps, MailDefinition } from './letter.tsx'
import { saysTheWord } from './subject.ts'
import { textOf } from './text.ts'

/** A mail as it leaves: subject, text part and HTML part with the same content. */
export interface RenderedMail {
  subject: string
  text: string
  html: string
}

/** The text would show what the mail's rules forbid (N17); it must not leave. */
export class UnsayableMail extends Error {
  override name = 'UnsayableMail'
}

/**
 * Writes one mail.
 * @throws UnsayableMail when the word ひきこもり would stand in the subject, or in the text of a mail
 * that is about a person's case (N17)
 */
export function renderMail<K extends MailKind>(kind: K, facts: MailProps[K], frame: Frame): RenderedMail {
  const mail: MailDefinition<K> = mails[kind]
  const props: LetterProps<K> = { ...facts, ...frame }
  const subject = mail.subject(props)
  const letter = mail.Component(props)
  const text = textOf(letter)
  if (saysTheWord(subject) || (mail.wordFree && saysTheWord(text))) throw new UnsayableMail(kind)
  return { subject, text, html: page(renderToStaticMarkup(letter), subject) }
}

function page(body: string, subject: string): string {
  const title = renderToStaticMarkup(<title>{subject}</title>)
  return `<!doctype html>\n<html lang="ja"><head><meta charset="utf-8">${title}</head><body>${body}</body></html>\n`
}
