// A page can be written on before its scripts have come; what is written then stays, and so does the place in it.
import { expect, type Locator, type Page, test } from '@playwright/test'
import { staff } from '#tests/factories/world-facts.ts'
import { logIn } from './people.ts'

/** The framework leaves its mark on what it has taken over, some time before the whole page is alive. */
const isTaken = () => Object.keys(document.querySelector('textarea') ?? {}).some((key) => key.startsWith('__react'))

interface StillPage {
  purpose: Locator
  /** Lets the scripts come that were kept back. */
  come: () => void
}

/** A form that came back with errors and with the text it was sent with; its scripts are kept back. */
async function openStill(page: Page): Promise<StillPage> {
  await logIn(page, staff.rosterOfficer.email)
  await page.goto('/desk/provisions/new')
  const purpose = page.getByLabel(/何のために渡すか/)
  await purpose.fill('はじめの文')
  let come: () => void = () => undefined
  const scripts = new Promise<void>((resolve) => (come = resolve))
  await page.route('**/assets/*.js', async (route) => {
    await scripts
    await route.continue()
  })
  await page.getByRole('button', { name: '準備して、中身を確かめる' }).click({ noWaitAfter: true })
  await expect(page.getByRole('alert').first()).toContainText('お渡し先')
  await expect(purpose).toHaveValue('はじめの文')
  // Keys that come before a page is shown are lost in the browser itself.
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  expect(await page.evaluate(isTaken)).toBe(false)
  return { purpose, come }
}

/** Sets the caret behind the third letter, as a hand would. */
async function goBehindThird(purpose: Locator): Promise<void> {
  await purpose.press('Home')
  for (let at = 0; at < 3; at++) await purpose.press('ArrowRight')
  await expect(purpose).toHaveJSProperty('selectionStart', 3)
}

/** A machine so slow that a key falls between the framework's steps. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 20 })
}

test('画面が動き出す前に直した文は、そのまま残る', async ({ page }) => {
  const { purpose, come } = await openStill(page)
  await purpose.fill('直した文')
  come()
  await page.waitForFunction(isTaken)
  await expect(purpose).toHaveValue('直した文')
  await expect(purpose).toBeFocused()
})

test('画面が動き出す前に文の中ほどを直していたら、そこから書き続けられる', async ({ page }) => {
  const { purpose, come } = await openStill(page)
  await purpose.fill('ながく書き直した大事な文')
  await goBehindThird(purpose)
  come()
  await page.waitForFunction(isTaken)
  // A key wakes what is not yet alive before it writes its letter.
  await page.keyboard.press('a')
  await page.keyboard.press('b')
  await expect(purpose).toHaveValue('ながくab書き直した大事な文')
})

test('画面が動き出すあいだに書いた字は、書いたところにすべて残る', async ({ page }) => {
  const { purpose, come } = await openStill(page)
  await purpose.fill('ながく書き直した大事な文')
  await goBehindThird(purpose)
  await slowDown(page)
  come()
  let typed = ''
  while (!(await page.evaluate(isTaken))) {
    await page.keyboard.insertText('あ')
    typed += 'あ'
  }
  expect(typed).not.toBe('')
  await page.keyboard.insertText('い')
  await page.keyboard.press('z')
  await expect(purpose).toHaveValue(`ながく${typed}いz書き直した大事な文`)
})
