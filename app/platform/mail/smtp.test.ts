import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listKeptMails, readKeptMail, startMailSink, type MailSink, type SinkAnswer } from './sink.server.ts'
import { MailNotSent, openMailer, sendingMs, type Mailer, type OutgoingMail } from './smtp.server.ts'

let folder: string
let sink: MailSink
let mailer: Mailer
let answer: SinkAnswer

beforeEach(async () => {
  answer = 'take'
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yr-sink-'))
  sink = await startMailSink({ folder, answer: () => answer })
  mailer = openMailer(sink.url, 'no-reply@yorisoi.example.jp')
})

afterEach(async () => {
  mailer.close()
  await sink.close()
  fs.rmSync(folder, { recursive: true })
})

const mail: OutgoingMail = {
  id: '0192f0c1-2a00-7000-8000-000000000001',
  fromName: 'あおばデスク',
  replyTo: 'desk@aoba.example.jp',
  to: 'hanako@mihon.example.jp',
  subject: '【あおばデスク】受付のお知らせ（受付番号 R8-KJ-00042-7）髙﨑𠮷',
  text: 'あおばデスクからのお知らせです。\n\n１行目\n.\n最後の行\n',
  html: '<p>あおばデスクからのお知らせです。</p>',
  at: new Date('2026-12-03T03:00:00.000Z'),
}

async function failure(sending: Promise<void>): Promise<MailNotSent> {
  const error = await sending.then(() => null, (reason: unknown) => reason)
  expect(error).toBeInstanceOf(MailNotSent)
  return error as MailNotSent
}

describe('a mail that leaves', () => {
  it('arrives with its letters, its reader and a name that stays the same', async () => {
    await mailer.send(mail)
    const [kept] = await listKeptMails(folder)
    expect(kept).toMatchObject({
      recipients: ['hanako@mihon.example.jp'],
      messageId: '<0192f0c1-2a00-7000-8000-000000000001@yorisoi.example.jp>',
      from: 'あおばデスク <no-reply@yorisoi.example.jp>',
      subject: mail.subject,
      text: mail.text,
    })
    expect(kept?.html.trim()).toBe(mail.html)
    expect(await readKeptMail(folder, kept?.id ?? '')).toEqual(kept)
  })

  it('keeps every header line short and ASCII', async () => {
    await mailer.send({ ...mail, subject: `${'あ'.repeat(200)}𠮷${'い'.repeat(200)}` })
    const [file] = fs.readdirSync(folder)
    const head = fs.readFileSync(path.join(folder, file ?? ''), 'latin1').split('\r\n\r\n')[0] ?? ''
    for (const line of head.split('\r\n')) expect(line).toMatch(/^[\x20-\x7e\t]{1,200}$/)
    expect((await listKeptMails(folder))[0]?.subject).toBe(`${'あ'.repeat(200)}𠮷${'い'.repeat(200)}`)
  })

  it('reaches an old address of a carrier, in the quotes that the standard asks for', async () => {
    await mailer.send({ ...mail, to: 'a..b@docomo.example.jp' })
    expect((await listKeptMails(folder))[0]?.recipients).toEqual(['"a..b"@docomo.example.jp'])
  })

  it('uses one connection for many mails', async () => {
    for (const n of [1, 2, 3, 4, 5]) await mailer.send({ ...mail, id: `id-${n}` })
    expect(await listKeptMails(folder)).toHaveLength(5)
  })
})

describe('a mail written by an enemy', () => {
  it.each([
    'a@x.jp, evil@e.com', '"Yamada <evil@e.com> <a@x.jp>"', 'a@x.jp\r\nBcc: evil@e.com', 'friends:evil@e.com;',
    '"evil@e.com x"@x.jp', 'a(evil@e.com)@x.jp', 'evil@e.com\u0000@x.jp', '', 'a@x.jp evil@e.com',
  ])('to %j leaves to nobody', async (to) => {
    const refused = await failure(mailer.send({ ...mail, to }))
    expect(refused).toMatchObject({ reason: 'address', forGood: true })
    expect(await listKeptMails(folder)).toEqual([])
  })

  it('with new lines in subject and name has no further header and no further reader', async () => {
    const break1 = '\r\nBcc: evil@e.com\r\n\r\nbody'
    const subject = `お知らせ${break1}\u2028X: 1`
    await mailer.send({ ...mail, subject, fromName: `デスク${break1}" <evil@e.com>`, replyTo: `a@x.jp${break1}` })
    const [kept] = await listKeptMails(folder)
    expect(kept?.recipients).toEqual([mail.to])
    const [file] = fs.readdirSync(folder)
    const raw = fs.readFileSync(path.join(folder, file ?? ''), 'utf8')
    expect(raw).not.toMatch(/^(bcc|cc|x|reply-to):/im)
    expect(kept?.subject).toBe('お知らせ Bcc: evil@e.com body X: 1')
    expect(kept?.from).toMatch(/<no-reply@yorisoi\.example\.jp>$/)
  })

  it('reads no file and no address on its behalf', async () => {
    const text = { path: '/etc/passwd' } as unknown as string
    await failure(mailer.send({ ...mail, text }))
    expect(await listKeptMails(folder)).toEqual([])
  })
})

describe('a mail server that does not take the mail', () => {
  it.each([
    [550, true],
    [552, true],
    [451, false],
    [421, false],
  ])('with %i: given up %s', async (code, forGood) => {
    answer = { code }
    expect(await failure(mailer.send(mail))).toMatchObject({ forGood })
  })

  it('by hanging up: unknown, tried again', async () => {
    answer = 'hangUp'
    expect((await failure(mailer.send(mail))).forGood).toBe(false)
    answer = 'take'
    await mailer.send(mail)
    expect(await listKeptMails(folder)).toHaveLength(1)
  })

  it('by silence: given back within the time a stop may wait', async () => {
    answer = 'silence'
    const started = performance.now()
    expect((await failure(mailer.send(mail))).forGood).toBe(false)
    expect(performance.now() - started).toBeLessThan(sendingMs + 500)
  })

  it('by not being there', async () => {
    await sink.close()
    expect(await failure(mailer.send(mail))).toMatchObject({ forGood: false })
  })

  it('never says the address in its reason', async () => {
    answer = { code: 550 }
    expect((await failure(mailer.send(mail))).reason).not.toContain('mihon')
  })
})

describe('the kept mails', () => {
  it('are not opened by a path', async () => {
    for (const id of ['../../etc/passwd', '..', '', 'x.eml', '0'.repeat(26)]) {
      expect(await readKeptMail(folder, id)).toBeNull()
    }
  })

  it('are none where nothing was ever kept', async () => {
    expect(await listKeptMails(path.join(folder, 'none'))).toEqual([])
  })
})

it('does not start with a sender address that is none', () => {
  expect(() => openMailer(sink.url, 'Yorisoi <no-reply@yorisoi.example.jp>')).toThrow('MAIL_FROM')
})
