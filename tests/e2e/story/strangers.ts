import { randomUUID } from 'node:crypto'
import { type APIResponse, expect, type Page } from '@playwright/test'
import { atDesk, countAllMails, formsSent, logIn, onPhone, type SentForm, staffAt } from '../people.ts'
import type { Story } from './cast.ts'

const ownRecord = /^\/(my|desk)\/.*[0-9a-f]{8}-[0-9a-f]{4}-/
const ofCard = /^\/card(\/|$)/

/** Forms of a record of the story: its address names the record. */
function formsOfRecords(): SentForm[] {
  return formsSent().filter(({ path }) => ownRecord.test(path))
}

async function refused(answer: APIResponse, what: string): Promise<void> {
  expect.soft([303, 404], `${what} ${answer.status()}`).toContain(answer.status())
  if (answer.status() === 303) expect.soft(answer.headers().location, what).toMatch(/^\/login/)
  expect.soft(await answer.text(), what).not.toContain('ひなた')
}

/** A page gives each form a key that is its reader's own; with a used one, the form would already be refused for that. */
function withFreshKey(body: Buffer): Buffer {
  const text = body.toString('latin1').replace(/(_key(?:=|"\r\n\r\n))[0-9a-f-]{36}/, (_, name: string) => name + randomUUID())
  return Buffer.from(text, 'latin1')
}

/** The form as it was once sent, from a page and with the cookie of somebody else. */
function sendAgain(page: Page, { path, type, body }: SentForm): Promise<APIResponse> {
  const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' }
  return page.request.post(path, { data: withFreshKey(body), headers, maxRedirects: 0 })
}

/** What those whom it concerns see at the addresses of the story. */
async function seenByItsPeople(story: Story): Promise<string[]> {
  const officer = await staffAt(story.browser, 'aobaDispatch')
  const coordinator = await staffAt(story.browser, 'coordinator')
  const seen: string[] = []
  for (const address of Object.values(story.addresses)) {
    if (address.startsWith('/documents/')) continue
    for (const page of address.startsWith('/my/') ? [story.supporter] : [officer, coordinator]) {
      // As it is sent: what the browser's script adds to a page comes at its own time.
      const html = await (await page.request.get(address)).text()
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
      expect(main, address).not.toBe('')
      seen.push(`${address}\n${main.replace(/<[^>]*>/g, '\n')}`)
    }
  }
  return seen
}

/** 11 Others open the addresses and send the forms of the story: 404 or login; nothing leaks, nothing changes. */
export async function strangers(story: Story): Promise<void> {
  const other = await onPhone(story.browser)
  await logIn(other, 'momiji@mihon.example.jp')
  const elsewhere = await staffAt(story.browser, 'kuromatsuDispatch')
  const nobody = await atDesk(story.browser)
  for (const address of Object.values(story.addresses)) {
    for (const page of [other, elsewhere]) await refused(await page.request.get(address, { maxRedirects: 0 }), address)
    const anonymous = await nobody.request.get(address, { maxRedirects: 0 })
    expect(anonymous.status(), address).toBe(303)
    expect(anonymous.headers().location).toContain('/login')
  }

  const before = [await seenByItsPeople(story), await countAllMails()]
  const forms = formsOfRecords()
  expect(new Set(forms.map(({ path }) => path.split('/')[1] + '/' + path.split('/')[2])).size, 'kinds of forms').toBeGreaterThan(8)
  for (const form of forms) {
    for (const page of [other, elsewhere]) await refused(await sendAgain(page, form), `POST ${form.path}`)
    const anonymous = await sendAgain(nobody, form)
    expect.soft([anonymous.status(), anonymous.headers().location], form.path).toEqual([303, expect.stringContaining('/login')])
  }
  for (const form of formsSent().filter(({ path }) => ofCard.test(path))) {
    // Without a card there is nothing to open, whoever asks.
    for (const page of [other, elsewhere, nobody]) expect.soft((await sendAgain(page, form)).status(), `POST ${form.path}`).toBe(410)
  }
  expect([await seenByItsPeople(story), await countAllMails()]).toEqual(before)
}
