// Every kind of page of every role, walked from its first page: no WCAG 2.2 A or AA violation at 390 and 1280 px, and
// nothing to scroll sideways, neither at 320 px nor with text at 200 %.
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { staff } from '#tests/factories/world-facts.ts'
import { logIn } from './people.ts'

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const widths = [390, 1280]

/** A screen of 1280 px has so many left when the browser shows everything twice as large. */
const zoomedDesk = 640

/** Who walks, where the walk begins, and which addresses belong to it. */
interface Walk {
  who: string
  email?: string
  from: string[]
  within: RegExp
}

const walks: Walk[] = [
  {
    who: 'だれでも', within: /^\/courses\/[^/]+$/,
    from: ['/', '/check', '/check/AAAA-BBBB-CCCC', '/login', '/closed', '/reconfirm', '/card', '/nowhere'],
  },
  { who: 'サポーター', email: 'hanako@mihon.example.jp', from: ['/my'], within: /^\/my(\/|$)/ },
  { who: '計画に答えるサポーター', email: 'minori@mihon.example.jp', from: ['/my'], within: /^\/my(\/|$)/ },
  { who: '研修担当', email: staff.trainer.email, from: ['/desk'], within: /^\/desk/ },
  { who: '名簿担当', email: staff.rosterOfficer.email, from: ['/desk'], within: /^\/desk/ },
  { who: '派遣担当', email: staff.aobaDispatch.email, from: ['/desk'], within: /^\/desk/ },
  { who: 'コーディネーター', email: staff.coordinator.email, from: ['/desk'], within: /^\/desk/ },
  { who: '監査', email: staff.auditor.email, from: ['/desk'], within: /^\/desk/ },
]

/** The addresses of a page, one of each kind: two dispatches are drawn by the same page. */
async function leadsTo(page: Page, { within }: Walk, known: Map<string, string>): Promise<string[]> {
  const hrefs = await page.locator('a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const fresh: string[] = []
  for (const href of hrefs.map((one) => one.split(/[#?]/)[0] ?? '')) {
    const kind = href.replace(uuid, ':id').replace(/\d{4}-\d{2}-\d{2}/, ':day')
    if (!within.test(href) || known.has(kind)) continue
    known.set(kind, href)
    fresh.push(href)
  }
  return fresh
}

/** True when the page can be scrolled sideways. */
async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
}

/** What is wrong with the page that is open, at each width, at 320 px, and with text twice as large. */
async function faultsOf(page: Page, address: string): Promise<string[]> {
  const faults: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    for (const { id, nodes } of violations) faults.push(`${address} ${width}: ${id} ${nodes[0]?.html.slice(0, 160)}`)
  }
  await page.setViewportSize({ width: 390, height: 900 })
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  if (await scrollsSideways(page)) faults.push(`${address} 390: scrolls sideways with text at 200 %`)
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  for (const width of [320, zoomedDesk]) {
    await page.setViewportSize({ width, height: 640 })
    if (await scrollsSideways(page)) faults.push(`${address} ${width}: scrolls sideways`)
  }
  return faults
}

async function walked(context: BrowserContext, walk: Walk): Promise<{ pages: number; faults: string[] }> {
  const page = await context.newPage()
  if (walk.email) await logIn(page, walk.email)
  const [known, faults] = [new Map<string, string>(), [] as string[]]
  const ahead = [...walk.from]
  for (const address of ahead) known.set(address, address)
  let pages = 0
  for (let address = ahead.shift(); address !== undefined; address = ahead.shift()) {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(address)
    ahead.push(...(await leadsTo(page, walk, known)))
    faults.push(...(await faultsOf(page, address)))
    pages += 1
  }
  return { pages, faults }
}

/** The policy for scripts and styles is put aside, so that the rules can be run and the text size changed. */
function contextFor(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } })
}

for (const walk of walks) {
  test(`${walk.who}のページは、だれにでも使える`, async ({ browser }) => {
    const context = await contextFor(browser)
    const { pages, faults } = await walked(context, walk)
    await context.close()
    expect(faults, faults.join('\n')).toEqual([])
    expect(pages).toBeGreaterThan(1)
  })
}

test('カードのページは、だれにでも使える', async ({ browser }) => {
  const desk = await (await contextFor(browser)).newPage()
  await logIn(desk, staff.coordinator.email)
  await desk.goto('/desk/requests')
  await desk.getByRole('row', { name: /つきみ/ }).getByRole('link').first().click()
  await desk.getByRole('link', { name: 'カードを印刷する' }).first().click()
  const address = /\/card\/\S+/.exec(await desk.locator('main').innerText())?.[0] ?? ''
  await desk.context().close()
  const context = await contextFor(browser)
  const card = await context.newPage()
  await card.goto(address)
  await expect(card).toHaveURL(/\/card$/)
  const from = ['/card', '/card/plan', '/card/consent', '/card/reports', '/card/stop']
  const { faults } = await walked(context, { who: '対象者', from, within: /^\/card(\/|$)/ })
  await context.close()
  expect(faults, faults.join('\n')).toEqual([])
})
