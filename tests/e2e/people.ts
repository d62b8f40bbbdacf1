import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { listKeptMails } from '#app/platform/mail/sink.server.ts'
import { staff, type StaffKey } from '#tests/factories/world-facts.ts'
import { demoPassword } from '#tests/factories/world.ts'
import { control } from './places.ts'

const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 900 }

/** Where the product of this journey lives. */
export interface Place {
  folder: string
  databaseUrl: string | null
  shiftMs: number
}

/** Speaks to the journey's controls: `/` where it lives, `/shift?minutes=`, `/stop`, `/start`. */
export async function controls(path = '/'): Promise<Place> {
  const answer = await fetch(`http://localhost:${control}${path}`)
  return (await answer.json()) as Place
}

/** Lets time pass for the product. */
export async function letPass(minutes: number): Promise<void> {
  await controls(`/shift?minutes=${minutes}`)
}

/** A form as it left a page, byte for byte, and was accepted. */
export interface SentForm {
  path: string
  type: string
  body: Buffer
}

const sentForms: SentForm[] = []

/** The forms that were accepted so far, from whomever. What was refused for its own content would be refused to anybody. */
export function formsSent(): readonly SentForm[] {
  return [...sentForms]
}

async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  page.on('response', (response) => {
    const request = response.request()
    const body = request.postDataBuffer()
    if (request.method() !== 'POST' || !body || ![302, 303].includes(response.status())) return
    sentForms.push({ path: new URL(request.url()).pathname, type: request.headers()['content-type'] ?? '', body })
  })
  return page
}

/** A person with a phone of their own. */
export function onPhone(browser: Browser): Promise<Page> {
  return openPage(browser, { viewport: phone, isMobile: true, hasTouch: true })
}

/** A person at a desk of their own. */
export function atDesk(browser: Browser): Promise<Page> {
  return openPage(browser, { viewport: desk })
}

/** Logs in with the demo's password. */
export async function logIn(page: Page, email: string, password = demoPassword): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('メールアドレス').fill(email)
  await page.getByLabel('パスワード').fill(password)
  await page.getByRole('button', { name: 'ログイン' }).click()
  await expect(page).not.toHaveURL(/\/login/)
}

/** A staff member at a desk, logged in; logs in again where the session has ended. */
export async function staffAt(browser: Browser, who: StaffKey): Promise<Page> {
  const page = await atDesk(browser)
  await logIn(page, staff[who].email)
  return page
}

/** The newest mail to an address, waiting for it to arrive. @param about part of the subject */
export async function newestMail(to: string, about: string): Promise<{ subject: string; text: string }> {
  const { folder } = await controls()
  let found: { subject: string; text: string } | undefined
  await expect
    .poll(async () => {
      const mails = await listKeptMails(`${folder}/mail`)
      found = mails.find((mail) => mail.recipients.includes(to) && mail.subject.includes(about))
      return found !== undefined
    }, { message: `a mail about ${about}`, timeout: 20_000 })
    .toBe(true)
  if (!found) throw new Error('no mail')
  return found
}

/** How many mails have left so far. */
export async function countAllMails(): Promise<number> {
  const { folder } = await controls()
  return (await listKeptMails(`${folder}/mail`)).length
}

/** How many mails of a subject went to an address. */
export async function countMails(to: string, about: string): Promise<number> {
  const { folder } = await controls()
  const mails = await listKeptMails(`${folder}/mail`)
  return mails.filter((mail) => mail.recipients.includes(to) && mail.subject.includes(about)).length
}

/** The link of a mail. */
export function linkIn(text: string): string {
  const link = /https?:\/\/\S+\/(?:link|card)\/\S+/.exec(text)?.[0]
  if (!link) throw new Error('no link in the mail')
  return link
}
