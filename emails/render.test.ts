import { describe, expect, it } from 'vitest'
import type { MailKind } from '#app/shared/mail-kinds.ts'
import { mailKinds, mails } from './index.ts'
import type { Frame } from './letter.tsx'
import { renderMail } from './render.tsx'
import { columns, wrap } from './text.ts'

const frame: Frame = {
  desk: { name: 'あおばデスク', mail: 'desk@aoba.example.jp', phone: '000-0000-0020' },
  origin: 'https://yorisoi.example.jp',
  link: `https://yorisoi.example.jp/link/${'x'.repeat(43)}`,
}

function sample(kind: MailKind) {
  return renderMail(kind, mails[kind].sample, frame)
}

describe.each(mailKinds)('the mail %s', (kind) => {
  const mail = sample(kind)

  it('has a neutral subject that names the desk and ends as a notice', () => {
    expect(mail.subject).toMatch(/^【あおばデスク】[^】]*お知らせ(（[^）]+(（[^）]+）)?[^）]*）)?$/u)
  })

  it('says in line 3 what to do when it went to the wrong reader', () => {
    expect(mail.text.split('\n')[2]).toBe('このメールに心当たりがない場合は、お手数ですが破棄してください。')
  })

  it('keeps its text within 75 columns, but never cuts a web address', () => {
    for (const line of mail.text.split('\n')) {
      if (!line.startsWith('https://')) expect(columns(line), line).toBeLessThanOrEqual(75)
    }
  })

  it('says the same in text and in HTML', () => {
    const fromHtml = mail.html.replace(/^.*<body>|<\/body>.*$/gsu, '').replace(/<[^>]+>/gu, '').replace(/\s/gu, '')
    const fromText = mail.text.replace(/^-+$/gmu, '').replace(/^・|：/gmu, '').replace(/\s/gu, '')
    expect(fromText).toBe(fromHtml.replace(/：/gu, ''))
  })

  it('tells where to ask, and does not demand a call', () => {
    expect(mail.text).toContain('desk@aoba.example.jp')
    expect(mail.text).toContain('メールだけでも、だいじょうぶです。')
  })

  it('makes no debt and raises no alarm', () => {
    expect(mail.text).not.toMatch(/お待ちして|ぜひ|至急|緊急|必ず|ありがとう|申し訳|エラー|失敗|不正|無効/u)
  })
})

it('shows times as they are lived in Tokyo', () => {
  expect(sample('visit.reminder').text).toContain('日時：2026年12月3日（木）14時30分')
})

it('carries the one-use link whole, on a line of its own', () => {
  expect(sample('reconfirmation.ask').text.split('\n')).toContain(frame.link)
})

it('leaves the telephone line out where a desk has none', () => {
  const text = renderMail('stop.notice', {}, { ...frame, desk: { ...frame.desk, phone: null } }).text
  expect(text).not.toContain('電話')
})

describe('line breaking', () => {
  it('does not begin a line with a closing mark nor end it with an opening one', () => {
    for (let shift = 0; shift < 40; shift += 1) {
      const lines = wrap(`${'あ'.repeat(shift)}「い」、（う）。ー`.repeat(12))
      for (const [n, line] of lines.entries()) {
        if (n > 0) expect(line).not.toMatch(/^[、。）」ー]/u)
        if (n < lines.length - 1) expect(line).not.toMatch(/[（「]$/u)
        expect(columns(line)).toBeLessThanOrEqual(75)
      }
    }
  })

  it('cuts an endless run of letters, keeps an endless web address', () => {
    expect(wrap('a'.repeat(300)).every((line) => columns(line) <= 75)).toBe(true)
    const address = `https://yorisoi.example.jp/${'a'.repeat(200)}`
    expect(wrap(address)).toEqual([address])
  })

  it('counts half-width kana as one column and kanji outside the basic plane as two', () => {
    expect(columns('ｱa𠮷')).toBe(4)
  })
})
