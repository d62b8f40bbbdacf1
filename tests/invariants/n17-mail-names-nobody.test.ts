import { describe, expect, it } from 'vitest'
import type { MailKind, MailProps } from '#app/shared/mail-kinds.ts'
import { mailKinds, mails } from '#emails/index.ts'
import type { Frame } from '#emails/letter.tsx'
import { renderMail, UnsayableMail, type RenderedMail } from '#emails/render.tsx'
import { mailName, saysTheWord } from '#emails/subject.ts'

const client = '見本 花子'
const hostile = `${client}さんのひきこもり支援\r\nBcc: evil@example.com\r\n\r\n<script>alert(1)</script>`

const frame: Frame = {
  desk: { name: 'あおばデスク', mail: 'desk@aoba.example.jp', phone: '000-0000-0020' },
  origin: 'https://yorisoi.example.jp',
  link: 'https://yorisoi.example.jp/link/t',
}
const hostileFrame: Frame = {
  ...frame,
  desk: { ...frame.desk, name: 'ひきこもり地域支援センター\r\nBcc: evil@example.com' },
}

/** Every free text of a mail replaced by the worst text; days and instants stay, they are no text. */
function worstFacts<K extends MailKind>(kind: K): MailProps[K] {
  const entries = Object.entries(mails[kind].sample).map(([name, value]) => [
    name,
    typeof value === 'string' && !/^\d{4}-\d{2}-\d{2}/.test(value) ? hostile : value,
  ])
  return Object.fromEntries(entries)
}

function attempt<K extends MailKind>(kind: K, facts: MailProps[K], within: Frame): RenderedMail | 'held back' {
  try {
    return renderMail(kind, facts, within)
  } catch (error) {
    if (error instanceof UnsayableMail) return 'held back'
    throw error
  }
}

describe.each(mailKinds)('N17: the mail %s', (kind) => {
  it('has a one-line subject without a name and without the word, whatever it is told', () => {
    const { subject } = mails[kind]
    const said = subject({ ...worstFacts(kind), ...hostileFrame } as never)
    expect(said).not.toContain('花子')
    expect(saysTheWord(said)).toBe(false)
    expect(said).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]|evil/u)
  })

  it('is held back rather than saying the word about a case', () => {
    const mail = attempt(kind, worstFacts(kind), hostileFrame)
    if (mail === 'held back' || !mails[kind].wordFree) return
    expect(saysTheWord(mail.text)).toBe(false)
    expect(saysTheWord(mail.html.replace(/<[^>]+>/gu, ''))).toBe(false)
  })

  it('never lets a text become markup', () => {
    const mail = attempt(kind, worstFacts(kind), hostileFrame)
    if (mail !== 'held back') expect(mail.html).not.toContain('<script')
  })

  it('has no field for a client', () => {
    expect(Object.keys(mails[kind].sample).filter((name) => /client|party|case|name|text|note/iu.test(name))).toEqual([])
  })

  it('says the word in no sample', () => {
    expect(saysTheWord(JSON.stringify(renderMail(kind, mails[kind].sample, frame)))).toBe(false)
  })
})

describe('N17: the word', () => {
  it.each(['ひきこもり', '引きこもり', '引き籠もり', '引籠り', 'ヒキコモリ', 'ﾋｷｺﾓﾘ', 'ひき こもり', 'ひき\u200bこもり'])(
    'is known as %s',
    (word) => expect(saysTheWord(`…${word}…`)).toBe(true),
  )

  it('is not heard where nobody says it', () => {
    expect(saysTheWord('引き続き、子もりをお願いします。')).toBe(false)
  })

  it('makes a desk of that name the plain desk', () => {
    expect(mailName('みどり県ひきこもり地域支援センター')).toBe('担当窓口')
    expect(mailName('あおばデスク')).toBe('あおばデスク')
  })
})
