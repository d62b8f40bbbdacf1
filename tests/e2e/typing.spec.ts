// A page can be written on before its scripts have come; what is written then stays, and so does the place in it.
import { expect, test } from '@playwright/test'
import { staff } from '#tests/factories/world-facts.ts'
import { logIn } from './people.ts'

/** The framework leaves its mark on what it has taken over. */
const isAlive = () => Object.keys(document.querySelector('textarea') ?? {}).some((key) => key.startsWith('__react'))

test('画面が動き出す前に直した文は、そのまま残る', async ({ page }) => {
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
  await purpose.fill('直した文')
  expect(await page.evaluate(isAlive)).toBe(false)
  come()
  await page.waitForFunction(isAlive)
  await expect(purpose).toHaveValue('直した文')
  await expect(purpose).toBeFocused()
})
